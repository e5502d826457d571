package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.transform.Flow.Picks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the values of picklists with each other and with value maps. */
final class PicklistCheck {
  private PicklistCheck() {}

  /**
   * @param from the picks that reach the map; null where the value can be anything
   * @return problems without subject and place, which the caller knows
   */
  static List<Problem> values(ValueMap map, @Nullable Picks from, Field to) {
    List<Problem> problems = new ArrayList<>();
    Set<String> outputs = new LinkedHashSet<>();
    map.map().values().forEach(value -> add(outputs, value));
    if (map.other() instanceof SetOther(Object value)) {
      add(outputs, value);
    }
    if (to.isClosed()) {
      outputs.removeAll(values(to));
      if (!outputs.isEmpty()) {
        problems.add(
            Problem.error(
                "picklist",
                null,
                "the value map gives %s, which the target's picklist lacks."
                    .formatted(shown(outputs)),
                "Use one of: " + some(values(to)) + "."));
      }
    }
    if (from != null && map.other() instanceof RejectOther) {
      Set<String> unmapped = new LinkedHashSet<>(from.values());
      unmapped.removeAll(map.map().keySet());
      if (!unmapped.isEmpty()) {
        problems.add(
            Problem.warning(
                "picklist-unmapped",
                null,
                "%d of the %d values of '%s' are not in the value map (%s), so their records are"
                        .formatted(
                            unmapped.size(),
                            new LinkedHashSet<>(from.values()).size(),
                            from.field(),
                            some(unmapped))
                    + " rejected.",
                "Map them, or set other to keep or set."));
      }
    }
    return problems;
  }

  /** Whether a picklist without value map may give values that the target does not take. */
  static Optional<Problem> unmapped(@Nullable Picks from, Field to) {
    if (from == null || !to.isClosed()) {
      return Optional.empty();
    }
    Set<String> foreign = new LinkedHashSet<>(from.values());
    foreign.removeAll(values(to));
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                "picklist",
                null,
                "%d of the %d values of '%s' are not in the target's picklist: %s."
                    .formatted(
                        foreign.size(),
                        new LinkedHashSet<>(from.values()).size(),
                        from.field(),
                        some(foreign)),
                "Add a value map."));
  }

  private static Set<String> values(Field field) {
    return field.values().stream()
        .map(PicklistValue::value)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The picks of a source field that new records may have; null where it is no picklist. */
  static @Nullable Picks picks(@Nullable Field field) {
    return field == null || !field.type().isPicklist() || field.values().isEmpty()
        ? null
        : new Picks(field.name(), activeValues(field));
  }

  private static Set<String> activeValues(Field field) {
    return field.values().stream()
        .filter(v -> !Boolean.FALSE.equals(v.active()))
        .map(PicklistValue::value)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void add(Set<String> outputs, @Nullable Object value) {
    String text = Texts.of(value);
    if (text != null) {
      outputs.add(text);
    }
  }

  private static String shown(Set<String> values) {
    return some(
        values.stream()
            .map(v -> "'" + v + "'")
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static String some(Set<String> values) {
    String first = values.stream().limit(5).collect(Collectors.joining(", "));
    return values.size() > 5 ? first + " and " + (values.size() - 5) + " more" : first;
  }
}
