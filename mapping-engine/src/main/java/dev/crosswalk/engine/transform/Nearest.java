package dev.crosswalk.engine.transform;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
final class Nearest {
  private Nearest() {}

  /** "Did you mean …?" where one word is near, else the list of words. */
  static String mend(String word, Collection<String> words) {
    String near = find(word, words);
    return near != null
        ? "Did you mean '" + near + "'?"
        : "Use one of: " + String.join(", ", words) + ".";
  }

  private static @Nullable String find(String word, Collection<String> words) {
    String best = null;
    int least = Math.max(1, word.length() / 3) + 1;
    String lower = word.toLowerCase(Locale.ROOT);
    for (String candidate : words) {
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * Letters to add, remove, change or swap with their neighbour; both texts are cut at 64
   * characters, as names are shorter.
   */
  private static int distance(String left, String right) {
    String a = left.substring(0, Math.min(left.length(), 64));
    String b = right.substring(0, Math.min(right.length(), 64));
    int[] before = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] next = new int[b.length() + 1];
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        next[j] = Math.min(row[j - 1] + (same ? 0 : 1), Math.min(row[j], next[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return row[b.length()];
  }
}
