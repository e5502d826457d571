package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds fields that have a plainer twin in their object: {@code default_address.phone} beside
 * {@code phone}, {@code address1_telephone1} beside {@code telephone1}. Where nobody asks for the
 * words they have more, the twin is meant. Parts of addresses stand in several; they have a twin
 * only in an address with a plainer path.
 */
final class Twins {
  private final Thesaurus thesaurus;

  Twins(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /** Tells each field of an object that has a twin what it says more, in standard terms. */
  void find(List<Draft> fields) {
    Set<List<String>> plain = new HashSet<>();
    for (Draft d : fields) {
      if (d.parents.isEmpty() && !d.meaning.isEmpty()) {
        plain.add(d.meaning);
      }
    }
    Map<AddressRoles.Role, Set<List<String>>> which = new EnumMap<>(AddressRoles.Role.class);
    for (Draft d : fields) {
      d.role.ifPresent(r -> which.computeIfAbsent(r, k -> new HashSet<>()).add(d.parents));
    }
    for (Draft d : fields) {
      if (d.crossing == null) {
        d.more =
            d.role
                .map(role -> more(d.parents, which.getOrDefault(role, Set.of())))
                .orElseGet(() -> more(d, plain));
      }
    }
  }

  /** What the path to one address says more than the path to another: {@code default_address}. */
  private static List<String> more(List<String> parents, Set<List<String>> others) {
    // Of several the nearest, whatever the order of the fields.
    return others.stream()
        .filter(o -> !o.isEmpty() && o.size() < parents.size() && parents.containsAll(o))
        .max(Comparator.<List<String>>comparingInt(List::size).thenComparing(Object::toString))
        .map(o -> parents.stream().filter(w -> !o.contains(w)).toList())
        .orElse(List.of());
  }

  private List<String> more(Draft d, Set<List<String>> plain) {
    if (!d.parents.isEmpty()) {
      return plain.contains(d.meaning) ? thesaurus.standardise(d.parents) : List.of();
    }
    if (d.beginning == 0 || d.beginning >= d.leaf.size()) {
      return List.of();
    }
    List<String> head = thesaurus.standardise(d.leaf.subList(0, d.beginning));
    List<String> rest = thesaurus.standardise(d.leaf.subList(d.beginning, d.leaf.size()));
    List<String> both = new ArrayList<>(head);
    both.addAll(rest);
    // "First name" is no name that says "first" more.
    return both.equals(d.meaning) && plain.contains(rest) ? head : List.of();
  }

  /** Whether a field says what its twin does not, and the other field does not say it either. */
  static boolean isOutdone(FieldProfile field, FieldProfile other) {
    int[] more = field.more();
    return more.length > 0
        && !FieldProfile.meet(more, other.meaning().ids())
        && !FieldProfile.meet(more, other.labelMeaning().ids());
  }
}
