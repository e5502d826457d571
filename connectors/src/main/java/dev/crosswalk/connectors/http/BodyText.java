package dev.crosswalk.connectors.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer: a replacement character in the name of a field would be a wrong name, and
 * nobody would be told.
 */
final class BodyText {
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private BodyText() {}

  /** The bytes are no text in the encoding that they should be in. */
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("it is not UTF-8 text, and names no other encoding");
    }
  }

  /**
   * @param named by the answer's header; null if none. It loses against bytes that are UTF-8, since
   *     a header may be a default of the server that nobody looked at.
   * @param lenient rather a wrong character than nothing, for pages of errors
   * @throws Unreadable where a name could come out wrong
   */
  static String of(byte[] bytes, @Nullable Charset named, boolean lenient) throws Unreadable {
    if (bytes.length >= 2
        && Set.of(0xFEFF, 0xFFFE).contains((bytes[0] & 255) << 8 | bytes[1] & 255)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    boolean wide = named != null && named.name().matches("(?i)UTF-(16|32).*");
    if (!wide) {
      String utf8 = utf8(bytes);
      if (utf8 != null) {
        return utf8;
      }
    }
    Charset other =
        named != null && !named.equals(StandardCharsets.UTF_8) ? named : declared(bytes);
    if (other != null) {
      return new String(bytes, other);
    }
    String any = new String(bytes, StandardCharsets.ISO_8859_1);
    if (lenient
        || any.stripLeading().regionMatches(true, 0, "<html", 0, 5)
        || any.stripLeading().regionMatches(true, 0, "<!doctype", 0, 9)) {
      return any;
    }
    throw new Unreadable();
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** What an XML document says of itself. */
  private static @Nullable Charset declared(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1).strip();
    Matcher declaration = DECLARED.matcher(start);
    try {
      return declaration.find() && !declaration.group(1).equalsIgnoreCase("UTF-8")
          ? Charset.forName(declaration.group(1))
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
