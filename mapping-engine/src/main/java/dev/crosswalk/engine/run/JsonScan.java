package dev.crosswalk.engine.run;

/** Finds the end of one JSON value by its brackets and quotes, in as many pieces as it comes. */
final class JsonScan {
  private enum Kind {
    NEW,
    CONTAINER,
    STRING,
    SCALAR
  }

  private Kind kind = Kind.NEW;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean done;

  /** Line breaks met so far. */
  int breaks;

  /** Index behind the last of them in the piece scanned last; -1 if it has none. */
  int behindBreak = -1;

  boolean done() {
    return done;
  }

  /**
   * @param stop behind the last byte that may be looked at
   * @return index behind the value, or {@code stop} where it goes on
   */
  int scan(byte[] bytes, int from, int stop) {
    behindBreak = -1;
    int at = from;
    while (at < stop && !done) {
      byte c = bytes[at];
      if (kind == Kind.SCALAR && ends(c)) {
        done = true;
        return at;
      }
      if (c == '\n') {
        breaks++;
        behindBreak = at + 1;
      }
      step(c);
      at++;
    }
    return at;
  }

  private void step(byte c) {
    if (inString) {
      if (escaped) {
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == '"') {
        inString = false;
        done = depth == 0;
      }
      return;
    }
    switch (c) {
      case '"' -> {
        inString = true;
        kind = kind == Kind.NEW ? Kind.STRING : kind;
      }
      case '{', '[' -> {
        depth++;
        kind = kind == Kind.NEW ? Kind.CONTAINER : kind;
      }
      case '}', ']' -> done = --depth <= 0;
      default -> kind = kind == Kind.NEW ? Kind.SCALAR : kind;
    }
  }

  /** A number or word ends the input as it is; everything else must have been closed. */
  boolean mayEndHere() {
    return done || kind == Kind.SCALAR;
  }

  private static boolean ends(byte c) {
    return Splitter.isSpace(c) || c == ',' || c == ']' || c == '}' || c == '{' || c == '[';
  }
}
