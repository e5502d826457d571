package dev.crosswalk.app.studio.preview;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which source fields and targets belong together, by a number that both sides show, in a colour
 * that goes with it. Targets without a source have none.
 */
final class Joints {
  /** How many colours there are; numbers beyond begin again. */
  static final int COLOURS = 8;

  private final Map<String, Integer> targets = new LinkedHashMap<>();
  private final Map<String, List<Integer>> sources = new LinkedHashMap<>();

  private Joints() {}

  static Joints of(Mapping mapping) {
    Joints joints = new Joints();
    for (Map.Entry<String, FieldMapping> entry : mapping.fields().entrySet()) {
      List<String> from = entry.getValue().sources();
      if (!from.isEmpty()) {
        int number = joints.targets.size() + 1;
        joints.targets.put(entry.getKey(), number);
        from.forEach(s -> joints.sources.computeIfAbsent(s, k -> new ArrayList<>()).add(number));
      }
    }
    return joints;
  }

  /** The number of a target; empty where it has no source. */
  Optional<Integer> ofTarget(String target) {
    return Optional.ofNullable(targets.get(target));
  }

  /** The numbers of the targets that a field of the record feeds, by itself or by what is in it. */
  List<Integer> ofSource(String field) {
    return sources.entrySet().stream()
        .filter(e -> e.getKey().equals(field) || e.getKey().startsWith(field + "."))
        .flatMap(e -> e.getValue().stream())
        .sorted()
        .distinct()
        .toList();
  }

  /** The colour of a number, from 0. */
  static int colour(int number) {
    return (number - 1) % COLOURS;
  }
}
