package dev.crosswalk.engine.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, and can be cut back to what they were. */
final class Bytes extends OutputStream {
  private byte[] bytes = new byte[1024];
  private int size;

  @Override
  public void write(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    room(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  void write(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    write(encoded, 0, encoded.length);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  int size() {
    return size;
  }

  void cutTo(int length) {
    size = length;
  }

  /** Writes what stands behind the first {@code skip} bytes. */
  void writeTo(OutputStream out, int skip) throws IOException {
    out.write(bytes, skip, size - skip);
  }

  String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
