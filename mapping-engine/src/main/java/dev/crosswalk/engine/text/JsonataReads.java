package dev.crosswalk.engine.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which paths of a record a JSONata expression names. Names whose place nobody can tell without
 * running it (behind a function's result or a variable) are left out; what stands before them is
 * named.
 */
public final class JsonataReads {
  /** Words that are operators behind a value. */
  private static final Set<String> OPERATORS = Set.of("and", "or", "in");

  private static final Set<String> LITERALS = Set.of("true", "false", "null", "function");

  private final JsonataTokens tokens;

  /** Variables that hold the whole record. */
  private final Set<String> records;

  private final Set<List<String>> found = new HashSet<>();
  private final Deque<Level> levels = new ArrayDeque<>();

  /** What names are looked up in; null where that is not known. */
  private @Nullable List<String> context;

  /** The path that a dot would go on with; null where that is not known. */
  private @Nullable List<String> path;

  /** The path, where nothing but this very place has named it so far. */
  private @Nullable List<String> only;

  /** What stood before a bracket was opened. */
  private record Level(
      @Nullable List<String> context,
      @Nullable List<String> path,
      @Nullable List<String> only,
      boolean goesOn) {}

  private JsonataReads(String expression, boolean onRecord, Set<String> records) {
    this.tokens = new JsonataTokens(expression);
    this.records = records;
    this.context = onRecord ? List.of() : null;
  }

  /**
   * Of an expression that is evaluated on the record.
   *
   * @return the names of each path, none of them a beginning of another unless it is read itself
   */
  public static Set<List<String>> of(String expression) {
    return new JsonataReads(expression, true, Set.of("$$")).read();
  }

  /**
   * Of an expression that is evaluated on some other value, and has the record in a variable.
   *
   * @param variable with its dollar
   */
  public static Set<List<String>> of(String expression, String variable) {
    return new JsonataReads(expression, false, Set.of(variable)).read();
  }

  private Set<List<String>> read() {
    String before = "";
    boolean value = false;
    for (JsonataTokens.Token token = tokens.next(value);
        token != null;
        token = tokens.next(value)) {
      value = take(token, before, value);
      before = token.text();
    }
    return found;
  }

  /** Takes one token; whether a value ends with it. */
  private boolean take(JsonataTokens.Token token, String before, boolean behindValue) {
    String text = token.text();
    switch (token.kind()) {
      case NAME -> {
        if (!token.quoted() && behindValue && OPERATORS.contains(text)) {
          return false;
        }
        if (!token.quoted() && !before.equals(".") && LITERALS.contains(text)) {
          path = null;
        } else {
          name(text, before.equals("."));
        }
        return true;
      }
      case TEXT -> {
        if (before.equals(".")) {
          name(text, true);
        } else {
          path = null;
        }
        return true;
      }
      case VARIABLE -> {
        path = text.equals("$") ? context : records.contains(text) ? List.of() : null;
        return true;
      }
      case NUMBER, REGEX -> {
        path = null;
        return true;
      }
      default -> {
        return sign(text, before, behindValue);
      }
    }
  }

  private void name(String name, boolean onPath) {
    List<String> base = onPath ? path : context;
    if (base == null) {
      path = null;
      return;
    }
    List<String> longer = new ArrayList<>(base);
    longer.add(name);
    if (onPath && base == only) {
      found.remove(base);
    }
    path = List.copyOf(longer);
    only = found.add(path) ? path : null;
  }

  private boolean sign(String sign, String before, boolean behindValue) {
    switch (sign) {
      case "[", "{", "(" -> {
        boolean onPath =
            before.equals(".")
                || before.equals("^")
                || behindValue && !sign.equals("(")
                || behindValue && before.equals("function");
        boolean inside = onPath && !before.equals("function");
        levels.push(
            new Level(context, path, only, sign.equals("[") && behindValue || before.equals("^")));
        if (inside) {
          context = path;
        }
        path = null;
        return false;
      }
      case "]", "}", ")" -> {
        if (!levels.isEmpty()) {
          Level level = levels.pop();
          context = level.context();
          path = level.goesOn() ? level.path() : null;
          only = level.only();
        }
        return true;
      }
      case "*", "**", "%" -> {
        if (behindValue && !before.equals(".")) {
          return false;
        }
        path = null;
        return true;
      }
      case ".", "^" -> {
        return false;
      }
      default -> {
        path = null;
        return false;
      }
    }
  }
}
