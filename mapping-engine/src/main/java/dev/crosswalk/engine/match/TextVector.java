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
