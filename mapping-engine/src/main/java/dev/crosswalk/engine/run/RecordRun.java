package dev.crosswalk.engine.run;

import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a mapping record by record for programs that have their own way through the data, such as
 * Spark. What it writes is what {@link MappingRun} writes, to the byte. Any number of threads may
 * use it at once.
 */
public final class RecordRun {
  private final CompiledMapping mapping;
  private final BatchMapper lines;
  private final int maxRecordBytes;
  private final JsonText json = new JsonText();

  /**
   * @param maxRecordBytes the longest line; a longer one is rejected
   */
  public RecordRun(CompiledMapping mapping, int maxRecordBytes) {
    this.mapping = mapping;
    this.maxRecordBytes = maxRecordBytes;
    this.lines =
        new BatchMapper(
            mapping, RecordFormat.NDJSON, new JsonRecordParser(), "", RecordFormat.NDJSON);
  }

  /** What became of a record. */
  public enum Kind {
    OUT,
    REJECTED,
    FILTERED
  }

  /**
   * A record's line in the output or, one for each reason, its lines in the rejects; without the
   * last line break.
   */
  public record Line(Kind kind, String text) {}

  /**
   * What became of a record that is no text.
   *
   * @param json the target record; null unless it passes
   * @param rejects why it does not pass
   */
  public record Value(Kind kind, @Nullable String json, List<Reject> rejects) {
    public Value {
      rejects = List.copyOf(rejects);
    }
  }

  /** Whether a line holds no record at all and is not counted. */
  public static boolean isBlank(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (!Splitter.isSpace(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Maps one line of NDJSON that is not blank.
   *
   * @param length of the line, which may be shorter than the array
   * @param line its number in the input, from 1
   * @param record the record's number in the input, from 1
   */
  public Line line(byte[] bytes, int length, long line, long record) {
    int from = 0;
    while (from < length && Splitter.isSpace(bytes[from])) {
      from++;
    }
    RawRecord raw =
        length > maxRecordBytes
            ? new RawRecord(0, 0, line, Splitter.tooLong(maxRecordBytes))
            : new RawRecord(from, length, line, null);
    Mark start = new Mark(0, line, 0, record - 1, 0);
    Mapped mapped = lines.map(new Batch(start, bytes, List.of(raw), start, null));
    return mapped.counts().out() > 0
        ? new Line(Kind.OUT, withoutBreak(mapped.out()))
        : mapped.counts().filtered() > 0
            ? new Line(Kind.FILTERED, "")
            : new Line(Kind.REJECTED, withoutBreak(mapped.rejects()));
  }

  private static String withoutBreak(Bytes bytes) {
    String text = bytes.text();
    return text.substring(0, text.length() - 1);
  }

  /** Maps one record. */
  public Value value(Map<String, ? extends @Nullable Object> record) {
    Outcome outcome = mapping.apply(record, false);
    if (outcome.filtered()) {
      return new Value(Kind.FILTERED, null, List.of());
    }
    List<Reject> rejects = Reject.of(outcome);
    if (rejects.isEmpty()) {
      Bytes out = new Bytes();
      try {
        new JsonRecordWriter(json, "", "").write(outcome.record(), out);
        return new Value(Kind.OUT, out.text(), List.of());
      } catch (MalformedRecord e) {
        rejects = List.of(new Reject(null, null, e.reason()));
      }
    }
    return new Value(Kind.REJECTED, null, rejects);
  }

  /** A value as JSON, for what shows rejects. */
  public String json(@Nullable Object value) {
    Bytes out = new Bytes();
    try (tools.jackson.core.JsonGenerator to = json.generator(out)) {
      json.write(to, value);
    }
    return out.text();
  }
}
