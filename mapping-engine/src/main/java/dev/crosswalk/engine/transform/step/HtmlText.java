package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Plain text of HTML as rich-text fields hold it: tolerant, in one pass, never slower than linear.
 * It is for reading, and makes nothing safe to put into a page.
 */
final class HtmlText {
  private static final Set<String> BREAKS =
      Set.of(
          "br",
          "p",
          "div",
          "li",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "table",
          "blockquote",
          "pre",
          "hr",
          "section",
          "article",
          "header",
          "footer");

  /** Cells of a table, whose texts must not run together. */
  private static final Set<String> CELLS = Set.of("td", "th", "dt", "dd", "option");

  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("copy", "\u00a9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("trade", "\u2122"),
          Map.entry("euro", "\u20ac"),
          Map.entry("pound", "\u00a3"),
          Map.entry("yen", "\u00a5"),
          Map.entry("cent", "\u00a2"),
          Map.entry("sect", "\u00a7"),
          Map.entry("deg", "\u00b0"),
          Map.entry("hellip", "\u2026"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("laquo", "\u00ab"),
          Map.entry("raquo", "\u00bb"),
          Map.entry("bull", "\u2022"),
          Map.entry("middot", "\u00b7"),
          Map.entry("szlig", "\u00df"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("Auml", "\u00c4"),
          Map.entry("Ouml", "\u00d6"),
          Map.entry("Uuml", "\u00dc"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("ntilde", "\u00f1"),
          Map.entry("shy", ""),
          Map.entry("zwnj", ""),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("thinsp", " "));
  private static final int LONGEST_ENTITY = 10;

  private final String html;
  private final boolean lines;
  private final StringBuilder out;
  private int at;
  private boolean space;
  private boolean newLine;

  /** No tag closes from here on: looked for once, so that the whole stays linear. */
  private boolean unclosed;

  /** A quote is not closed, so that quotes say nothing from here on. */
  private boolean unquoted;

  private HtmlText(String html, boolean lines) {
    this.html = html;
    this.lines = lines;
    this.out = new StringBuilder(html.length());
  }

  static String of(String html, boolean lines) {
    return new HtmlText(html, lines).text();
  }

  private String text() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && tag()) {
        continue;
      }
      if (c == '&' && entity()) {
        continue;
      }
      at++;
      if (Texts.isSpace(c)) {
        space = true;
      } else {
        put(c);
      }
    }
    return out.toString();
  }

  private void put(int c) {
    if (!out.isEmpty()) {
      if (newLine) {
        out.append(lines ? '\n' : ' ');
      } else if (space) {
        out.append(' ');
      }
    }
    newLine = false;
    space = false;
    out.appendCodePoint(c);
  }

  /** Goes over a tag; false where the sign is just a sign. */
  private boolean tag() {
    if (html.startsWith("<!--", at)) {
      int end = html.indexOf("-->", at + 4);
      at = end < 0 ? html.length() : end + 3;
      return true;
    }
    int start = at + 1;
    boolean closes = start < html.length() && html.charAt(start) == '/';
    int name = closes ? start + 1 : start;
    int end = name;
    while (end < html.length() && letterOrDigit(html.charAt(end))) {
      end++;
    }
    boolean declaration =
        start < html.length() && (html.charAt(start) == '!' || html.charAt(start) == '?');
    if (end == name && !declaration) {
      return false;
    }
    int close = unclosed ? -1 : close(end);
    unclosed = close < 0;
    if (close < 0) {
      // Nothing closes it, nor any later one.
      if (declaration) {
        at = html.length();
        return true;
      }
      return false;
    }
    String word = html.substring(name, Math.min(end, name + 20)).toLowerCase(Locale.ROOT);
    newLine |= BREAKS.contains(word);
    space |= CELLS.contains(word);
    at = close + 1;
    if (!closes && UNSEEN.contains(word) && html.charAt(close - 1) != '/') {
      int over = closing(word);
      at = over < 0 ? html.length() : over;
    }
    return true;
  }

  /** The end of a tag, which a sign in a quoted attribute is not. */
  private int close(int from) {
    char quote = 0;
    for (int i = from; i < html.length() && !unquoted; i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    unquoted |= quote != 0;
    return html.indexOf('>', from);
  }

  private int closing(String word) {
    for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i + 2, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean letterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private boolean entity() {
    int end = at + 1;
    int most = Math.min(html.length(), at + 1 + LONGEST_ENTITY);
    while (end < most && html.charAt(end) != ';') {
      end++;
    }
    if (end >= most) {
      return false;
    }
    String name = html.substring(at + 1, end);
    if (name.startsWith("#")) {
      int code = code(name);
      if (code < 0) {
        return false;
      }
      at = end + 1;
      if (Texts.isSpace(code)) {
        space = true;
      } else {
        put(code);
      }
      return true;
    }
    String text = ENTITIES.get(name);
    if (text == null) {
      return false;
    }
    at = end + 1;
    if (text.equals(" ")) {
      space = true;
    } else if (!text.isEmpty()) {
      put(text.charAt(0));
    }
    return true;
  }

  private static int code(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return code > 0 && Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF)
          ? code
          : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
