package dev.crosswalk.engine.match;

/** The likeness of two short texts by letters in common and a common beginning (Winkler 1990). */
final class JaroWinkler {
  private static final double PREFIX = 0.1;

  private JaroWinkler() {}

  static double likeness(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.equals(b) ? 1 : 0;
    }
    int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] left = new boolean[a.length()];
    boolean[] right = new boolean[b.length()];
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      for (int j = Math.max(0, i - window); j < Math.min(b.length(), i + window + 1); j++) {
        if (!right[j] && a.charAt(i) == b.charAt(j)) {
          left[i] = true;
          right[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    int moved = 0;
    int j = 0;
    for (int i = 0; i < a.length(); i++) {
      if (left[i]) {
        while (!right[j]) {
          j++;
        }
        moved += a.charAt(i) == b.charAt(j++) ? 0 : 1;
      }
    }
    double m = common;
    double jaro = (m / a.length() + m / b.length() + (m - moved / 2.0) / m) / 3;
    int prefix = 0;
    while (prefix < Math.min(4, Math.min(a.length(), b.length()))
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX * (1 - jaro);
  }
}
