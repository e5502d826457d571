package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text with {@code ${name|filter}} in it, for what goes out: addresses, headers, bodies. Compiled
 * when the definition is loaded; immutable.
 */
public final class Template {
  private final String text;
  private final List<Part> parts;

  private Template(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Hole(String name, List<Use> filters) implements Part {}

  private record Use(TemplateFilter filter, List<String> arguments) {}

  /**
   * @throws ProblemException without a place, where a brace is not closed, a filter is unknown or
   *     has the wrong number of arguments
   */
  public static Template compile(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("${", at);
      if (open < 0) {
        parts.add(new Literal(text.substring(at)));
        break;
      }
      if (open > at) {
        parts.add(new Literal(text.substring(at, open)));
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw bad("The template '" + text + "' has a '${' without '}'.", "Close it with '}'.");
      }
      parts.add(hole(text.substring(open + 2, close), text));
      at = close + 1;
    }
    return new Template(text, parts);
  }

  private static Hole hole(String inside, String whole) {
    List<String> pieces = split(inside, '|');
    String name = pieces.get(0).strip();
    if (name.isEmpty()) {
      throw bad("The template '" + whole + "' has a '${}' without a name.", "Name a value.");
    }
    List<Use> uses = new ArrayList<>();
    for (String piece : pieces.subList(1, pieces.size())) {
      int colon = piece.indexOf(':');
      String word = (colon < 0 ? piece : piece.substring(0, colon)).strip();
      List<String> arguments = new ArrayList<>();
      if (colon >= 0) {
        for (String argument : split(piece.substring(colon + 1), ',')) {
          arguments.add(unquote(argument.strip()));
        }
      }
      List<String> words =
          java.util.Arrays.stream(TemplateFilter.values()).map(TemplateFilter::word).toList();
      TemplateFilter filter =
          TemplateFilter.ofWord(word)
              .orElseThrow(() ->
                  bad(
                      "The template '" + whole + "' uses the unknown filter '" + word + "'.",
                      DidYouMean.among(word, words)));
      if (filter.arguments() != arguments.size()) {
        throw bad(
            "The filter '"
                + word
                + "' in '"
                + whole
                + "' takes "
                + filter.arguments()
                + " arguments and has "
                + arguments.size()
                + ".",
            "Write them after a colon, in quotes, with commas between.");
      }
      uses.add(new Use(filter, arguments));
    }
    return new Hole(name, uses);
  }

  private static List<String> split(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      }
      if (c == separator && !quoted) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String unquote(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** As it was written. */
  public String source() {
    return text;
  }

  /** The names it needs. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Hole hole) {
        names.add(hole.name());
      }
    }
    return names;
  }

  /** The value where the template is one name and nothing else, otherwise the text. */
  public Object value(Scope scope) {
    return parts.size() == 1 && parts.get(0) instanceof Hole hole
        ? filled(hole, scope)
        : text(scope);
  }

  /** The text, nothing encoded. */
  public String text(Scope scope) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Hole hole -> out.append(TemplateFilter.text(filled(hole, scope)));
      }
    }
    return out.toString();
  }

  /**
   * The text as an address: values are encoded for the place where they stand, so that a value
   * cannot reach into another part of the address. A value at the very start, or a loopback origin
   * right after {@code https://}, may bring its own scheme.
   */
  public String url(Scope scope) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Hole hole -> {
          String value = TemplateFilter.text(filled(hole, scope));
          boolean path = hole.filters().stream().anyMatch(u -> u.filter() == TemplateFilter.PATH);
          if (out.isEmpty() && value.contains("://")) {
            out.append(value);
          } else if (out.toString().equals("https://") && value.startsWith("http://")) {
            out.setLength(0);
            out.append(value);
          } else if (inHost(out) && !(path && value.startsWith("/"))) {
            out.append(host(hole.name(), value));
          } else {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            String spaced = encoded.replace("+", "%20");
            out.append(path ? spaced.replace("%2F", "/") : spaced);
          }
        }
      }
    }
    return out.toString();
  }

  private static boolean inHost(CharSequence soFar) {
    String before = soFar.toString();
    int scheme = before.indexOf("://");
    return scheme >= 0 && before.indexOf('/', scheme + 3) < 0 && before.indexOf('?') < 0;
  }

  private static String host(String name, String value) {
    for (char c : value.toCharArray()) {
      if ("/?#@\\ ".indexOf(c) >= 0) {
        throw bad(
            "The value of '" + name + "' is not a host name: it holds '" + c + "'.",
            "Give the host alone, such as acme.example.com.");
      }
    }
    return value;
  }

  private static Object filled(Hole hole, Scope scope) {
    @Nullable Object value = scope.get(hole.name());
    if (value == null || "".equals(value)) {
      for (Use use : hole.filters()) {
        if (use.filter() == TemplateFilter.DEFAULT) {
          value = use.arguments().get(0);
        }
      }
    }
    if (value == null) {
      throw bad(
          "There is no value for '" + hole.name() + "'.",
          "Fill it in in the connection's settings, or sign in again.");
    }
    for (Use use : hole.filters()) {
      try {
        value = use.filter().apply(value, use.arguments());
      } catch (IllegalArgumentException e) {
        throw bad(
            "The value of '"
                + hole.name()
                + "' does not suit the filter '"
                + use.filter().word()
                + "'.",
            "Correct the value in the connection's settings.");
      }
    }
    return value;
  }

  private static ProblemException bad(String what, String next) {
    return new ProblemException(Problem.error("connector-template", null, what, next));
  }

  @Override
  public String toString() {
    return text;
  }
}
