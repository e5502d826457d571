package dev.crosswalk.connectors.sandbox.data;

import java.util.List;
import java.util.Random;

/**
 * Randomness by name: the same words give the same numbers on every machine and in every run, and a
 * new field does not change the values of the others.
 */
final class Seed {
  private Seed() {}

  static Random of(Object... names) {
    long hash = 0xcbf29ce484222325L;
    for (Object name : names) {
      String text = String.valueOf(name);
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0x1f) * 0x100000001b3L;
    }
    return new Random(hash ^ (hash >>> 29));
  }

  static <T> T one(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** True in so many of a hundred cases. */
  static boolean chance(Random random, int percent) {
    return random.nextInt(100) < percent;
  }
}
