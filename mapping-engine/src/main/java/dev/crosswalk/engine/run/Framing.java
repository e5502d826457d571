package dev.crosswalk.engine.run;

import java.util.List;

/**
 * What stands before the first record and behind the last one.
 *
 * @param skipped how many bytes of the very first record are left out
 */
record Framing(String head, String tail, int skipped) {

  static Framing of(RecordFormat format, List<String> targets) {
    return switch (format) {
      case NDJSON -> new Framing("", "", 0);
      case JSON -> new Framing("[", "\n]\n", 1);
      case CSV -> new Framing(CsvRecordWriter.header(targets), "", 0);
    };
  }
}
