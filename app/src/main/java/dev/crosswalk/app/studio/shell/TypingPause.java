package dev.crosswalk.app.studio.shell;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * When what is being typed is handed over: after a short rest, and while typing goes on without one
 * before a second is over, so that a crash loses no more than that. For the JavaFX thread.
 */
public final class TypingPause {
  private static final Duration LONGEST = Duration.millis(700);

  private final PauseTransition rest;
  private final PauseTransition longest;

  /**
   * @param rest how long no key is pressed
   * @param give hands over what was typed so far
   */
  public TypingPause(Duration rest, Runnable give) {
    this(rest, LONGEST, give);
  }

  TypingPause(Duration rest, Duration longest, Runnable give) {
    this.rest = new PauseTransition(rest);
    this.longest = new PauseTransition(longest);
    this.rest.setOnFinished(e -> ring(give));
    this.longest.setOnFinished(e -> ring(give));
  }

  private void ring(Runnable give) {
    stop();
    give.run();
  }

  /** Something was typed. */
  public void typed() {
    rest.playFromStart();
    if (longest.getStatus() != Animation.Status.RUNNING) {
      longest.playFromStart();
    }
  }

  /** Whether something was typed and not handed over yet. */
  public boolean isWaiting() {
    return rest.getStatus() == Animation.Status.RUNNING;
  }

  /** What was typed was handed over some other way, or is no longer asked for. */
  public void stop() {
    rest.stop();
    longest.stop();
  }
}
