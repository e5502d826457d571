package dev.crosswalk.engine.run;

import java.util.List;

/** One record a line; blank lines are none. */
final class NdjsonSplitter extends Splitter {

  NdjsonSplitter(InputBuffer buffer, SourceOptions options) {
    super(buffer, options);
  }

  @Override
  int one(int from, List<RawRecord> found) {
    int at = from;
    int longest = from + options.maxRecordBytes() + 1;
    boolean broken = false;
    do {
      byte[] bytes = buffer.bytes();
      int base = buffer.start();
      int stop = Math.min(buffer.available(), longest);
      while (at < stop && bytes[base + at] != '\n') {
        at++;
      }
      broken = at < stop;
    } while (!broken && at < longest && buffer.has(at));
    if (at >= longest) {
      return LONG;
    }
    if (!broken && buffer.failure() != null) {
      return ended();
    }
    add(from, at, found);
    if (!broken) {
      return at == from ? END : at;
    }
    line++;
    lineStart = buffer.offset() + at + 1;
    return at + 1;
  }

  private void add(int from, int to, List<RawRecord> found) {
    int first = from;
    while (first < to && isSpace(buffer.at(first))) {
      first++;
    }
    if (first < to) {
      found.add(new RawRecord(first, to, line, null));
    }
  }

  @Override
  RawRecord skip() {
    return skipLine(tooLong());
  }
}
