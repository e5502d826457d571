package dev.crosswalk.connectors.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class DidYouMean {
  /** Longest list that a person reads to the end. */
  private static final int SHORT_LIST = 20;

  private DidYouMean() {}

  /** A sentence with the nearest word; where none is near with all, or the nearest of many. */
  public static String among(String word, Collection<String> known) {
    Optional<String> nearest =
        known.stream()
            .min(Comparator.comparingInt(k -> distance(word, k)))
            .filter(k -> distance(word, k) <= Math.max(1, Math.min(k.length(), word.length()) / 3));
    if (nearest.isPresent()) {
      return "Did you mean '" + nearest.get() + "'?";
    }
    if (known.size() > SHORT_LIST) {
      List<String> three =
          known.stream()
              .sorted(Comparator.<String>comparingInt(k -> distance(word, k)))
              .limit(3)
              .toList();
      return "The nearest of " + known.size() + " are " + String.join(", ", three) + ".";
    }
    List<String> sorted = known.stream().sorted().toList();
    return sorted.isEmpty() ? "Remove it." : "Known here: " + String.join(", ", sorted) + ".";
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
