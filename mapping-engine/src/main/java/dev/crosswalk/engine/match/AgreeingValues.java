package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Reason.Count;
import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.match.Reason.Text;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says in words how many values of a source a target has. Only where each of them is there, by
 * value or by label, are they the same.
 */
final class AgreeingValues {
  private final Values values;

  AgreeingValues(Values values) {
    this.values = values;
  }

  /** What speaks for the pair; none where fewer than half of the values find their like. */
  Optional<Reason> of(FieldProfile source, FieldProfile target) {
    Map<String, List<String>> have = forms(source);
    Map<String, String> wanted = ValuesEvidence.list(target);
    if (have.isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    Set<String> met = new LinkedHashSet<>();
    List<String> alike = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    have.forEach((value, forms) -> {
      String there =
          forms.stream().filter(wanted::containsKey).map(wanted::get).findFirst().orElse(null);
      if (there != null) {
        met.add(there);
      } else if (forms.stream().anyMatch(f -> hasLike(f, wanted))) {
        alike.add(value);
      } else {
        missing.add(value);
      }
    });
    int all = have.size();
    if (missing.isEmpty()) {
      boolean same = met.size() == new LinkedHashSet<>(wanted.values()).size();
      Kind kind = same ? Kind.SAME_VALUES : Kind.ALL_VALUES_AMONG;
      return Optional.of(Reason.of(alike.isEmpty() ? kind : Kind.VALUES_ALIKE));
    }
    if (2 * missing.size() > all) {
      return Optional.empty();
    }
    return Optional.of(
        missing.size() == 1
            ? Reason.of(Kind.SAME_VALUES_BUT, new Text(missing.get(0)))
            : Reason.of(Kind.SOME_VALUES, new Count((long) all - missing.size()), new Count(all)));
  }

  private boolean hasLike(String form, Map<String, String> wanted) {
    return values.mayShare(Map.of(form, form), wanted);
  }

  /** The normal forms of each value: of the value itself and of its label. */
  private static Map<String, List<String>> forms(FieldProfile field) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    if (field.options().isEmpty()) {
      ValuesEvidence.list(field).forEach((form, value) -> out.put(value, List.of(form)));
      return out;
    }
    for (PicklistValue value : field.field().values()) {
      out.put(value.shown(), List.of(Values.normal(value.value()), Values.normal(value.shown())));
    }
    return out;
  }
}
