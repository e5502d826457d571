package dev.crosswalk.app.studio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Types without a rest: a key at each frame that is drawn. */
public final class Typist {
  private Typist() {}

  /**
   * @param key what one key does
   * @param until asked on the JavaFX thread before each key
   * @throws java.util.concurrent.TimeoutException after a minute
   */
  public static void types(Runnable key, BooleanSupplier until) throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    AnimationTimer frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (until.getAsBoolean()) {
                done.complete(true);
              } else {
                key.run();
              }
            } catch (Throwable e) {
              done.completeExceptionally(e);
            }
          }
        };
    Platform.runLater(frames::start);
    try {
      done.get(60, TimeUnit.SECONDS);
    } finally {
      Platform.runLater(frames::stop);
    }
  }
}
