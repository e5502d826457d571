package dev.crosswalk.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A window that moves forward over a stream. Indexes count from the first byte that is not yet
 * consumed. A failure to read ends the stream, and is kept.
 */
final class InputBuffer {
  private final InputStream in;
  private final CRC32C sum = new CRC32C();
  private byte[] bytes;
  private int start;
  private int limit;
  private long offset;
  private boolean ended;
  private @Nullable IOException failure;

  InputBuffer(InputStream in, int size) {
    this.in = in;
    this.bytes = new byte[size];
  }

  /** The array behind the window; another one after {@link #has} has read more. */
  byte[] bytes() {
    return bytes;
  }

  /** Where index 0 lies in {@link #bytes()}. */
  int start() {
    return start;
  }

  int available() {
    return limit - start;
  }

  /** Bytes consumed so far. */
  long offset() {
    return offset;
  }

  /** CRC-32C of the bytes consumed so far. */
  long sum() {
    return sum.getValue();
  }

  @Nullable IOException failure() {
    return failure;
  }

  /** Whether there is a byte at an index; reads on for it if need be. */
  boolean has(int index) {
    while (limit - start <= index) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  byte at(int index) {
    return bytes[start + index];
  }

  private boolean fill() {
    if (ended) {
      return false;
    }
    if (limit == bytes.length) {
      byte[] goal = start > 0 ? bytes : new byte[bytes.length * 2];
      System.arraycopy(bytes, start, goal, 0, limit - start);
      bytes = goal;
      limit -= start;
      start = 0;
    }
    try {
      int read = in.read(bytes, limit, bytes.length - limit);
      ended = read < 0;
      limit += Math.max(read, 0);
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
    return !ended;
  }

  void consume(int count) {
    sum.update(bytes, start, count);
    start += count;
    offset += count;
    if (start == limit) {
      start = 0;
      limit = 0;
    }
  }

  /** Goes forward to an offset; false where the stream ends before it. */
  boolean consumeTo(long goal) {
    while (offset < goal) {
      if (!has(0)) {
        return false;
      }
      consume((int) Math.min(available(), goal - offset));
    }
    return offset == goal;
  }

  byte[] copy(int count) {
    byte[] copy = new byte[count];
    System.arraycopy(bytes, start, copy, 0, count);
    return copy;
  }
}
