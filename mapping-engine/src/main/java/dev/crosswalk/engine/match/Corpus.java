package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The words of all fields of one request: a number for each, and how rare it is. */
final class Corpus {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[] fieldsWith = new int[256];
  private int[] lastField = new int[256];
  private int fields;

  /** Counts the words of one field. */
  void add(Collection<String> ofField) {
    fields++;
    for (String word : ofField) {
      int id = id(word);
      if (lastField[id] != fields) {
        lastField[id] = fields;
        fieldsWith[id]++;
      }
    }
  }

  int id(String word) {
    Integer known = ids.get(word);
    if (known != null) {
      return known;
    }
    int id = words.size();
    words.add(word);
    ids.put(word, id);
    if (id == fieldsWith.length) {
      fieldsWith = Arrays.copyOf(fieldsWith, id * 2);
      lastField = Arrays.copyOf(lastField, id * 2);
    }
    return id;
  }

  /** All words, each at the place of its number. */
  List<String> words() {
    return Collections.unmodifiableList(words);
  }

  /** Weight of a word: high where few fields have it. */
  double rarity(String word) {
    return rarity(id(word));
  }

  private double rarity(int id) {
    return Math.log(1 + (double) Math.max(fields, 1) / Math.max(1, fieldsWith[id]));
  }

  /** Adds words to a bag, each with its rarity times a factor; repeated words count damped. */
  void into(Bag bag, List<String> ofText, double factor) {
    into(bag, ofText, word -> factor);
  }

  /** The same with a factor for each word. */
  void into(Bag bag, List<String> ofText, ToDoubleFunction<String> factor) {
    Bag counts = new Bag();
    for (String word : ofText) {
      counts.add(id(word), 1);
    }
    for (int i = 0; i < counts.size(); i++) {
      int id = counts.id(i);
      bag.add(
          id, factor.applyAsDouble(words.get(id)) * (1 + Math.log(counts.weight(i))) * rarity(id));
    }
  }

  TextVector vector(List<String> ofText) {
    Bag bag = new Bag();
    into(bag, ofText, 1);
    return bag.vector(true);
  }
}
