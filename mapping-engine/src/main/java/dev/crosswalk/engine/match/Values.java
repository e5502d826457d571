package dev.crosswalk.engine.match;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Compares picklist values: after normalising, and by the synonyms of the thesaurus. */
final class Values {
  /** Lists with more pairs than this are not compared value by value. */
  private static final int MOST_PAIRS = 4000;

  private final Map<String, Set<Integer>> synonyms;

  /** Only saves work. */
  private final Map<String, String[]> words = new ConcurrentHashMap<>();

  Values(Thesaurus thesaurus) {
    this.synonyms = thesaurus.values();
  }

  /**
   * Lower-case words joined by single spaces, so that {@code In_Progress} is {@code in progress}.
   */
  static String normal(String value) {
    List<String> words = Words.split(value);
    return words.isEmpty()
        ? value.strip().toLowerCase(Locale.ROOT)
        : String.join(" ", words.stream().map(Words::stemOf).toList());
  }

  /** How alike two values in normal form are: 1 the same, 0.9 synonyms, less for shared words. */
  double likeness(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (Thesaurus.together(synonyms, a, b)) {
      return 0.9;
    }
    String[] left = words(a);
    String[] right = words(b);
    int shared = 0;
    for (String word : left) {
      for (String other : right) {
        if (word.equals(other)) {
          shared++;
          break;
        }
      }
    }
    return shared == 0 ? 0 : 0.85 * shared / (left.length + right.length - shared);
  }

  /** The different words of a value in normal form. */
  private String[] words(String value) {
    return words.computeIfAbsent(
        value, v -> Arrays.stream(v.split(" ")).distinct().toArray(String[]::new));
  }

  /**
   * The target value for each source value, one by one the most alike.
   *
   * @param source normal form to value
   * @param target normal form to value
   * @return source value to target value, only where they are alike
   */
  Map<String, String> pair(Map<String, String> source, Map<String, String> target) {
    Map<String, String> out = new LinkedHashMap<>();
    for (var option : source.entrySet()) {
      if (out.containsKey(option.getValue())) {
        continue;
      }
      String best = best(option.getKey(), target);
      if (best != null) {
        out.put(option.getValue(), best);
      }
    }
    return out;
  }

  private @Nullable String best(String value, Map<String, String> target) {
    String exact = target.get(value);
    if (exact != null) {
      return exact;
    }
    String best = null;
    double most = 0.4;
    for (var candidate : target.entrySet()) {
      double likeness = likeness(value, candidate.getKey());
      if (likeness > most) {
        most = likeness;
        best = candidate.getValue();
      }
    }
    return best;
  }

  /**
   * Whether a value of one list may be one of the other: the same, or alike by words or synonyms.
   * Of long lists without a value in common that is not known, and they may.
   */
  boolean mayShare(Map<String, String> a, Map<String, String> b) {
    if ((long) a.size() * b.size() > MOST_PAIRS) {
      return true;
    }
    for (String value : a.keySet()) {
      if (best(value, b) != null) {
        return true;
      }
    }
    return false;
  }

  /** The share of the smaller list that finds its like in the other, 0 to 1. */
  double overlap(Map<String, String> a, Map<String, String> b) {
    Map<String, String> small = a.size() <= b.size() ? a : b;
    Map<String, String> large = small == a ? b : a;
    if (small.isEmpty()) {
      return 0;
    }
    double sum = 0;
    int looked = 0;
    for (String value : small.keySet()) {
      if (looked++ >= 40) {
        break;
      }
      sum += large.containsKey(value) ? 1 : mostAlike(value, large);
    }
    return sum / Math.min(small.size(), 40);
  }

  private double mostAlike(String value, Map<String, String> others) {
    double most = 0;
    int looked = 0;
    for (String other : others.keySet()) {
      if (looked++ >= 60 || most >= 0.9) {
        break;
      }
      double likeness = likeness(value, other);
      most = Math.max(most, likeness > 0.4 ? likeness : 0);
    }
    return most;
  }
}
