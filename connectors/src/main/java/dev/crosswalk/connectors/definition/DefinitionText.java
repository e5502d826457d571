package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.text.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says, from one file or from one that refines another, with the place of
 * everything. Immutable.
 */
final class DefinitionText {
  /** These are replaced whole: half of one and half of another would be neither. */
  private static final Set<String> WHOLE =
      Set.of("page", "request", "sample", "discover", "batch", "fallback", "perId", "body");

  private final YamlDocument own;
  private final @Nullable YamlDocument base;
  private final @Nullable Object plain;

  private DefinitionText(YamlDocument own, @Nullable YamlDocument base, @Nullable Object plain) {
    this.own = own;
    this.base = base;
    this.plain = plain;
  }

  static DefinitionText of(YamlDocument document) {
    return new DefinitionText(document, null, document.plain());
  }

  /**
   * The own file over the base: maps are joined key by key, everything else is replaced, and a key
   * whose value is null is taken out.
   */
  static DefinitionText refined(YamlDocument own, YamlDocument base) {
    Map<String, @Nullable Object> merged = merged(base.map(), own.map());
    merged.remove("extends");
    return new DefinitionText(own, base, merged);
  }

  private static Map<String, @Nullable Object> merged(Map<?, ?> below, Map<?, ?> above) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    below.forEach((k, v) -> merged.put(String.valueOf(k), v));
    above.forEach((key, value) -> {
      String name = String.valueOf(key);
      if (value == null) {
        merged.remove(name);
      } else if (value instanceof Map<?, ?> map
          && merged.get(name) instanceof Map<?, ?> before
          && !WHOLE.contains(name)) {
        merged.put(name, merged(before, map));
      } else {
        merged.put(name, value);
      }
    });
    return merged;
  }

  @Nullable Object plain() {
    return plain;
  }

  /** In the own file where it says anything there, otherwise in the base. */
  Place place(List<String> path) {
    if (base == null || own.at(path).isPresent()) {
      return own.place(path);
    }
    for (int size = path.size() - 1; size >= 0; size--) {
      List<String> around = path.subList(0, size);
      var spot = size == 0 ? null : own.at(around).orElse(null);
      if (spot != null && !(spot.value() instanceof Map)) {
        return own.place(path);
      }
    }
    return base.at(path).isPresent() ? base.place(path) : own.place(path);
  }
}
