package dev.crosswalk.connectors.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the requests that are made once for each object may name of it. */
final class ObjectNames {
  private static final List<String> ALWAYS =
      List.of("object.name", "object.id", "object.endpoint", "object.label", "object.plural");

  private final List<String> names;

  ObjectNames(DefinitionNode root) {
    Set<String> all = new LinkedHashSet<>(ALWAYS);
    DefinitionNode objects = root.get("objects");
    objects.get("vars").entries().keySet().forEach(v -> all.add("object." + v));
    objects
        .get("static")
        .items()
        .forEach(o -> o.get("vars").entries().keySet().forEach(v -> all.add("object." + v)));
    if (root.has("metadata")) {
      all.add("object.*");
    }
    this.names = List.copyOf(all);
  }

  /** Whether a template that names this describes one object at a time. */
  static boolean ofObject(String name) {
    return name.startsWith("object.");
  }

  /** The names, and these besides. */
  String[] and(String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
