package dev.crosswalk.app.studio.shell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made when it is first asked for, such as the view of a place that nobody may go to. For
 * the JavaFX thread.
 */
public final class Once<T extends Object> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T now = made;
    if (now == null) {
      now = maker.get();
      made = now;
    }
    return now;
  }
}
