package dev.crosswalk.engine.schema;

/** Finds out what stands between the values of a CSV file. */
public final class CsvSeparator {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private CsvSeparator() {}

  /** The separator that stands most often in the first line, outside quotes. */
  public static char of(String text) {
    char best = ',';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == '\n') {
          break;
        } else if (!quoted && c == candidate) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
