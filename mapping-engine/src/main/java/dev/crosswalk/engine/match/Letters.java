package dev.crosswalk.engine.match;

import java.util.Arrays;

/** Runs of three letters in the texts of all fields of one request, and how rare each is. */
final class Letters {
  private static final int NUMBERS = 1 << 16;

  /** More of a description says little more. */
  private static final int MOST = 100;

  private final int[] fieldsWith = new int[NUMBERS];
  private int fields;

  /** The place of each run among those that there are; empty until all texts were added. */
  private int[] places = {};

  /** The sorted numbers of the runs of these texts; counts them. */
  int[] add(String... texts) {
    StringBuilder joined = new StringBuilder(" ");
    for (String text : texts) {
      int from = joined.length();
      for (int i = 0; i < text.length() && joined.length() - from < MOST; i++) {
        char c = text.charAt(i);
        boolean hump =
            i > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
        boolean gap = joined.charAt(joined.length() - 1) == ' ';
        if (!Character.isLetterOrDigit(c)) {
          joined.append(gap ? "" : " ");
        } else {
          joined.append(hump && !gap ? " " : "").append(Character.toLowerCase(c));
        }
      }
      if (joined.charAt(joined.length() - 1) != ' ') {
        joined.append(' ');
      }
    }
    int[] runs = new int[Math.max(0, joined.length() - 2)];
    for (int i = 0; i < runs.length; i++) {
      int mixed = (joined.charAt(i) * 31 + joined.charAt(i + 1)) * 1009 + joined.charAt(i + 2) * 7;
      runs[i] = (mixed ^ (mixed >>> 16)) & (NUMBERS - 1);
    }
    Arrays.sort(runs);
    fields++;
    for (int i = 0; i < runs.length; i++) {
      if (i == 0 || runs[i] != runs[i - 1]) {
        fieldsWith[runs[i]]++;
      }
    }
    return runs;
  }

  private int[] places() {
    int[] places = new int[NUMBERS];
    int n = 0;
    for (int run = 0; run < NUMBERS; run++) {
      places[run] = fieldsWith[run] > 0 ? n++ : -1;
    }
    return places;
  }

  /** The runs weighed by rarity, repeated ones damped; for after all texts were added. */
  TextVector vector(int[] runs) {
    if (places.length == 0) {
      places = places();
    }
    int[] ids = new int[runs.length];
    float[] weights = new float[runs.length];
    int n = 0;
    double square = 0;
    for (int i = 0; i < runs.length; ) {
      int next = i;
      while (next < runs.length && runs[next] == runs[i]) {
        next++;
      }
      double weight =
          (1 + Math.log(next - i)) * Math.log(1 + (double) fields / fieldsWith[runs[i]]);
      ids[n] = places[runs[i]];
      weights[n++] = (float) weight;
      square += weight * weight;
      i = next;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      weights[i] /= length;
    }
    return new TextVector(Arrays.copyOf(ids, n), Arrays.copyOf(weights, n));
  }
}
