package dev.crosswalk.engine.match;

/** Three-letter pieces that the names share, for words that are cut or written in another way. */
final class SpellingEvidence implements Evidence {
  @Override
  public String name() {
    return "spelling";
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    int[] a = source.trigrams();
    int[] b = target.trigrams();
    if (a.length == 0 || b.length == 0) {
      return SILENT;
    }
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2.0 * shared / (a.length + b.length);
  }
}
