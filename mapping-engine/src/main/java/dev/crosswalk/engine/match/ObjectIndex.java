package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the objects that may be like another without looking at all: those that share a word or a
 * thesaurus line of the name, or a phrase that is not too common to matter.
 *
 * <p>A pair whose names have nothing in common needs a certain share of the smaller object's weight
 * in common. The commonest phrases of an object that weigh less than that together cannot make a
 * pair by themselves, so they need no entry: one of the others must be shared as well.
 */
final class ObjectIndex {
  private final double[] rarity;
  private final double share;
  private final double least;
  private final Map<String, Places> words = new HashMap<>();
  private final Map<Integer, Places> lines = new HashMap<>();
  private final Places[] all;
  private final Places[] telling;
  private final int[] seen;
  private int round;

  /**
   * @param rarity of each phrase, by its number
   * @param share a pair without likeness of names shares at least {@code share * (weight + least)},
   *     where weight is that of the smaller of the two
   */
  ObjectIndex(List<ObjectSketch> objects, double[] rarity, double share, double least) {
    this.rarity = rarity;
    this.share = share;
    this.least = least;
    this.all = new Places[rarity.length];
    this.telling = new Places[rarity.length];
    this.seen = new int[objects.size()];
    for (int s = 0; s < objects.size(); s++) {
      ObjectSketch object = objects.get(s);
      for (ObjectSketch.Name name : object.names()) {
        for (String word : name.words()) {
          words.computeIfAbsent(word, w -> new Places()).add(s);
        }
        for (Integer line : name.lines()) {
          lines.computeIfAbsent(line, l -> new Places()).add(s);
        }
      }
      add(all, object.phrases(), s);
      add(telling, telling(object), s);
    }
  }

  private static void add(Places[] to, int[] phrases, int object) {
    for (int phrase : phrases) {
      if (to[phrase] == null) {
        to[phrase] = new Places();
      }
      to[phrase].add(object);
    }
  }

  /** The places of the objects that may be like this one, rising. */
  int[] like(ObjectSketch other) {
    round++;
    Places found = new Places();
    for (ObjectSketch.Name name : other.names()) {
      name.words().forEach(word -> take(words.get(word), found));
      name.lines().forEach(line -> take(lines.get(line), found));
    }
    for (int phrase : other.phrases()) {
      take(telling[phrase], found);
    }
    for (int phrase : telling(other)) {
      take(all[phrase], found);
    }
    int[] out = found.toArray();
    Arrays.sort(out);
    return out;
  }

  private void take(@org.jspecify.annotations.Nullable Places from, Places to) {
    if (from != null) {
      for (int i = 0; i < from.size; i++) {
        int place = from.places[i];
        if (seen[place] != round) {
          seen[place] = round;
          to.add(place);
        }
      }
    }
  }

  /** The phrases of an object but the commonest, which together weigh too little. */
  private int[] telling(ObjectSketch object) {
    List<Integer> rising = new ArrayList<>();
    double weight = 0;
    for (int phrase : object.phrases()) {
      rising.add(phrase);
      weight += rarity[phrase];
    }
    rising.sort((a, b) -> Double.compare(rarity[a], rarity[b]));
    // A little less, for sums that differ in the last digits.
    double left = 0.999 * share * (weight + least);
    int from = 0;
    while (from < rising.size() && left >= rarity[rising.get(from)]) {
      left -= rarity[rising.get(from)];
      from++;
    }
    return rising.subList(from, rising.size()).stream().mapToInt(Integer::intValue).toArray();
  }

  private static final class Places {
    private int[] places = new int[4];
    private int size;

    void add(int place) {
      if (size > 0 && places[size - 1] == place) {
        return;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }

    int[] toArray() {
      return Arrays.copyOf(places, size);
    }
  }
}
