package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A JSONata expression as the library may see it: regular expression literals are replaced by
 * variables of the same length (so that positions stay true), because the library would hand them
 * to a backtracking engine; refused functions and the library's own hidden names are errors.
 *
 * @param expression what the library parses
 * @param regexes the literals in order; the one at index i is bound to {@link #variable}(i)
 */
record JsonataSource(String expression, List<Literal> regexes) {

  /** Longest expression, in characters; real ones have a few hundred. */
  static final int LONGEST = 20_000;

  private static final char FIRST_PRIVATE = '\uE001';
  private static final char FILL = '\uE000';
  private static final int MOST_REGEXES = 1000;
  private static final String SPACES = " \t\n\r";
  private static final String OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";

  JsonataSource {
    regexes = List.copyOf(regexes);
  }

  /**
   * @param pattern between the slashes
   * @param flags {@code i} and {@code m}, or empty
   * @param at position of the opening slash, the first character is 0
   * @param length with slashes and flags
   */
  record Literal(String pattern, String flags, int at, int length) {}

  /** The name, without dollar, of the variable that stands for a literal. */
  String variable(int index) {
    return (char) (FIRST_PRIVATE + index)
        + String.valueOf(FILL).repeat(regexes.get(index).length() - 2);
  }

  /**
   * @param refused function names without dollar
   * @throws ProblemException where a refused function is used or a literal is not closed
   */
  static JsonataSource of(String text, Set<String> refused, String reason) {
    if (text.length() > LONGEST) {
      throw bad(
          LONGEST,
          "The expression has " + text.length() + " characters; at most " + LONGEST + " are read.",
          "Split it into several fields or steps.");
    }
    return new Scanner(text, refused, reason).scan();
  }

  /**
   * @param at the character at which the fault is, the first is 0
   */
  static ProblemException bad(int at, String what, String next) {
    return new JsonataSyntaxException(at, Problem.error("jsonata-syntax", null, what, next));
  }

  private static final class Scanner {
    private final String text;
    private final Set<String> refused;
    private final String reason;
    private final StringBuilder out;
    private final List<Literal> regexes = new ArrayList<>();
    private int at;

    Scanner(String text, Set<String> refused, String reason) {
      this.text = text;
      this.refused = refused;
      this.reason = reason;
      this.out = new StringBuilder(text);
    }

    JsonataSource scan() {
      // True where an operand is expected, so that a slash opens a regular expression.
      boolean operand = true;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c >= FILL && c <= '\uF8FF') {
          throw bad(
              at,
              "The expression has a character for private use at character " + (at + 1) + ".",
              "Remove it, or write it as an escape inside a string.");
        }
        if (SPACES.indexOf(c) >= 0) {
          at++;
        } else if (c == '/' && text.startsWith("/*", at)) {
          comment();
        } else if (c == '/' && operand) {
          regex();
          operand = false;
        } else if (c == '"' || c == '\'') {
          string(c);
          operand = false;
        } else if (c == '`') {
          int end = text.indexOf('`', at + 1);
          at = end < 0 ? text.length() : end + 1;
          operand = false;
        } else if (OPERATORS.indexOf(c) >= 0) {
          operand = operator(c, operand);
        } else {
          operand = word(operand);
        }
      }
      return new JsonataSource(out.toString(), regexes);
    }

    private void comment() {
      int end = text.indexOf("*/", at + 2);
      if (end < 0 || end + 2 >= text.length()) {
        // The library reads beyond the end of the text after an open or last comment.
        if (end < 0) {
          throw bad(
              at, "The comment at character " + (at + 1) + " is not closed.", "Close it with */.");
        }
        for (int i = at; i < text.length(); i++) {
          out.setCharAt(i, ' ');
        }
        at = text.length();
        return;
      }
      at = end + 2;
    }

    private void string(char quote) {
      int start = at++;
      while (at < text.length() && text.charAt(at) != quote) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= text.length()) {
        throw bad(
            start,
            "The string at character " + (start + 1) + " is not closed.",
            "Add the closing quote.");
      }
      at++;
    }

    private boolean operator(char c, boolean operand) {
      boolean doubled = text.startsWith("**", at);
      at += doubled ? 2 : 1;
      return switch (c) {
        case ')', ']', '}' -> false;
        // As operands: the wildcard, the parent and the placeholder of a partial application.
        case '*', '%' -> !operand;
        case '?' -> !operand || !nextEnds();
        case '|' -> !nextEnds();
        default -> true;
      };
    }

    private boolean nextEnds() {
      int next = at;
      while (next < text.length() && SPACES.indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      return next >= text.length() || ",)]}.;~".indexOf(text.charAt(next)) >= 0;
    }

    private boolean word(boolean operand) {
      int start = at;
      while (at < text.length()
          && SPACES.indexOf(text.charAt(at)) < 0
          && OPERATORS.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      if (word.startsWith("$")) {
        variable(word.substring(1), start);
      }
      boolean isOperator = word.equals("and") || word.equals("or") || word.equals("in");
      return isOperator && !operand;
    }

    private void variable(String name, int start) {
      if (refused.contains(name)) {
        throw bad(
            start,
            "The function $" + name + " at character " + (start + 1) + " " + reason,
            "Do without it.");
      }
      if (name.startsWith("__")) {
        throw bad(
            start,
            "The variable $" + name + " at character " + (start + 1) + " is reserved.",
            "Choose a name that does not start with two underscores.");
      }
    }

    private void regex() {
      int start = at++;
      boolean inClass = false;
      while (true) {
        if (at >= text.length()) {
          throw bad(
              start,
              "The regular expression at character " + (start + 1) + " is not closed.",
              "Close it with a slash.");
        }
        char c = text.charAt(at);
        if (c == '\\') {
          at += 2;
          continue;
        }
        if (c == '[') {
          inClass = true;
        } else if (c == ']') {
          inClass = false;
        } else if (c == '/' && !inClass) {
          break;
        }
        at++;
      }
      String pattern = text.substring(start + 1, at++);
      int flags = at;
      while (at < text.length() && "im".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (pattern.isEmpty() || regexes.size() == MOST_REGEXES) {
        throw bad(
            start,
            "The regular expression at character "
                + (start + 1)
                + (pattern.isEmpty() ? " is empty." : " is one too many."),
            "Write a pattern between the slashes, or fewer of them.");
      }
      Literal literal = new Literal(pattern, text.substring(flags, at), start, at - start);
      out.setCharAt(start, '$');
      out.setCharAt(start + 1, (char) (FIRST_PRIVATE + regexes.size()));
      for (int i = start + 2; i < at; i++) {
        out.setCharAt(i, FILL);
      }
      regexes.add(literal);
    }
  }
}
