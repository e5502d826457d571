package dev.crosswalk.engine.run;

import java.util.List;

/**
 * Rows of CSV, whose quoted values may hold line breaks. A quote that is never closed costs its own
 * line and not the rest of the file.
 */
final class CsvSplitter extends Splitter {
  private static final int FIELD = 0;
  private static final int PLAIN = 1;
  private static final int QUOTED = 2;
  private static final int CLOSED = 3;

  private final byte separator;

  CsvSplitter(InputBuffer buffer, SourceOptions options, char separator) {
    super(buffer, options);
    this.separator = (byte) separator;
  }

  @Override
  int one(int from, List<RawRecord> found) {
    int at = from;
    int longest = from + options.maxRecordBytes() + 1;
    int state = FIELD;
    int breaks = 0;
    int firstBreak = -1;
    do {
      byte[] bytes = buffer.bytes();
      int base = buffer.start();
      int stop = Math.min(buffer.available(), longest);
      for (; at < stop; at++) {
        byte c = bytes[base + at];
        if (state == QUOTED) {
          if (c == '"') {
            state = CLOSED;
          } else if (c == '\n') {
            breaks++;
            firstBreak = firstBreak < 0 ? at : firstBreak;
          }
        } else if (c == '"' && state != PLAIN) {
          // After a closing quote it is the second one of a pair.
          state = QUOTED;
        } else if (c == separator) {
          state = FIELD;
        } else if (c == '\n' || c == '\r') {
          return row(from, at, breaks, found);
        } else if (state == CLOSED && firstBreak >= 0) {
          // The quote that ends it is likelier the beginning of a value some lines further down.
          return unclosed(from, at, firstBreak, "before the next one begins.", found);
        } else {
          state = PLAIN;
        }
      }
    } while (at < longest && buffer.has(at));
    if (at < longest && buffer.failure() != null) {
      return ended();
    }
    if (state == QUOTED) {
      return unclosed(
          from,
          at,
          firstBreak,
          at < longest
              ? "before the end of the file."
              : "within the " + options.maxRecordBytes() + " bytes that one record may have.",
          found);
    }
    if (at >= longest) {
      return LONG;
    }
    if (at > from) {
      found.add(new RawRecord(from, at, line, null));
    }
    return at == from ? END : at;
  }

  private int row(int from, int at, int breaks, List<RawRecord> found) {
    if (at > from) {
      found.add(new RawRecord(from, at, line, null));
    }
    boolean pair = buffer.at(at) == '\r' && buffer.has(at + 1) && buffer.at(at + 1) == '\n';
    int next = pair ? at + 2 : at + 1;
    line += breaks + 1;
    lineStart = buffer.offset() + next;
    return next;
  }

  private int unclosed(int from, int at, int firstBreak, String when, List<RawRecord> found) {
    String fault = "A quote opened in this line is not closed " + when;
    if (firstBreak >= 0) {
      found.add(new RawRecord(from, firstBreak, line, fault));
      line++;
      lineStart = buffer.offset() + firstBreak + 1;
      return firstBreak + 1;
    }
    if (at - from > options.maxRecordBytes()) {
      return LONG;
    }
    found.add(new RawRecord(from, at, line, fault));
    return at;
  }

  @Override
  RawRecord skip() {
    return skipLine(tooLong());
  }
}
