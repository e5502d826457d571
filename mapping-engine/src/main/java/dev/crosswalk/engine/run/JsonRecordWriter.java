package dev.crosswalk.engine.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** One JSON object a record. */
final class JsonRecordWriter implements RecordWriter {
  private final JsonText json;
  private final String before;
  private final String after;
  private @Nullable JsonGenerator generator;
  private @Nullable Bytes goal;

  JsonRecordWriter(JsonText json, String before, String after) {
    this.json = json;
    this.before = before;
    this.after = after;
  }

  @Override
  public void write(Map<String, @Nullable Object> record, Bytes out) throws MalformedRecord {
    int size = out.size();
    out.write(before);
    try {
      JsonGenerator to = generator(out);
      json.write(to, record);
      to.flush();
    } catch (JacksonException | IllegalArgumentException e) {
      // The generator stands in the middle of a record: the next one gets another.
      generator = null;
      out.cutTo(size);
      throw new MalformedRecord(
          "The result cannot be written as JSON: "
              + (e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage())
              + ".");
    }
    out.write(after);
  }

  private JsonGenerator generator(Bytes out) {
    JsonGenerator open = generator;
    if (open == null || goal != out) {
      open = json.generator(out);
      generator = open;
      goal = out;
    }
    return open;
  }
}
