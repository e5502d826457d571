package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ranks which source object may feed which target object: by their names and by their fields. */
final class ObjectPairing {
  /** Below this a pair is not worth showing. */
  private static final double SHOWN = 0.12;

  /** From here on a pair is used without a person saying so. */
  private static final double USED = 0.38;

  private static final Comparator<ObjectPair> BEST_FIRST =
      Comparator.comparingDouble(ObjectPair::score)
          .reversed()
          .thenComparing(ObjectPair::target)
          .thenComparing(ObjectPair::source);

  private final Thesaurus thesaurus;
  private final Words words;

  ObjectPairing(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
    this.words = new Words(thesaurus.abbreviations(), thesaurus.vocabulary());
  }

  /** All pairs worth showing, best first. */
  List<ObjectPair> rank(Schema source, Schema target) {
    List<Sketch> sources = source.objects().stream().map(this::sketch).toList();
    List<Sketch> targets = target.objects().stream().map(this::sketch).toList();
    Map<String, Integer> objectsWith = new HashMap<>();
    for (List<Sketch> side : List.of(sources, targets)) {
      side.forEach(s -> s.phrases.forEach(p -> objectsWith.merge(p, 1, Integer::sum)));
    }
    int all = sources.size() + targets.size();
    Map<String, Double> rarity = new HashMap<>();
    objectsWith.forEach((p, n) -> rarity.put(p, Math.log(1 + (double) all / n)));
    boolean only = sources.size() == 1 && targets.size() == 1;
    List<ObjectPair> pairs = new ArrayList<>();
    for (Sketch t : targets) {
      for (Sketch s : sources) {
        ObjectPair pair = pair(s, t, rarity);
        if (pair.score() >= SHOWN || only) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(BEST_FIRST);
    return pairs;
  }

  /** The pairs to work with: for each target the best source, each source once where it can be. */
  List<ObjectPair> use(List<ObjectPair> ranked) {
    List<ObjectPair> out = new ArrayList<>();
    Set<String> sources = new HashSet<>();
    Set<String> targets = new HashSet<>();
    for (ObjectPair pair : ranked) {
      boolean good = pair.score() >= USED || ranked.size() == 1;
      if (good && !targets.contains(pair.target()) && sources.add(pair.source())) {
        targets.add(pair.target());
        out.add(pair);
      }
    }
    for (ObjectPair pair : ranked) {
      if (pair.score() >= USED && targets.add(pair.target())) {
        out.add(pair);
      }
    }
    out.sort(BEST_FIRST);
    return out;
  }

  private ObjectPair pair(Sketch s, Sketch t, Map<String, Double> rarity) {
    double shared = 0;
    double left = 0;
    double right = 0;
    int count = 0;
    for (String phrase : s.phrases) {
      left += rarity.getOrDefault(phrase, 0.0);
      if (t.phrases.contains(phrase)) {
        shared += rarity.getOrDefault(phrase, 0.0);
        count++;
      }
    }
    for (String phrase : t.phrases) {
      right += rarity.getOrDefault(phrase, 0.0);
    }
    double smaller = Math.min(left, right);
    double fields = smaller == 0 ? 0 : shared / (smaller + 3);
    double name = nameLikeness(s, t);
    double score = Math.min(1, 0.6 * name + 0.5 * Math.min(1, 1.3 * fields));
    String why;
    String common =
        count + (count == 1 ? " field in common" : " fields in common") + " by name or label";
    if (name >= 1) {
      why = "same name, " + common;
    } else if (name >= 0.85) {
      why = "'" + s.shown + "' and '" + t.shown + "' mean the same, " + common;
    } else if (name > 0) {
      why = "the names share a word, " + common;
    } else {
      why = "the names differ, " + common;
    }
    return new ObjectPair(s.name, t.name, Math.round(score * 100) / 100.0, why);
  }

  private double nameLikeness(Sketch s, Sketch t) {
    double best = 0;
    for (List<String> a : s.names) {
      for (List<String> b : t.names) {
        String left = String.join(" ", a);
        String right = String.join(" ", b);
        if (left.equals(right)) {
          return 1;
        }
        if (Thesaurus.together(thesaurus.objects(), left, right)) {
          best = Math.max(best, 0.9);
        }
        long common = a.stream().filter(b::contains).count();
        best = Math.max(best, 0.8 * common / Math.max(a.size(), b.size()));
      }
    }
    return best;
  }

  private Sketch sketch(SchemaObject object) {
    Set<List<String>> names = new LinkedHashSet<>();
    names.add(thesaurus.standardise(words.ofName(object.name())));
    names.add(thesaurus.standardise(words.ofLabel(object.label())));
    names.add(thesaurus.standardise(words.ofLabel(object.plural())));
    names.removeIf(List::isEmpty);
    Set<String> own = new HashSet<>();
    names.forEach(own::addAll);
    Set<String> phrases = new LinkedHashSet<>();
    for (Field field : object.fields()) {
      add(phrases, words.ofName(leaf(field.name())), own);
      add(phrases, words.ofLabel(field.label()), own);
    }
    return new Sketch(object.name(), object.shown(), List.copyOf(names), phrases);
  }

  private static String leaf(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).equals(name)
        ? name
        : name.substring(name.lastIndexOf('.') + 1);
  }

  private void add(Set<String> phrases, List<String> stems, Set<String> own) {
    if (!stems.isEmpty()) {
      List<String> standard = thesaurus.standardise(stems);
      List<String> rest = standard.stream().filter(w -> !own.contains(w)).toList();
      phrases.add(String.join(" ", rest.isEmpty() ? standard : rest));
    }
  }

  private record Sketch(String name, String shown, List<List<String>> names, Set<String> phrases) {}
}
