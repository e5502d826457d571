package dev.crosswalk.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** "Did you mean …?" where one word is near, else the list of words, for short lists. */
  public static String mend(String word, Collection<String> words) {
    return find(word, words)
        .map(near -> "Did you mean '" + near + "'?")
        .orElseGet(() -> "Use one of: " + String.join(", ", words) + ".");
  }

  /** "Did you mean …?" with up to three near words, for long lists. */
  public static String mend(String word, Collection<String> words, String otherwise) {
    List<String> near = all(word, words).stream().limit(3).map(w -> "'" + w + "'").toList();
    int last = near.size() - 1;
    return switch (near.size()) {
      case 0 -> otherwise;
      case 1 -> "Did you mean " + near.get(0) + "?";
      default ->
          "Did you mean "
              + String.join(", ", near.subList(0, last))
              + " or "
              + near.get(last)
              + "?";
    };
  }

  /** The word with the fewest changes from the one given, if it is near at all. */
  public static Optional<String> find(String word, Collection<String> words) {
    return all(word, words).stream().findFirst();
  }

  /** The words that are near, nearest first, else in the order given. */
  private static List<String> all(String word, Collection<String> words) {
    record Near(String word, int distance) {}
    int most = Math.max(1, word.length() / 3);
    String lower = word.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(w -> Math.abs(w.length() - word.length()) <= most)
        .map(w -> new Near(w, distance(lower, w.toLowerCase(Locale.ROOT))))
        .filter(n -> n.distance() <= most)
        .sorted(Comparator.comparingInt(Near::distance))
        .map(Near::word)
        .toList();
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
