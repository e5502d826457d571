package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.History.Decision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people decided about the same pair before. */
final class HistoryEvidence implements Evidence {
  private final Map<String, Set<String>> customers = new HashMap<>();
  private final Set<String> rejected = new HashSet<>();
  private final Set<String> decided = new HashSet<>();

  /** Keeps the decisions that are about these two systems. */
  HistoryEvidence(History history, String sourceSystem, String targetSystem) {
    for (Decision decision : history.accepted()) {
      if (decision.sourceSystem().equals(sourceSystem)
          && decision.targetSystem().equals(targetSystem)) {
        customers.computeIfAbsent(key(decision), k -> new HashSet<>()).add(decision.customer());
        decided.add(decision.targetObject() + "." + decision.targetField());
      }
    }
    for (Decision decision : history.rejected()) {
      if (decision.sourceSystem().equals(sourceSystem)
          && decision.targetSystem().equals(targetSystem)) {
        rejected.add(key(decision));
      }
    }
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    int times = accepted(source.object(), List.of(source.field().name()), target);
    return times == 0 ? SILENT : times / (times + 0.25);
  }

  /** For how many customers the pair was accepted. */
  int accepted(String object, List<String> fields, FieldProfile target) {
    return customers.isEmpty()
        ? 0
        : customers
            .getOrDefault(key(object, fields, target.object(), target.field().name()), Set.of())
            .size();
  }

  /** Whether a person said no to this pair; then it is not offered again. */
  boolean isRejected(String object, List<String> fields, FieldProfile target) {
    return !rejected.isEmpty()
        && rejected.contains(key(object, fields, target.object(), target.field().name()));
  }

  private static String key(Decision d) {
    return key(d.sourceObject(), d.sourceFields(), d.targetObject(), d.targetField());
  }

  private static String key(
      String sourceObject, List<String> fields, String targetObject, String targetField) {
    return String.join(
        "\u0000", sourceObject, String.join("\u0001", fields), targetObject, targetField);
  }
}
