package dev.crosswalk.engine.match;

/** Three-letter pieces that the names share, for words that are cut or written in another way. */
final class SpellingEvidence implements Evidence {
  /** {@code last_name} is nearer to {@code last_name} than {@code lastName} is. */
  private static final double NEARLY = 0.9;

  /** Of {@code postal_code} and {@code postalCode} the one written like the target is meant. */
  private static final double STYLE = 0.95;

  @Override
  public String name() {
    return "spelling";
  }

  @Override
  public double weight() {
    return 1.0;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    int[] a = source.trigrams();
    int[] b = target.trigrams();
    if (a.length == 0 || b.length == 0) {
      return SILENT;
    }
    if (source.spelled().equals(target.spelled())) {
      return 1;
    }
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < a.length && j < b.length) {
      int x = a[i];
      int y = b[j];
      // Added and not branched on, as in TextVector.
      shared += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    double same = NEARLY * 2 * shared / (a.length + b.length);
    return source.underscored() == target.underscored() ? same : STYLE * same;
  }
}
