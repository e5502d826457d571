package dev.crosswalk.engine.text;

import dev.crosswalk.engine.text.QuickExpression.Both;
import dev.crosswalk.engine.text.QuickExpression.Choice;
import dev.crosswalk.engine.text.QuickExpression.Comparison;
import dev.crosswalk.engine.text.QuickExpression.Concat;
import dev.crosswalk.engine.text.QuickExpression.Either;
import dev.crosswalk.engine.text.QuickExpression.Literal;
import dev.crosswalk.engine.text.QuickExpression.Node;
import dev.crosswalk.engine.text.QuickExpression.Path;
import dev.crosswalk.engine.text.QuickExpression.Sign;
import dev.crosswalk.engine.text.QuickExpression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the simple kind of JSONata: {@code ?:} binds least, then {@code or}, {@code and},
 * comparisons, {@code &}. Gives up on everything else.
 */
final class QuickParser {

  /** Thrown where the expression is of another kind; never leaves this class. */
  private static final class Other extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Other() {
      super(null, null, false, false);
    }
  }

  /** Nested deeper than this is not simple. */
  private static final int DEEPEST = 40;

  private final String text;
  private int at;
  private int depth;

  QuickParser(String text) {
    this.text = text;
  }

  Optional<Node> parse() {
    try {
      Node root = choice();
      spaces();
      return at == text.length() ? Optional.of(root) : Optional.empty();
    } catch (Other e) {
      return Optional.empty();
    }
  }

  private Node choice() {
    if (++depth > DEEPEST) {
      throw new Other();
    }
    Node test = either();
    Node result = test;
    if (sign("?")) {
      Node then = choice();
      result = new Choice(test, then, sign(":") ? choice() : null);
    }
    depth--;
    return result;
  }

  private Node either() {
    Node node = both();
    while (word("or")) {
      node = new Either(node, both());
    }
    return node;
  }

  private Node both() {
    Node node = comparison();
    while (word("and")) {
      node = new Both(node, comparison());
    }
    return node;
  }

  private Node comparison() {
    Node left = concat();
    Sign sign =
        sign("!=")
            ? Sign.UNEQUAL
            : sign("<=")
                ? Sign.LESS_EQUAL
                : sign(">=")
                    ? Sign.GREATER_EQUAL
                    : sign("=")
                        ? Sign.EQUAL
                        : sign("<") ? Sign.LESS : sign(">") ? Sign.GREATER : null;
    return sign == null ? left : new Comparison(left, sign, concat());
  }

  private Node concat() {
    Node first = operand();
    List<Node> parts = new ArrayList<>(List.of(first));
    while (sign("&")) {
      parts.add(operand());
    }
    return parts.size() == 1 ? first : new Concat(parts);
  }

  private Node operand() {
    spaces();
    if (at >= text.length()) {
      throw new Other();
    }
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      Node inner = choice();
      if (!sign(")")) {
        throw new Other();
      }
      return inner;
    }
    if (c == '"' || c == '\'') {
      return new Literal(string(c));
    }
    if (c == '-' || c >= '0' && c <= '9') {
      return new Literal(whole());
    }
    if (c == '$') {
      at++;
      String name = name();
      spaces();
      if (at < text.length() && (text.charAt(at) == '(' || text.charAt(at) == '.')) {
        throw new Other();
      }
      return new Variable(name);
    }
    return path();
  }

  private Node path() {
    List<String> names = new ArrayList<>();
    do {
      spaces();
      names.add(at < text.length() && text.charAt(at) == '`' ? quoted() : name());
      spaces();
    } while (dot());
    if (at < text.length() && "([{^@#*%~".indexOf(text.charAt(at)) >= 0) {
      throw new Other();
    }
    if (names.size() == 1 && !quotedBefore()) {
      switch (names.get(0)) {
        case "true" -> {
          return new Literal(true);
        }
        case "false" -> {
          return new Literal(false);
        }
        case "null", "and", "or", "in", "function" -> throw new Other();
        default -> {}
      }
    }
    for (String name : names) {
      if (name.equals("and") || name.equals("or") || name.equals("in")) {
        throw new Other();
      }
    }
    return new Path(names.toArray(String[]::new));
  }

  private boolean quotedBefore() {
    int i = at - 1;
    while (i >= 0 && isSpace(text.charAt(i))) {
      i--;
    }
    return i >= 0 && text.charAt(i) == '`';
  }

  private boolean dot() {
    if (at < text.length() && text.charAt(at) == '.' && !text.startsWith("..", at)) {
      at++;
      return true;
    }
    return false;
  }

  private String quoted() {
    int end = text.indexOf('`', at + 1);
    if (end < 0) {
      throw new Other();
    }
    String name = text.substring(at + 1, end);
    at = end + 1;
    return name;
  }

  private String name() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    char first = start < at ? text.charAt(start) : '0';
    if (first >= '0' && first <= '9') {
      throw new Other();
    }
    return text.substring(start, at);
  }

  private String string(char quote) {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        throw new Other();
      }
      at++;
    }
    if (at >= text.length()) {
      throw new Other();
    }
    return text.substring(start, at++);
  }

  /** Whole numbers of at most nine digits, which the library reads the same. */
  private Object whole() {
    int start = at;
    if (text.charAt(at) == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean goesOn = at < text.length() && (text.charAt(at) == '.' || isWord(text.charAt(at)));
    boolean zeros = at - digits > 1 && text.charAt(digits) == '0';
    if (at == digits || at - digits > 9 || goesOn || zeros) {
      throw new Other();
    }
    return Integer.valueOf(text.substring(start, at));
  }

  private boolean word(String word) {
    spaces();
    int end = at + word.length();
    if (text.startsWith(word, at) && (end == text.length() || !isWord(text.charAt(end)))) {
      at = end;
      return true;
    }
    return false;
  }

  private boolean sign(String sign) {
    spaces();
    if (!text.startsWith(sign, at)) {
      return false;
    }
    int end = at + sign.length();
    // ?: and ?? are other operators.
    if (sign.equals("?") && end < text.length() && ":?".indexOf(text.charAt(end)) >= 0) {
      throw new Other();
    }
    at = end;
    return true;
  }

  private void spaces() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
