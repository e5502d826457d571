package dev.crosswalk.engine.run;

import java.util.Locale;
import java.util.Optional;

/** How records lie in a file. */
public enum RecordFormat {
  /** One JSON object a line. */
  NDJSON,
  /** A list of objects, or objects one after the other on any number of lines. */
  JSON,
  /** RFC 4180, the first line names the columns. */
  CSV;

  /** What a file's ending says, {@code .gz} left aside; empty where only its content can tell. */
  public static Optional<RecordFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
      return Optional.of(CSV);
    }
    return plain.endsWith(".ndjson") || plain.endsWith(".jsonl")
        ? Optional.of(NDJSON)
        : Optional.empty();
  }
}
