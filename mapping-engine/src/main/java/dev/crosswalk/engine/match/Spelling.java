package dev.crosswalk.engine.match;

/** Distances between spellings. */
final class Spelling {
  private Spelling() {}

  /** Levenshtein: the fewest letters to insert, remove or replace. */
  static int edits(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] here = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      here[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(swap, Math.min(before[j], here[j - 1]) + 1);
      }
      int[] spare = before;
      before = here;
      here = spare;
    }
    return before[b.length()];
  }
}
