package dev.crosswalk.app.cli;

/** Numbers of things in sentences. */
final class Counts {
  private Counts() {}

  /** {@code 1 object}, {@code 2 objects}: for words that take an s. */
  static String of(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
