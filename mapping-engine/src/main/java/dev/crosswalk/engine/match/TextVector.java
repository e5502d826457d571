package dev.crosswalk.engine.match;

/**
 * A text as weighted words, mostly of length 1, so that the product of two is their likeness from 0
 * to 1.
 *
 * @param ids numbers of the words, rising
 * @param weights weight of each word
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are for speed
record TextVector(int[] ids, float[] weights) {

  static final TextVector NONE = new TextVector(new int[0], new float[0]);

  boolean isEmpty() {
    return ids.length == 0;
  }

  /** Whether both are one and the same, as where a label says what the name says. */
  boolean is(TextVector other) {
    return ids == other.ids && weights == other.weights;
  }

  /** The weight of each number from 0 to the highest. */
  float[] spread() {
    float[] spread = new float[isEmpty() ? 0 : ids[ids.length - 1] + 1];
    for (int i = 0; i < ids.length; i++) {
      spread[ids[i]] = weights[i];
    }
    return spread;
  }

  /** {@link #cosine} with a vector that was spread; much quicker for long ones. */
  double cosine(float[] spread) {
    double sum = 0;
    for (int i = 0; i < ids.length && ids[i] < spread.length; i++) {
      sum += (double) weights[i] * spread[ids[i]];
    }
    return Math.min(1, sum);
  }

  /** Likeness from 0 (no word in common) to 1 (the same words). */
  double cosine(TextVector other) {
    int[] others = other.ids;
    int n = ids.length;
    int m = others.length;
    int i = 0;
    int j = 0;
    double sum = 0;
    while (i < n && j < m) {
      int a = ids[i];
      int b = others[j];
      if (a == b) {
        sum += (double) weights[i] * other.weights[j];
      }
      // Added and not branched on: which of two is smaller cannot be foretold.
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return Math.min(1, sum);
  }
}
