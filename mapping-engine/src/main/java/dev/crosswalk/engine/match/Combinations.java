package dev.crosswalk.engine.match;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.match.HistoryEvidence.Pair;
import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proposes several source fields for one target: a name from its parts, an address from its, an
 * amount with its currency.
 */
final class Combinations {
  private static final String FIRST = Thesaurus.term("first name");
  private static final String LAST = Thesaurus.term("last name");
  private static final String FULL = Thesaurus.term("full name");
  private static final String STREET = Thesaurus.term("street");
  private static final String CITY = Thesaurus.term("city");
  private static final String CURRENCY = Thesaurus.term("currency");
  private static final List<String> ADDRESS =
      List.of(
          STREET,
          Thesaurus.term("postal code"),
          CITY,
          Thesaurus.term("state"),
          Thesaurus.term("country"));
  private static final double GOOD = 0.5;
  private static final double MOST = 0.95;
  private static final double ABOVE = 1.02;
  private static final Set<String> PERSON =
      Set.of("contact", "lead", "person", "user", "peopl", "individual", "customer", "employe");

  private final HistoryEvidence history;

  Combinations(HistoryEvidence history) {
    this.history = history;
  }

  /**
   * The parts of which the source fields of one object are, gathered once for all targets.
   *
   * @param addresses by what their names begin with, the fields by what they hold
   * @param amounts fields that hold money
   */
  private record PartsOfObject(
      @Nullable FieldProfile first,
      @Nullable FieldProfile last,
      @Nullable FieldProfile currency,
      Map<String, Map<String, FieldProfile>> addresses,
      List<FieldProfile> amounts) {}

  /** The parts of all source objects. */
  static final class Parts {
    private final List<PartsOfObject> objects;

    private Parts(List<PartsOfObject> objects) {
      this.objects = objects;
    }
  }

  static Parts parts(List<FieldProfile> sources) {
    Map<String, List<FieldProfile>> byObject = new LinkedHashMap<>();
    sources.forEach(s -> byObject.computeIfAbsent(s.object(), k -> new ArrayList<>()).add(s));
    List<PartsOfObject> out = new ArrayList<>();
    for (List<FieldProfile> fields : byObject.values()) {
      out.add(
          new PartsOfObject(
              part(fields, FIRST),
              part(fields, LAST),
              part(fields, CURRENCY),
              addresses(fields),
              fields.stream()
                  .filter(f -> f.field().type() == FieldType.MONEY && !f.fading())
                  .toList()));
    }
    return new Parts(out);
  }

  private static Map<String, Map<String, FieldProfile>> addresses(List<FieldProfile> fields) {
    Map<String, Map<String, FieldProfile>> groups = new TreeMap<>();
    for (FieldProfile source : fields) {
      for (String phrase : source.phrases()) {
        for (String role : ADDRESS) {
          if (phrase.equals(role) || phrase.endsWith(" " + role)) {
            String prefix = phrase.substring(0, phrase.length() - role.length()).strip();
            groups.computeIfAbsent(prefix, p -> new TreeMap<>()).putIfAbsent(role, source);
          }
        }
      }
    }
    groups.values().removeIf(g -> !g.containsKey(STREET) || !g.containsKey(CITY));
    return groups;
  }

  private static @Nullable FieldProfile part(List<FieldProfile> fields, String phrase) {
    for (FieldProfile field : fields) {
      if (field.phrases().contains(phrase) && !field.fading()) {
        return field;
      }
    }
    return null;
  }

