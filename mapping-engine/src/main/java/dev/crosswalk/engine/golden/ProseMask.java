package dev.crosswalk.engine.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and longer texts: addresses in them become free ones, tags of HTML stay tags. */
final class ProseMask {
  /** What is masked in a way of its own: an e-mail address, or the bare name of a tag. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          EmailMask.ADDRESS.pattern()
              + "|</?[a-zA-Z][a-zA-Z0-9]{0,12}(?=[\\s/>])|&[a-zA-Z#0-9]{1,8};");

  private ProseMask() {}

  static String mask(String text, TextMask texts, EmailMask emails) {
    Matcher matcher = SPECIAL.matcher(text);
    StringBuilder out = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      out.append(plain(text.substring(end, matcher.start()), texts));
      String found = matcher.group();
      out.append(found.indexOf('@') > 0 ? emails.within(found) : found);
      end = matcher.end();
    }
    return out.append(plain(text.substring(end), texts)).toString();
  }

  private static String plain(String text, TextMask texts) {
    return text.isBlank() ? text : texts.mask("text", text);
  }
}
