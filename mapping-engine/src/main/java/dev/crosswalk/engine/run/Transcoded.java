package dev.crosswalk.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text in any encoding, as UTF-8. Bytes that are no character there become {@link #BAD}, which
 * UTF-8 never has, so that they cost the record that holds them and are never passed on as a
 * question mark. What comes out does not depend on how the bytes arrive.
 */
final class Transcoded extends InputStream {
  /** Stands for bytes that are no character; no byte of UTF-8. */
  static final byte BAD = (byte) 0xFF;

  private static final int CHARS = 16 << 10;
  private static final int LONGEST_MARK = 4;

  private final InputStream in;
  private final CharsetDecoder decoder;

  /** Bytes in one unit of the encoding: what is skipped where one is wrong. */
  private final int unit;

  private final CharBuffer chars = CharBuffer.allocate(CHARS);
  private ByteBuffer raw = ByteBuffer.allocate(CHARS).flip();
  private ByteBuffer ready = ByteBuffer.allocate(0);
  private boolean ended;
  private boolean done;

  private Transcoded(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.unit = charset.name().contains("UTF-16") ? 2 : charset.name().contains("UTF-32") ? 4 : 1;
  }

  /**
   * An input as UTF-8, and what it was.
   *
   * @param bytes perhaps with the byte order mark of UTF-8
   */
  record Opened(InputStream bytes, Charset charset) {}

  /**
   * @param named what a person says the input is; null for UTF-8. A byte order mark knows better.
   * @throws IOException where the first bytes cannot be read
   */
  static Opened open(InputStream in, @Nullable Charset named) throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, LONGEST_MARK);
    byte[] first = back.readNBytes(LONGEST_MARK);
    back.unread(first);
    Charset marked = marked(first);
    Charset charset =
        marked != null ? marked : Objects.requireNonNullElse(named, StandardCharsets.UTF_8);
    return new Opened(
        charset.equals(StandardCharsets.UTF_8) ? back : new Transcoded(back, charset), charset);
  }

  private static @Nullable Charset marked(byte[] first) {
    if (starts(first, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(first, 0xFF, 0xFE, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (starts(first, 0, 0, 0xFE, 0xFF)) {
      return Charset.forName("UTF-32BE");
    }
    return starts(first, 0xFF, 0xFE)
        ? StandardCharsets.UTF_16LE
        : starts(first, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, ready.remaining());
    ready.get(bytes, offset, count);
    return count;
  }

  /** Whether there is more; makes some if need be. */
  private boolean fill() throws IOException {
    while (!ready.hasRemaining()) {
      if (done) {
        return false;
      }
      CoderResult result = decoder.decode(raw, chars, ended);
      if (result.isUnderflow() && ended) {
        decoder.flush(chars);
        done = true;
      } else if (result.isUnderflow()) {
        more();
      }
      boolean bad = result.isError();
      if (bad) {
        // Only what is wrong for certain: what follows may be the end of the line.
        raw.position(raw.position() + Math.min(unit, raw.remaining()));
        decoder.reset();
      }
      ready = encoded(bad);
    }
    return true;
  }

  private ByteBuffer encoded(boolean bad) {
    chars.flip();
    byte[] bytes = chars.toString().getBytes(StandardCharsets.UTF_8);
    chars.clear();
    if (!bad) {
      return ByteBuffer.wrap(bytes);
    }
    byte[] marked = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    marked[bytes.length] = BAD;
    return ByteBuffer.wrap(marked);
  }

  private void more() throws IOException {
    raw.compact();
    int read = in.read(raw.array(), raw.position(), raw.remaining());
    ended = read < 0;
    raw.position(raw.position() + Math.max(read, 0)).flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