  /**
   * The combinations for one target, most often none.
   *
   * @param siblings all fields of the target object, among which a part may have a place of its own
   * @param singles the single sources, best first
   */
  List<Ranked> propose(
      FieldProfile target, List<FieldProfile> siblings, Parts parts, List<Ranked> singles) {
    FieldType type = target.field().type();
    if (type != FieldType.STRING && type != FieldType.TEXT && type != FieldType.ANY) {
      return List.of();
    }
    List<Ranked> out = new ArrayList<>();
    for (PartsOfObject object : parts.objects) {
      FieldProfile first = object.first;
      FieldProfile last = object.last;
      if (first != null && last != null && wantsFullName(target)) {
        double score = target.phrases().contains(FULL) ? 0.88 : 0.78;
        score = beside(singles, List.of(first, last), score, 0.5);
        add(out, target, List.of(first, last), " ", score, Kind.NAME_FROM_PARTS);
      }
      if (!object.addresses.isEmpty() && wantsAddress(target)) {
        addAddress(out, target, siblings, object.addresses, singles);
      }
      FieldProfile currency = object.currency;
      if (currency != null && wantsMoney(target)) {
        for (FieldProfile amount : object.amounts) {
          if (FieldProfile.meet(amount.groups(), target.groups())
              || target.meaning().cosine(amount.meaning()) > 0.5) {
            add(out, target, List.of(amount, currency), " ", 0.6, Kind.AMOUNT_WITH_CURRENCY);
          }
        }
      }
    }
    return out;
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

  /** A text that holds an amount together with its currency says so in its name or help. */
  private static boolean wantsMoney(FieldProfile target) {
    if (target.field().type() == FieldType.ANY) {
      return false;
    }
    String description = target.field().description();
    return target.phrases().stream().anyMatch(p -> p.contains("amount") && p.contains(CURRENCY))
        || (description != null
            && description.matches("(?is).{0,300}\\bwith (?:its )?currency\\b.*"));
  }

  private void addAddress(
      List<Ranked> out,
      FieldProfile target,
      List<FieldProfile> siblings,
      Map<String, Map<String, FieldProfile>> groups,
      List<Ranked> singles) {
    boolean partsWanted =
        siblings.stream().anyMatch(s -> s.phrases().stream().anyMatch(p -> p.endsWith(CITY)));
    groups.forEach((prefix, roles) -> {
      List<FieldProfile> parts =
          ADDRESS.stream().filter(roles::containsKey).map(roles::get).distinct().toList();
      boolean same = !prefix.isEmpty() && target.leaf().containsAll(List.of(prefix.split(" ")));
      boolean other = !same && target.leaf().size() > 1;
      double score = partsWanted ? 0.3 : same ? 0.82 : other ? 0.3 : 0.66;
      score = beside(singles, parts, score, 0.7);
      add(out, target, parts, ", ", score, Kind.ADDRESS_FROM_PARTS);
    });
  }

  /**
   * The score of a combination beside single sources: little where one that is no part of it fits
   * by itself, and above its own parts where none does.
   */
  private static double beside(
      List<Ranked> singles, List<FieldProfile> parts, double score, double fits) {
    List<String> keys = parts.stream().map(FieldProfile::key).toList();
    double part = 0;
    double other = 0;
    for (Ranked single : singles) {
      if (keys.containsAll(single.sources())) {
        part = Math.max(part, single.score());
      } else {
        other = Math.max(other, single.score());
      }
    }
    if (other > fits && other > part) {
      return Math.min(score, 0.55 * other);
    }
    return score > GOOD ? Math.min(MOST, Math.max(score, part * ABOVE)) : score;
  }

  private void add(
      List<Ranked> out,
      FieldProfile target,
      List<FieldProfile> parts,
      String separator,
      double score,
      Kind made) {
    List<String> fields = parts.stream().map(p -> p.field().name()).toList();
    Pair pair = new Pair(parts.get(0).object(), fields, target.object(), target.field().name());
    if (history.isRejected(pair)) {
      return;
    }
    double before = history.strength(pair);
    List<Reason> reasons = new ArrayList<>();
    history.said(pair).ifPresent(reasons::add);
    reasons.add(Reason.of(made));
    Why said = Why.of(reasons);
    Map<String, Double> evidence = new LinkedHashMap<>();
    if (before > 0) {
      evidence.put(HistoryEvidence.NAME, before);
    }
    evidence.put("structure", score);
    out.add(
        new Ranked(
            parts.stream().map(FieldProfile::key).toList(),
            before > 0 ? Math.max(score, 0.95) : score,
            0,
            true,
            before >= HistoryEvidence.ACCEPTED,
            at ->
                new Candidate(
                    pair.sourceObject(),
                    fields,
                    at,
                    said,
                    evidence,
                    List.of(new StepCall("join", Map.of("separator", separator))),
                    null)));
  }
}
