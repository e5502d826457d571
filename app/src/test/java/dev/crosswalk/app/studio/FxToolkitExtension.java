package dev.crosswalk.app.studio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/** Starts JavaFX once, and fails a test after which its style sheets complained. */
public final class FxToolkitExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final List<String> WARNINGS = Collections.synchronizedList(new ArrayList<>());
  private static final Logger CSS = Logger.getLogger("javafx.css");
  private static final Handler COLLECTOR =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          WARNINGS.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    FxToolkit.registerPrimaryStage();
    if (!List.of(CSS.getHandlers()).contains(COLLECTOR)) {
      CSS.addHandler(COLLECTOR);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    WARNINGS.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!WARNINGS.isEmpty()) {
      throw new AssertionError("The style sheets have faults: " + WARNINGS);
    }
  }

  /** Runs something on the JavaFX thread and waits for it. */
  public static <T> T onFx(Callable<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(work.call());
      } catch (Throwable e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(60, TimeUnit.SECONDS);
  }
}
