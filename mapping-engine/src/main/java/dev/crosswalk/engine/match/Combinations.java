package dev.crosswalk.engine.match;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Proposes several source fields for one target: a name from its parts, an address from its. */
final class Combinations {
  private static final String FIRST = Thesaurus.term("first name");
  private static final String LAST = Thesaurus.term("last name");
  private static final String FULL = Thesaurus.term("full name");
  private static final String STREET = Thesaurus.term("street");
  private static final String CITY = Thesaurus.term("city");
  private static final List<String> ADDRESS =
      List.of(
          STREET,
          Thesaurus.term("postal code"),
          CITY,
          Thesaurus.term("state"),
          Thesaurus.term("country"));
  private static final Set<String> PERSON =
      Set.of("contact", "lead", "person", "user", "peopl", "individual", "customer", "employe");

  private final HistoryEvidence history;

  Combinations(HistoryEvidence history) {
    this.history = history;
  }

  /**
   * The combinations for one target, most often none.
   *
   * @param siblings all fields of the target object, among which a part may have a place of its own
   * @param bestSingle probability of the best single source
   */
  List<Candidate> propose(
      FieldProfile target,
      List<FieldProfile> siblings,
      List<FieldProfile> sources,
      double bestSingle) {
    FieldType type = target.field().type();
    if (type != FieldType.STRING && type != FieldType.TEXT && type != FieldType.ANY) {
      return List.of();
    }
    List<Candidate> out = new ArrayList<>();
    for (List<FieldProfile> object : byObject(sources)) {
      if (wantsFullName(target)) {
        FieldProfile first = part(object, FIRST);
        FieldProfile last = part(object, LAST);
        if (first != null && last != null) {
          double score = target.phrases().contains(FULL) ? 0.88 : 0.78;
          if (bestSingle > 0.5) {
            score = Math.min(score, 0.55 * bestSingle);
          }
          add(out, target, List.of(first, last), " ", score, "first and last name make it");
        }
      }
      if (wantsAddress(target)) {
        addAddress(out, target, siblings, object, bestSingle);
      }
    }
    return out;
  }

  private static List<List<FieldProfile>> byObject(List<FieldProfile> sources) {
    Map<String, List<FieldProfile>> map = new LinkedHashMap<>();
    sources.forEach(s -> map.computeIfAbsent(s.object(), k -> new ArrayList<>()).add(s));
    return List.copyOf(map.values());
  }

  private static boolean wantsFullName(FieldProfile target) {
    if (target.phrases().contains(FULL)) {
      return true;
    }
    String object =
        String.join(" ", Words.split(target.object()).stream().map(Words::stemOf).toList());
    return target.phrases().contains("name") && PERSON.stream().anyMatch(object::contains);
  }

  private static boolean wantsAddress(FieldProfile target) {
    List<String> leaf = target.leaf();
    return !leaf.isEmpty()
        && leaf.get(leaf.size() - 1).equals("address")
        && leaf.stream().noneMatch(w -> w.equals("email") || w.equals("ip") || w.equals("web"));
  }

  private static @Nullable FieldProfile part(List<FieldProfile> fields, String phrase) {
    for (FieldProfile field : fields) {
      if (field.phrases().contains(phrase) && !field.fading()) {
        return field;
      }
    }
    return null;
  }

  private void addAddress(
      List<Candidate> out,
      FieldProfile target,
      List<FieldProfile> siblings,
      List<FieldProfile> sources,
      double bestSingle) {
    Map<String, Map<String, FieldProfile>> groups = new TreeMap<>();
    for (FieldProfile source : sources) {
      for (String phrase : source.phrases()) {
        for (String role : ADDRESS) {
          if (phrase.equals(role) || phrase.endsWith(" " + role)) {
            String prefix = phrase.substring(0, phrase.length() - role.length()).strip();
            groups.computeIfAbsent(prefix, p -> new TreeMap<>()).putIfAbsent(role, source);
          }
        }
      }
    }
    boolean partsWanted =
        siblings.stream().anyMatch(s -> s.phrases().stream().anyMatch(p -> p.endsWith(CITY)));
    groups.forEach((prefix, roles) -> {
      if (roles.containsKey(STREET) && roles.containsKey(CITY)) {
        List<FieldProfile> parts =
            ADDRESS.stream().filter(roles::containsKey).map(roles::get).distinct().toList();
        boolean same = !prefix.isEmpty() && target.leaf().containsAll(List.of(prefix.split(" ")));
        boolean other = !same && target.leaf().size() > 1;
        double score = partsWanted ? 0.3 : same ? 0.82 : other ? 0.3 : 0.66;
        score = bestSingle > 0.7 ? Math.min(score, 0.55 * bestSingle) : score;
        add(out, target, parts, ", ", score, "the parts of the address make it");
      }
    });
  }

  private void add(
      List<Candidate> out,
      FieldProfile target,
      List<FieldProfile> parts,
      String separator,
      double score,
      String why) {
    String object = parts.get(0).object();
    List<String> fields = parts.stream().map(p -> p.field().name()).toList();
    if (history.isRejected(object, fields, target)) {
      return;
    }
    int accepted = history.accepted(object, fields, target);
    Map<String, Double> evidence = new LinkedHashMap<>();
    if (accepted > 0) {
      evidence.put("history", accepted / (accepted + 0.25));
    }
    evidence.put("structure", score);
    out.add(
        new Candidate(
            object,
            fields,
            accepted > 0 ? Math.max(score, 0.95) : score,
            accepted > 0 ? Reasons.times(accepted) + ", " + why : why,
            evidence,
            List.of(new StepCall("join", Map.of("separator", separator))),
            null));
  }
}
