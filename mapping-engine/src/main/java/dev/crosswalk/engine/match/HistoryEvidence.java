package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.match.Reason.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people decided about the same pair before; and, where two systems were both mapped to a
 * third, what that says about the two.
 */
final class HistoryEvidence {
  /** The word shown to people and used in the weights file. */
  static final String NAME = "history";

  /** Two fields that feed the same field of a third system are not always each other's. */
  private static final double IMPLIED = 0.6;

  /** The strength of a pair that was accepted once. */
  static final double ACCEPTED = 0.8;

  private final Map<Pair, Set<String>> customers = new LinkedHashMap<>();
  private final Set<Pair> implied = new HashSet<>();
  private final Set<Pair> rejected = new HashSet<>();

  /** The fields that one of these pairs feeds. */
  private final Set<Target> targets = new HashSet<>();

  /** Keeps the decisions that are about these two systems. */
  HistoryEvidence(History history, String sourceSystem, String targetSystem) {
    Map<String, List<Decision>> fromSource = new HashMap<>();
    List<Decision> fromTarget = new ArrayList<>();
    for (Decision d : history.accepted()) {
      if (isBetween(d, sourceSystem, targetSystem)) {
        customers.computeIfAbsent(Pair.of(d), k -> new HashSet<>()).add(d.customer());
      } else if (d.sourceSystem().equals(sourceSystem)) {
        fromSource.computeIfAbsent(third(d), k -> new ArrayList<>()).add(d);
      } else if (d.sourceSystem().equals(targetSystem) && d.sourceFields().size() == 1) {
        fromTarget.add(d);
      }
    }
    for (Decision target : fromTarget) {
      for (Decision source : fromSource.getOrDefault(third(target), List.of())) {
        implied.add(
            new Pair(
                source.sourceObject(),
                source.sourceFields(),
                target.sourceObject(),
                target.sourceFields().get(0)));
      }
    }
    for (Decision d : history.rejected()) {
      if (isBetween(d, sourceSystem, targetSystem)) {
        rejected.add(Pair.of(d));
      }
    }
    customers.keySet().forEach(pair -> targets.add(Target.of(pair)));
    implied.forEach(pair -> targets.add(Target.of(pair)));
    rejected.forEach(pair -> targets.add(Target.of(pair)));
  }

  private static boolean isBetween(Decision d, String source, String target) {
    return d.sourceSystem().equals(source) && d.targetSystem().equals(target);
  }

  private static String third(Decision d) {
    return String.join("\u0000", d.targetSystem(), d.targetObject(), d.targetField());
  }

  boolean isEmpty() {
    return targets.isEmpty();
  }

  /** Whether anything is known of what feeds this field; of most nothing is. */
  boolean knows(FieldProfile target) {
    return !targets.isEmpty()
        && targets.contains(new Target(target.object(), target.field().name()));
  }

  /** The pairs that history speaks for, each with its strength from 0 to 1. */
  Map<Pair, Double> strengths() {
    Map<Pair, Double> out = new LinkedHashMap<>();
    implied.forEach(pair -> out.put(pair, IMPLIED));
    customers.keySet().forEach(pair -> out.put(pair, strength(pair)));
    return out;
  }

  /** From 0 to 1; 0 where nobody decided. */
  double strength(Pair pair) {
    int times = accepted(pair);
    return times > 0 ? times / (times + 1 / ACCEPTED - 1) : implied.contains(pair) ? IMPLIED : 0;
  }

  /** For how many customers the pair was accepted; the base mapping counts as one. */
  int accepted(Pair pair) {
    return customers.getOrDefault(pair, Set.of()).size();
  }

  /** What was decided; empty where nothing was. */
  Optional<Reason> said(Pair pair) {
    Set<String> who = customers.getOrDefault(pair, Set.of());
    if (who.isEmpty()) {
      return implied.contains(pair) ? Optional.of(Reason.of(Kind.SAME_THIRD)) : Optional.empty();
    }
    if (who.size() == 1 && who.contains("")) {
      return Optional.of(Reason.of(Kind.ACCEPTED_IN_BASE));
    }
    Kind kind = who.size() == 1 ? Kind.ACCEPTED_FOR_ONE : Kind.ACCEPTED_FOR_MANY;
    return Optional.of(Reason.of(kind, new Reason.Count(who.size())));
  }

  /** Whether a person said no to this pair; then it is not offered again. */
  boolean isRejected(Pair pair) {
    return rejected.contains(pair);
  }

  private record Target(String object, String field) {
    static Target of(Pair pair) {
      return new Target(pair.targetObject(), pair.targetField());
    }
  }

  /** One or several source fields and the target field they feed. */
  record Pair(String sourceObject, List<String> fields, String targetObject, String targetField) {
    static Pair of(Decision d) {
      return new Pair(d.sourceObject(), d.sourceFields(), d.targetObject(), d.targetField());
    }

    static Pair of(FieldProfile source, FieldProfile target) {
      return new Pair(
          source.object(), List.of(source.field().name()), target.object(), target.field().name());
    }
  }
}
