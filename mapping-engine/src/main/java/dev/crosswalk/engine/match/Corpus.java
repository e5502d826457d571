package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The words of all fields of one request: a number for each, and how rare it is. */
final class Corpus {
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<Integer, Integer> fieldsWith = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int fields;

  /** Counts the words of one field. */
  void add(Collection<String> words) {
    fields++;
    for (String word : new HashSet<>(words)) {
      fieldsWith.merge(id(word), 1, Integer::sum);
    }
  }

  int id(String word) {
    Integer known = ids.get(word);
    if (known != null) {
      return known;
    }
    words.add(word);
    ids.put(word, words.size() - 1);
    return words.size() - 1;
  }

  /** All words, each at the place of its number. */
  List<String> words() {
    return Collections.unmodifiableList(words);
  }

  /** Weight of a word: high where few fields have it. */
  double rarity(String word) {
    int with = fieldsWith.getOrDefault(id(word), 1);
    return Math.log(1 + (double) Math.max(fields, 1) / with);
  }

  /** Adds words to a bag, each with its rarity times a factor; repeated words count damped. */
  void into(Map<Integer, Double> bag, List<String> words, double factor) {
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(w -> counts.merge(w, 1, Integer::sum));
    counts.forEach((w, n) -> bag.merge(id(w), factor * (1 + Math.log(n)) * rarity(w), Double::sum));
  }

  TextVector vector(List<String> words) {
    Map<Integer, Double> bag = new HashMap<>();
    into(bag, words, 1);
    return TextVector.of(bag);
  }
}
