package dev.crosswalk.engine.run;

import java.util.List;

/**
 * The elements of a JSON list, or values one after the other. Where brackets and commas do not fit
 * there is no telling what follows, so a break ends the input.
 */
final class JsonSplitter extends Splitter {
  static final String MEND =
      "Mend the file from there and go on with --resume, or give one record a line (NDJSON), of"
          + " which a broken line costs only itself.";

  private final boolean list;

  /** Where the scan is, ahead of {@link #line} until a record is whole. */
  private long aheadLine;

  private long aheadStart;

  JsonSplitter(InputBuffer buffer, SourceOptions options, boolean list) {
    super(buffer, options);
    this.list = list;
  }

  @Override
  int one(int from, List<RawRecord> found) {
    aheadLine = line;
    aheadStart = lineStart;
    int at = begin(from, records() + found.size());
    if (at < 0) {
      return at;
    }
    long begun = aheadLine;
    int first = at;
    int longest = at + options.maxRecordBytes() + 1;
    JsonScan scan = new JsonScan();
    do {
      int base = buffer.start();
      int stop = Math.min(buffer.available(), longest);
      at = scan.scan(buffer.bytes(), base + at, base + stop) - base;
      if (scan.behindBreak >= 0) {
        aheadStart = buffer.offset() + scan.behindBreak - base;
      }
    } while (!scan.done() && at < longest && buffer.has(at));
    aheadLine += scan.breaks;
    if (at >= longest) {
      return LONG;
    }
    if (!scan.done() && (buffer.failure() != null || !scan.mayEndHere())) {
      return cut(at, begun);
    }
    found.add(new RawRecord(first, at, begun, null));
    line = aheadLine;
    lineStart = aheadStart;
    return at;
  }

  private int cut(int at, long begun) {
    if (buffer.failure() != null) {
      return ended();
    }
    return broken(at, "The file ends inside the record that begins in line " + begun + ".");
  }

  /** Goes to where an element begins; or gives one of the answers. */
  private int begin(int from, long before) {
    int at = space(from);
    if (!buffer.has(at)) {
      return end(at, before);
    }
    if (!list) {
      return tooFar(from, at) ? broken(at, "There is too much white space.") : at;
    }
    byte c = buffer.at(at);
    if (before > 0 && c == ']') {
      return close(at + 1);
    }
    if (c != (before == 0 ? '[' : ',')) {
      return broken(
          at, before == 0 ? "A list must begin with '['." : "A ',' or ']' must stand here.");
    }
    at = space(at + 1);
    if (!buffer.has(at)) {
      return end(at, 1);
    }
    if (tooFar(from, at)) {
      return broken(at, "There is too much white space.");
    }
    c = buffer.at(at);
    if (c == ']' && before == 0) {
      return close(at + 1);
    }
    return c == ',' || c == ']' || c == '}' ? broken(at, "A record is missing here.") : at;
  }

  private boolean tooFar(int from, int at) {
    return at - from > options.maxRecordBytes();
  }

  private int end(int at, long before) {
    if (buffer.failure() != null || !list || before == 0) {
      return ended();
    }
    return broken(at, "The file ends before the list is closed with ']'.");
  }

  private int close(int from) {
    int at = space(from);
    return buffer.has(at) ? broken(at, "Something follows the end of the list.") : ended();
  }

  private int space(int from) {
    int at = from;
    while (buffer.has(at) && isSpace(buffer.at(at)) && !tooFar(from, at)) {
      if (buffer.at(at) == '\n') {
        aheadLine++;
        aheadStart = buffer.offset() + at + 1;
      }
      at++;
    }
    return at;
  }

  private int broken(int at, String what) {
    line = aheadLine;
    lineStart = aheadStart;
    return fail("records-syntax", buffer.offset() + at, what, MEND);
  }

  @Override
  RawRecord skip() {
    aheadLine = line;
    aheadStart = lineStart;
    buffer.consume(begin(0, records()));
    RawRecord record = new RawRecord(0, 0, aheadLine, tooLong());
    JsonScan scan = new JsonScan();
    while (!scan.done() && buffer.has(0)) {
      int base = buffer.start();
      int at = scan.scan(buffer.bytes(), base, base + buffer.available()) - base;
      if (scan.behindBreak >= 0) {
        aheadStart = buffer.offset() + scan.behindBreak - base;
      }
      buffer.consume(at);
    }
    line = aheadLine + scan.breaks;
    lineStart = aheadStart;
    return record;
  }
}
