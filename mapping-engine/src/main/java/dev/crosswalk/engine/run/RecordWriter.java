package dev.crosswalk.engine.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes target records of one batch into its bytes. For one thread.
 *
 * <p>A list of records begins each with {@code ,} and a line break, of which {@link Framing} takes
 * the comma away at the very first.
 */
interface RecordWriter {

  /**
   * Adds one record; leaves the bytes as they were where that cannot be done.
   *
   * @throws MalformedRecord where the output cannot hold it
   */
  void write(Map<String, @Nullable Object> record, Bytes out) throws MalformedRecord;

  /** A writer for one batch. */
  static RecordWriter of(RecordFormat format, List<String> targets, JsonText json) {
    return switch (format) {
      case NDJSON -> new JsonRecordWriter(json, "", "\n");
      case JSON -> new JsonRecordWriter(json, ",\n", "");
      case CSV -> new CsvRecordWriter(targets, json);
    };
  }
}
