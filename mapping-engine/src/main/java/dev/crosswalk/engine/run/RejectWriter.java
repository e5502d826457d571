package dev.crosswalk.engine.run;

import java.nio.charset.StandardCharsets;

/** Writes rejects, one JSON object a line. For one thread. */
final class RejectWriter {
  private final RecordWriter writer;
  private final Bytes out;

  RejectWriter(JsonText json, Bytes out) {
    this.writer = new JsonRecordWriter(json, "", "\n");
    this.out = out;
  }

  void write(long line, long record, Reject reject) {
    try {
      writer.write(reject.plain(line, record), out);
    } catch (MalformedRecord e) {
      // The very value may be what cannot be written.
      Reject plain =
          new Reject(
              reject.field() == null ? null : safe(reject.field()),
              safe(String.valueOf(reject.value())),
              safe(reject.reason()));
      try {
        writer.write(plain.plain(line, record), out);
      } catch (MalformedRecord again) {
        throw new IllegalStateException(again);
      }
    }
  }

  /** With a question mark for what UTF-8 cannot hold. */
  private static String safe(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
