package dev.crosswalk.engine.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web address becomes one of a free domain, with other words in the same path. */
final class UrlMask {
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>(?i:https?|ftp)://)(?<user>[^/@\\s]{1,80}@)?(?<host>[^/:?#\\s]{1,253})(?<rest>.*)",
          Pattern.DOTALL);

  private static final Pattern BARE =
      Pattern.compile(
          "(?<scheme>(?i:www)\\.)(?<user>)(?<host>[^/:?#\\s@]{3,249})(?<rest>[^\\s@]*)");

  private final TextMask texts;
  private final EmailMask emails;

  UrlMask(TextMask texts, EmailMask emails) {
    this.texts = texts;
    this.emails = emails;
  }

  static boolean isUrl(String text) {
    return matcher(text).matches();
  }

  private static Matcher matcher(String text) {
    return (text.regionMatches(true, 0, "www.", 0, 4) ? BARE : URL).matcher(text);
  }

  String mask(String text) {
    Matcher url = matcher(text);
    if (!url.matches()) {
      return texts.mask("url", text);
    }
    String user = url.group("user");
    String host = url.group("host");
    boolean www = host.regionMatches(true, 0, "www.", 0, 4);
    String name = www ? host.substring(4) : host;
    return url.group("scheme")
        + (user == null || user.isEmpty() ? "" : texts.mask("url", user))
        + (www ? host.substring(0, 4) : "")
        + emails.host(name, name.length())
        + texts.mask("url", url.group("rest"));
  }
}
