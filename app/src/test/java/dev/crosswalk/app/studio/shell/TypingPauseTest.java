package dev.crosswalk.app.studio.shell;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.Typist;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: what is typed is handed over after a rest, and without one, too. */
@ExtendWith(FxToolkitExtension.class)
@Timeout(120)
class TypingPauseTest {
  private static final Duration NEVER = Duration.hours(1);
  private static final Duration SOON = Duration.millis(30);
  private final AtomicInteger given = new AtomicInteger();

  private TypingPause pause(Duration rest, Duration longest) throws Exception {
    return onFx(() -> new TypingPause(rest, longest, given::incrementAndGet));
  }

  @Test
  void who_never_rests_is_taken_down_again_and_again() throws Exception {
    TypingPause pause = pause(NEVER, SOON);
    Typist.types(pause::typed, () -> given.get() >= 3);
  }

  @Test
  void a_rest_takes_down_what_was_typed() throws Exception {
    TypingPause pause = pause(SOON, NEVER);
    onFx(() -> {
      pause.typed();
      assertThat(pause.isWaiting()).isTrue();
      return 0;
    });
    Typist.types(() -> {}, () -> given.get() == 1 && !pause.isWaiting());
  }

  @Test
  void nothing_is_taken_down_twice() throws Exception {
    TypingPause stopped = pause(SOON, SOON);
    TypingPause pause = pause(SOON, SOON);
    onFx(() -> {
      stopped.typed();
      stopped.stop();
      pause.typed();
      return 0;
    });
    AtomicInteger frames = new AtomicInteger();
    Typist.types(
        () -> {
          if (given.get() > 0) {
            frames.incrementAndGet();
          }
        },
        () -> frames.get() > 10);
    assertThat(given).hasValue(1);
  }
}
