package dev.crosswalk.engine.run;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How an input is read.
 *
 * @param name the input as the person knows it: for messages, and for its ending
 * @param format null to tell it from the name and the first bytes
 * @param charset null for UTF-8; a byte order mark in the input knows better
 * @param batchBytes about how many bytes go to a thread at once; changes nothing in the result
 * @param maxRecordBytes the longest record; a longer one is rejected
 */
public record SourceOptions(
    String name,
    @Nullable RecordFormat format,
    @Nullable Charset charset,
    int batchBytes,
    int maxRecordBytes) {
  /** The longest record that is read unless somebody says otherwise: 4 MiB. */
  public static final int MAX_RECORD_BYTES = 4 << 20;

  private static final int BATCH_BYTES = 128 << 10;

  public static SourceOptions of(String name) {
    return new SourceOptions(name, null, null, BATCH_BYTES, MAX_RECORD_BYTES);
  }

  public SourceOptions with(@Nullable RecordFormat otherFormat, int otherMaxRecordBytes) {
    return new SourceOptions(name, otherFormat, charset, batchBytes, otherMaxRecordBytes);
  }

  /**
   * @param other null for UTF-8
   */
  public SourceOptions in(@Nullable Charset other) {
    return new SourceOptions(name, format, other, batchBytes, maxRecordBytes);
  }

  /** The same, a record at a time. */
  SourceOptions oneByOne() {
    return new SourceOptions(name, null, charset, 1, maxRecordBytes);
  }
}
