package dev.crosswalk.engine.run;

import org.jspecify.annotations.Nullable;

/**
 * How an input is read.
 *
 * @param name the input as the person knows it: for messages, and for its ending
 * @param format null to tell it from the name and the first bytes
 * @param batchBytes about how many bytes go to a thread at once; changes nothing in the result
 * @param maxRecordBytes the longest record; a longer one is rejected
 */
public record SourceOptions(
    String name, @Nullable RecordFormat format, int batchBytes, int maxRecordBytes) {
  /** The longest record that is read unless somebody says otherwise: 4 MiB. */
  public static final int MAX_RECORD_BYTES = 4 << 20;

  private static final int BATCH_BYTES = 128 << 10;

  public static SourceOptions of(String name) {
    return new SourceOptions(name, null, BATCH_BYTES, MAX_RECORD_BYTES);
  }

  public SourceOptions with(@Nullable RecordFormat otherFormat, int otherMaxRecordBytes) {
    return new SourceOptions(name, otherFormat, batchBytes, otherMaxRecordBytes);
  }
}
