package dev.crosswalk.app.cli;

/** Text as Markdown shows it, whatever stands in it. */
final class Markdown {
  private Markdown() {}

  /** On one line, with every sign that Markdown or HTML would read as its own. */
  static String text(String words) {
    StringBuilder out = new StringBuilder(words.length() + 8);
    words
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(c -> {
          if ("\\`*_{}[]<>#|~&@".indexOf(c) >= 0) {
            out.append('\\');
          }
          out.appendCodePoint(c);
        });
    return out.toString();
  }
}
