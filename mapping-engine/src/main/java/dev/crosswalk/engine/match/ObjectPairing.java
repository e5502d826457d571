package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

  /** How much the name counts, and how much the fields. */
  private static final double NAME = 0.6;

  private static final double FIELDS = 0.5;

  /**
   * How much of that counts between a company and a person, both of which have a name and a city.
   */
  private static final double OTHERS = 0.5;

  /** So much of the smaller object in common counts as all of it. */
  private static final double GENEROUS = 1.3;

  /** Added to the smaller object's weight, so that few fields in common say little. */
  private static final double DAMPING = 3;

  private final Thesaurus thesaurus;

  ObjectPairing(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /** All pairs worth showing, best first. */
  List<ObjectPair> rank(Schema source, Schema target) {
    ObjectSketch.Pencil pencil = new ObjectSketch.Pencil(thesaurus);
    List<ObjectSketch> sources = source.objects().stream().map(pencil::sketch).toList();
    List<ObjectSketch> targets = target.objects().stream().map(pencil::sketch).toList();
    double[] rarity = rarity(sources, targets, pencil.phrases());
    double[] weights = sources.stream().mapToDouble(s -> weight(s, rarity)).toArray();
    boolean only = sources.size() == 1 && targets.size() == 1;
    // Scores are rounded, so a little less is shown too.
    double share = (SHOWN - 0.005) / (FIELDS * GENEROUS);
    ObjectIndex index = new ObjectIndex(sources, rarity, share, DAMPING);
    int[] inTarget = new int[rarity.length];
    List<ObjectPair> pairs = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      ObjectSketch wanted = targets.get(t);
      for (int phrase : wanted.phrases()) {
        inTarget[phrase] = t + 1;
      }
      double weight = weight(wanted, rarity);
      for (int s : only ? new int[1] : index.like(wanted)) {
        ObjectSketch have = sources.get(s);
        double shared = 0;
        int count = 0;
        for (int phrase : have.phrases()) {
          if (inTarget[phrase] == t + 1) {
            shared += rarity[phrase];
            count++;
          }
        }
        double smaller = Math.min(weights[s], weight);
        double fields = smaller == 0 ? 0 : shared / (smaller + DAMPING);
        boolean others = Subject.exclude(have.kinds(), wanted.kinds());
        double name = others ? 0 : nameLikeness(have, wanted);
        double score = score(name, fields, others);
        if (score >= SHOWN || only) {
          pairs.add(
              new ObjectPair(
                  have.name(), wanted.name(), score, why(have, wanted, name, others, count)));
        }
      }
    }
    pairs.sort(BEST_FIRST);
    return pairs;
  }

  private static double[] rarity(
      List<ObjectSketch> sources, List<ObjectSketch> targets, int phrases) {
    int[] objectsWith = new int[phrases];
    for (List<ObjectSketch> side : List.of(sources, targets)) {
      for (ObjectSketch object : side) {
        for (int phrase : object.phrases()) {
          objectsWith[phrase]++;
        }
      }
    }
    int all = sources.size() + targets.size();
    double[] rarity = new double[phrases];
    Arrays.setAll(rarity, p -> Math.log(1 + (double) all / Math.max(1, objectsWith[p])));
    return rarity;
  }

  private static double weight(ObjectSketch object, double[] rarity) {
    double weight = 0;
    for (int phrase : object.phrases()) {
      weight += rarity[phrase];
    }
    return weight;
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

  /** From 0 to 1, to two places; most pairs are scored and never shown. */
  private static double score(double name, double fields, boolean others) {
    double like = Math.min(1, GENEROUS * fields) * (others ? OTHERS : 1);
    double score = Math.min(1, NAME * name + FIELDS * like);
    return Math.round(score * 100) / 100.0;
  }

  private static Why why(ObjectSketch s, ObjectSketch t, double name, boolean others, int count) {
    Reason head;
    if (others) {
      head = Reason.of(Kind.COMPANY_AND_PERSON);
    } else if (name >= 1) {
      head = Reason.of(Kind.SAME_NAME);
    } else if (name >= 0.85) {
      head = Reason.both(Kind.SAME_KIND_OF_RECORD, s.shown(), t.shown());
    } else {
      head = Reason.of(name > 0 ? Kind.NAMES_SHARE_A_WORD : Kind.NAMES_DIFFER);
    }
    Kind common = count == 1 ? Kind.ONE_FIELD_IN_COMMON : Kind.FIELDS_IN_COMMON;
    return Why.of(head, Reason.of(common, new Reason.Count(count)));
  }

  private static double nameLikeness(ObjectSketch s, ObjectSketch t) {
    double best = 0;
    for (ObjectSketch.Name a : s.names()) {
      for (ObjectSketch.Name b : t.names()) {
        if (a.joined().equals(b.joined())) {
          return 1;
        }
        if (!Collections.disjoint(a.lines(), b.lines())) {
          best = Math.max(best, 0.9);
        }
        int common = 0;
        for (String word : a.words()) {
          common += b.words().contains(word) ? 1 : 0;
        }
        best = Math.max(best, 0.8 * common / Math.max(a.words().size(), b.words().size()));
      }
    }
    return best;
  }
}
