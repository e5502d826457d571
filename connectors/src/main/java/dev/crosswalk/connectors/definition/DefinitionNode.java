package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value in a definition file with its place. What is wrong is gathered, so that an author sees
 * all of it at once. The structure was checked against the JSON Schema before.
 */
final class DefinitionNode {
  private final DefinitionText document;
  private final List<String> path;
  private final @Nullable Object value;
  private final List<Problem> problems;

  private DefinitionNode(
      DefinitionText document, List<String> path, @Nullable Object value, List<Problem> problems) {
    this.document = document;
    this.path = path;
    this.value = value;
    this.problems = problems;
  }

  static DefinitionNode root(DefinitionText document, List<Problem> problems) {
    return new DefinitionNode(document, List.of(), document.plain(), problems);
  }

  boolean has(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null;
  }

  DefinitionNode get(String key) {
    List<String> inner = new ArrayList<>(path);
    inner.add(key);
    return new DefinitionNode(
        document, inner, value instanceof Map<?, ?> map ? map.get(key) : null, problems);
  }

  boolean isNull() {
    return value == null;
  }

  @Nullable Object plain() {
    return value;
  }

  /** The entries of a map; none where it is absent. */
  Map<String, DefinitionNode> entries() {
    Map<String, DefinitionNode> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(k -> entries.put((String) k, get((String) k)));
    }
    return entries;
  }

  /** The items of a list; none where it is absent. */
  List<DefinitionNode> items() {
    List<DefinitionNode> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        List<String> inner = new ArrayList<>(path);
        inner.add(String.valueOf(i));
        items.add(new DefinitionNode(document, inner, list.get(i), problems));
      }
    }
    return items;
  }

  @Nullable String text() {
    return value == null ? null : value.toString();
  }

  String text(String otherwise) {
    return value == null ? otherwise : value.toString();
  }

  boolean flag(boolean otherwise) {
    return value instanceof Boolean b ? b : otherwise;
  }

  int number(int otherwise) {
    return value instanceof Number n ? n.intValue() : otherwise;
  }

  List<String> texts() {
    return items().stream().map(i -> i.text("")).toList();
  }

  <T> Map<String, T> mapped(Function<DefinitionNode, T> read) {
    Map<String, T> map = new LinkedHashMap<>();
    entries().forEach((k, v) -> map.put(k, read.apply(v)));
    return map;
  }

  @Nullable Expression expressionOrNull() {
    return value == null ? null : expression();
  }

  Expression expression() {
    if (value == null) {
      problem(
          "connector-missing-key",
          "The key '"
              + path.getLast()
              + "' is missing in '"
              + String.join(".", path.subList(0, path.size() - 1))
              + "'.",
          "Add it.");
      return Expression.compile("null");
    }
    return caught(() -> Expression.compile(text("")), () -> Expression.compile("null"));
  }

  /**
   * @param names the names that a template may use here
   * @param refused those of them that may not stand here, because they are secret
   */
  Template template(Set<String> names, Set<String> refused) {
    Template template = caught(() -> Template.compile(text("")), () -> Template.compile(""));
    for (String name : template.names()) {
      if (!known(name, names) && !refused.contains(name)) {
        problem(
            "connector-unknown-name",
            "The template '" + template + "' uses the unknown name '" + name + "'.",
            DidYouMean.among(name, names));
      } else if (refused.contains(name)) {
        problem(
            "connector-secret",
            "The template '" + template + "' puts the secret '" + name + "' where it must not be.",
            "Secrets may stand in auth and in header values only.");
      }
    }
    return template;
  }

  /** Whether the names hold this one, or {@code x.*} for one that starts with {@code x.}. */
  private static boolean known(String name, Set<String> names) {
    int dot = name.indexOf('.');
    return names.contains(name) || (dot > 0 && names.contains(name.substring(0, dot) + ".*"));
  }

  private interface Compile<T> {
    T run();
  }

  private <T> T caught(Compile<T> compile, Compile<T> otherwise) {
    try {
      return compile.run();
    } catch (ProblemException e) {
      problem(e.problem().code(), e.problem().what(), e.problem().next());
      return otherwise.run();
    }
  }

  void problem(String code, String what, String next) {
    problems.add(Problem.error(code, document.place(path), what, next));
  }
}
