package dev.crosswalk.engine.match;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text as weighted words, of length 1, so that the product of two is their likeness from 0 to 1.
 *
 * @param ids numbers of the words, rising
 * @param weights weight of each word
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are for speed
record TextVector(int[] ids, float[] weights) {

  static final TextVector NONE = new TextVector(new int[0], new float[0]);

  /** The vector of these words, scaled to length 1. */
  static TextVector of(Map<Integer, Double> words) {
    if (words.isEmpty()) {
      return NONE;
    }
    int[] ids = new int[words.size()];
    float[] weights = new float[ids.length];
    double square = 0;
    for (double w : words.values()) {
      square += w * w;
    }
    double length = Math.sqrt(square);
    int i = 0;
    for (var word : new TreeMap<>(words).entrySet()) {
      ids[i] = word.getKey();
      weights[i++] = (float) (word.getValue() / length);
    }
    return new TextVector(ids, weights);
  }

  boolean isEmpty() {
    return ids.length == 0;
  }

  /** Likeness from 0 (no word in common) to 1 (the same words). */
  double cosine(TextVector other) {
    int i = 0;
    int j = 0;
    double sum = 0;
    while (i < ids.length && j < other.ids.length) {
      int a = ids[i];
      int b = other.ids[j];
      if (a == b) {
        sum += (double) weights[i++] * other.weights[j++];
      } else if (a < b) {
        i++;
      } else {
        j++;
      }
    }
    return Math.min(1, sum);
  }
}
