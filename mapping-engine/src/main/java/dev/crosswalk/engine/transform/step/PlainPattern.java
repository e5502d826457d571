package dev.crosswalk.engine.transform.step;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * Patterns that mean the same to RE2 and to JavaScript, as a JSONata literal: plain characters,
 * classes, {@code \d \w}, anchors, groups that always take part, and quantifiers. White space, dots
 * that take in line separators, flags and Unicode classes differ, and stay out or are written out.
 */
final class PlainPattern {
  private static final String ESCAPED = ".*+?()[]{}|^$\\/-@#&,:;!<>='\"";

  private PlainPattern() {}

  /** Empty where it may mean something else in JavaScript, or where it fits the empty text. */
  static Optional<String> of(String pattern) {
    StringBuilder out = new StringBuilder("/");
    boolean inClass = false;
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c >= 0x7F || c < ' ') {
        return Optional.empty();
      }
      if (c == '\\') {
        if (at == pattern.length()) {
          return Optional.empty();
        }
        char next = pattern.charAt(at++);
        if ("dwDW".indexOf(next) < 0 && ESCAPED.indexOf(next) < 0
            || inClass && (next == 'D' || next == 'W')) {
          return Optional.empty();
        }
        out.append('\\').append(next);
      } else if (inClass) {
        // An opening bracket is a class inside a class to one of them, perhaps.
        if (c == '[' || c == '&' || c == '/') {
          return Optional.empty();
        }
        inClass = c != ']';
        out.append(c);
      } else if (c == '[') {
        inClass = true;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
          out.append("[^");
          at++;
        } else {
          out.append('[');
        }
        if (at < pattern.length() && pattern.charAt(at) == ']') {
          return Optional.empty();
        }
      } else if (c == '.') {
        out.append("[^\\n]");
      } else if (c == '/') {
        out.append("\\/");
      } else if (c == '(' && pattern.startsWith("?", at) && !pattern.startsWith("?:", at)) {
        return Optional.empty();
      } else if (c == ')' && at < pattern.length() && "?*{".indexOf(pattern.charAt(at)) >= 0) {
        return Optional.empty();
      } else {
        out.append(c);
      }
    }
    boolean choice = pattern.indexOf('|') >= 0 && pattern.indexOf('(') >= 0;
    return inClass || choice || fitsNothing(pattern)
        ? Optional.empty()
        : Optional.of(out.append('/').toString());
  }

  private static boolean fitsNothing(String pattern) {
    try {
      return Pattern.compile(pattern).matcher("").find();
    } catch (PatternSyntaxException e) {
      return true;
    }
  }
}
