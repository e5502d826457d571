package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some records in a row, not yet parsed.
 *
 * @param start where the first byte lies in the input
 * @param bytes of the records and what stands between them
 * @param end where reading goes on
 * @param failure why nothing can be read behind these records
 */
record Batch(
    Mark start, byte[] bytes, List<RawRecord> records, Mark end, @Nullable Problem failure) {

  /** The place right behind one record. */
  Mark behind(int index) {
    RawRecord record = records.get(index);
    long line = record.line();
    long lineStart = start.lineStart();
    for (int i = 0; i < record.to(); i++) {
      if (bytes[i] == '\n') {
        lineStart = start.offset() + i + 1;
        line += i >= record.from() ? 1 : 0;
      }
    }
    return new Mark(
        start.offset() + record.to(),
        line,
        lineStart,
        start.records() + index + 1,
        Sums.extend(start.sum(), bytes, record.to()));
  }
}
