package dev.crosswalk.engine.export;

/** Builds HTML; whatever is not markup is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Markup as it is: constants of the program only. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** One element with a text in it. */
  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name.split(" ", 2)[0] + ">");
  }

  /** Text as it may stand in elements and in attributes with double quotes. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> {
              // Control characters are not allowed in HTML, and say nothing.
              if (c >= 0x20 || c == '\n' || c == '\t') {
                safe.appendCodePoint(c);
              }
            }
          }
        });
    return safe.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
