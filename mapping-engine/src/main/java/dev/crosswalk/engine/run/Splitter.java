package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where records begin and end, and nothing more: that is the only part of reading that cannot
 * be shared out among threads. What it finds depends on the bytes alone, never on how they arrive.
 */
abstract sealed class Splitter permits NdjsonSplitter, CsvSplitter, JsonSplitter {
  /** Answers of {@link #one} beside an index. */
  static final int END = -1;

  static final int LONG = -2;
  static final int FAILED = -3;

  private static final int MOST_RECORDS = 4096;

  final InputBuffer buffer;
  final SourceOptions options;
  long line = 1;
  long lineStart;
  @Nullable Problem failure;
  private long records;
  private boolean done;

  Splitter(InputBuffer buffer, SourceOptions options) {
    this.buffer = buffer;
    this.options = options;
  }

  /** Goes on at a place to which the buffer has moved. */
  void resume(Mark mark) {
    line = mark.line();
    lineStart = mark.lineStart();
    records = mark.records();
  }

  /** Takes what was consumed outside as no record, such as a header. */
  final Mark mark() {
    return new Mark(buffer.offset(), line, lineStart, records, buffer.sum());
  }

  /** Records before the place where reading goes on, those of this batch not counted. */
  final long records() {
    return records;
  }

  /** The next records; null at the end. */
  final @Nullable Batch next() {
    if (done) {
      return null;
    }
    Mark start = mark();
    List<RawRecord> found = new ArrayList<>();
    int at = 0;
    while (at < options.batchBytes() && found.size() < MOST_RECORDS) {
      int next = one(at, found);
      if (next == LONG) {
        if (at > 0) {
          break;
        }
        found.add(skip());
        records++;
        return new Batch(start, new byte[0], found, mark(), null);
      }
      if (next < 0) {
        done = true;
        break;
      }
      at = next;
    }
    byte[] bytes = found.isEmpty() ? new byte[0] : buffer.copy(at);
    buffer.consume(at);
    records += found.size();
    // Blank lines alone make no batch, unless many of them must be got over.
    return found.isEmpty() && failure == null && done
        ? null
        : new Batch(start, bytes, found, mark(), failure);
  }

  /**
   * Finds one record, adds it, and moves the line number on.
   *
   * @param from index of the first byte
   * @param found gets the record; nothing for a blank line
   * @return index behind the record and its end; or {@link #END} at the end of the input, {@link
   *     #LONG} for a record longer than may be, {@link #FAILED} where nothing can be read any more
   */
  abstract int one(int from, List<RawRecord> found);

  /** Consumes the record at index 0, which is longer than may be. */
  abstract RawRecord skip();

  /** The answer where the buffer has no more bytes. */
  final int ended() {
    Exception e = buffer.failure();
    if (e == null) {
      return END;
    }
    return fail(
        "input-unreadable",
        buffer.offset() + buffer.available(),
        "The input cannot be read any further: " + e.getMessage() + ".",
        "Check the disk or the packed file, and go on with --resume once it can be read.");
  }

  final int fail(String code, long offset, String what, String next) {
    failure =
        Problem.error(
            code,
            new Place(
                options.name(),
                (int) Math.min(line, Integer.MAX_VALUE),
                (int) Math.min(offset - lineStart + 1, Integer.MAX_VALUE),
                null),
            what,
            next);
    return FAILED;
  }

  final String tooLong() {
    return tooLong(options.maxRecordBytes());
  }

  static String tooLong(int maxRecordBytes) {
    return "The record is longer than the " + maxRecordBytes + " bytes that one record may have.";
  }

  /** Consumes up to and with the next line break, for a record that has none before. */
  final RawRecord skipLine(String fault) {
    RawRecord record = new RawRecord(0, 0, line, fault);
    while (buffer.has(0)) {
      int have = buffer.available();
      int at = 0;
      while (at < have && buffer.at(at) != '\n') {
        at++;
      }
      if (at < have) {
        buffer.consume(at + 1);
        line++;
        lineStart = buffer.offset();
        return record;
      }
      buffer.consume(have);
    }
    return record;
  }

  static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
