package dev.crosswalk.engine.match;

import java.util.Arrays;

/** Weights by number, gathered one by one; meant for a few dozen numbers. */
final class Bag {
  private int[] ids = new int[16];
  private double[] weights = new double[16];
  private int size;

  void add(int id, double weight) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == id) {
        weights[i] += weight;
        return;
      }
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    ids[size] = id;
    weights[size++] = weight;
  }

  int size() {
    return size;
  }

  int id(int place) {
    return ids[place];
  }

  double weight(int place) {
    return weights[place];
  }

  /** As a vector, scaled to length 1 or as it is. */
  TextVector vector(boolean scaled) {
    if (size == 0) {
      return TextVector.NONE;
    }
    // Sorted by number; the places come along in the lower half.
    long[] order = new long[size];
    double square = 0;
    for (int i = 0; i < size; i++) {
      order[i] = ((long) ids[i] << 32) | i;
      square += weights[i] * weights[i];
    }
    Arrays.sort(order);
    double length = scaled ? Math.sqrt(square) : 1;
    int[] sorted = new int[size];
    float[] of = new float[size];
    for (int i = 0; i < size; i++) {
      int place = (int) order[i];
      sorted[i] = ids[place];
      of[i] = (float) (weights[place] / length);
    }
    return new TextVector(sorted, of);
  }
}
