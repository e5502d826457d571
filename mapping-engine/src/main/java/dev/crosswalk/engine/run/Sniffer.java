package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;

/** Tells from a name and the first bytes what an input holds; consumes nothing but a BOM. */
final class Sniffer {
  private static final int LOOKED_AT = 64 << 10;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final InputBuffer buffer;
  private final SourceOptions options;

  Sniffer(InputBuffer buffer, SourceOptions options) {
    this.buffer = buffer;
    this.options = options;
  }

  /** Goes over a byte order mark, and refuses what is no text. */
  void skipMark() {
    if (starts(0xEF, 0xBB, 0xBF)) {
      buffer.consume(3);
    } else if (buffer.has(1) && (buffer.at(0) == 0) != (buffer.at(1) == 0)) {
      throw problem(
          "The input looks like UTF-16 without a byte order mark.",
          "Say so: --encoding " + (buffer.at(0) == 0 ? "UTF-16BE." : "UTF-16LE."));
    } else if (starts(0x1F, 0x8B)) {
      throw problem(
          "The input is packed with gzip, and its name does not say so.",
          "Give a file whose name ends in .gz, or unpack it: gzip -dc FILE | crosswalk apply --in"
              + " - …");
    }
  }

  private boolean starts(int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (!buffer.has(i) || (buffer.at(i) & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  RecordFormat format() {
    if (options.format() != null) {
      return options.format();
    }
    return RecordFormat.ofName(options.name()).orElseGet(this::byContent);
  }

  private RecordFormat byContent() {
    int first = first();
    if (first < 0) {
      return RecordFormat.NDJSON;
    }
    return switch (buffer.at(first)) {
      case '[' -> RecordFormat.JSON;
      case '{' -> endsInItsLine(first) ? RecordFormat.NDJSON : RecordFormat.JSON;
      default ->
          throw problem(
              "It cannot be told what the input holds.",
              "Give NDJSON, a JSON list or CSV, and say which with --in-format.");
    };
  }

  /** Whether the values stand in a list. */
  boolean isList() {
    int first = first();
    return first >= 0 && buffer.at(first) == '[';
  }

  /** Index of the first byte that is no space; -1 if there is none near. */
  private int first() {
    int at = 0;
    while (at < LOOKED_AT && buffer.has(at)) {
      if (!Splitter.isSpace(buffer.at(at))) {
        return at;
      }
      at++;
    }
    return -1;
  }

  private boolean endsInItsLine(int first) {
    JsonScan scan = new JsonScan();
    buffer.has(first + LOOKED_AT);
    int base = buffer.start();
    int stop = base + Math.min(buffer.available(), first + LOOKED_AT);
    scan.scan(buffer.bytes(), base + first, stop);
    // A first line longer than what is looked at is far likelier one record than the start of a
    // nicely laid out one.
    return scan.breaks == 0;
  }

  /** The separator that stands most often in the first line, outside quotes. */
  char separator() {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int at = 0; at < LOOKED_AT && buffer.has(at); at++) {
      byte c = buffer.at(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (at > 0) {
          break;
        }
      } else if (!quoted) {
        for (int i = 0; i < SEPARATORS.length; i++) {
          counts[i] += c == SEPARATORS[i] ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS[best];
  }

  private ProblemException problem(String what, String next) {
    return new ProblemException(
        Problem.error("records-syntax", Place.of(options.name()), what, next));
  }
}
