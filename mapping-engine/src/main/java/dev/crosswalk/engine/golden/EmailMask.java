package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.golden.MaskKey.Draw;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses and host names become ones below {@code .example}, which RFC 2606 keeps free, so
 * that a mask can never be somebody's address. The length stays, unless it is too short for that.
 */
final class EmailMask {
  static final String FREE = ".example";

  /** An address anywhere in a text. */
  static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}@(?<domain>[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8})");

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final MaskKey key;
  private final TextMask texts;

  EmailMask(MaskKey key, TextMask texts) {
    this.key = key;
    this.texts = texts;
  }

  /** A text with each address in it masked; the same text where it has none. */
  String within(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    Matcher matcher = ADDRESS.matcher(text);
    StringBuilder out = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      out.append(text, end, matcher.start()).append(address(matcher.group()));
      end = matcher.end();
    }
    return out.append(text.substring(end)).toString();
  }

  private String address(String address) {
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    String domain = address.substring(at + 1);
    // The name in front gives way where the domain is too short to be a free one.
    int shorter = Math.min(FREE.length() + 1 - domain.length(), local.length() - 1);
    if (shorter > 0) {
      local = local.substring(0, local.length() - shorter);
    }
    String masked = texts.mask("local", local.toLowerCase(Locale.ROOT));
    if (masked.endsWith(".")) {
      masked = masked.substring(0, masked.length() - 1) + "x";
    }
    return masked + "@" + host(domain, domain.length() + Math.max(0, shorter));
  }

  /** A host name below the free domain, of a length if that is long enough. */
  String host(String host, int length) {
    int label = Math.max(1, Math.min(63, length - FREE.length()));
    Draw draw = key.draw("host", host.toLowerCase(Locale.ROOT));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < label; i++) {
      out.append(draw.of(LETTERS));
    }
    return out.append(FREE).toString();
  }

  /** Whether a domain can be nobody's. */
  static boolean isFree(String domain) {
    String lower = "." + domain.toLowerCase(Locale.ROOT);
    return lower.endsWith(FREE)
        || lower.endsWith(".example.com")
        || lower.endsWith(".example.org")
        || lower.endsWith(".example.net")
        || lower.endsWith(".test")
        || lower.endsWith(".invalid")
        || lower.endsWith(".localhost");
  }
}
