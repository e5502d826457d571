package dev.crosswalk.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Takes one after the other, leaves some out and turns the rest, holding one at a time. */
abstract class LineIterator<A, B> implements Iterator<B> {
  private final Iterator<A> from;
  private @Nullable A next;

  LineIterator(Iterator<A> from) {
    this.from = from;
  }

  /** Asked once for each, in order. */
  abstract boolean accepts(A item);

  /** Called for what was accepted, before the next is asked for. */
  abstract B turn(A item);

  @Override
  public boolean hasNext() {
    while (next == null && from.hasNext()) {
      A item = from.next();
      if (accepts(item)) {
        next = item;
      }
    }
    return next != null;
  }

  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    A item = next;
    next = null;
    if (item == null) {
      throw new NoSuchElementException();
    }
    return turn(item);
  }
}
