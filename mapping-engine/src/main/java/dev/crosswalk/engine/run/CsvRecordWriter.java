package dev.crosswalk.engine.run;

import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/**
 * One row of CSV a record, one column a target. Missing and null are nothing between commas, the
 * empty text is {@code ""}; lists and objects are written as JSON.
 */
final class CsvRecordWriter implements RecordWriter {
  private final List<List<String>> paths;
  private final JsonText json;

  CsvRecordWriter(List<String> targets, JsonText json) {
    this.paths = targets.stream().map(t -> FieldPath.parse(t).names()).toList();
    this.json = json;
  }

  /** The first line. */
  static String header(List<String> targets) {
    StringBuilder line = new StringBuilder();
    for (String target : targets) {
      line.append(line.isEmpty() ? "" : ",").append(quoted(target));
    }
    return line.append('\n').toString();
  }

  @Override
  public void write(Map<String, @Nullable Object> record, Bytes out) throws MalformedRecord {
    int size = out.size();
    try {
      for (int i = 0; i < paths.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        cell(read(record, paths.get(i)), out);
      }
    } catch (JacksonException | IllegalArgumentException e) {
      out.cutTo(size);
      throw new MalformedRecord("The result cannot be written as CSV in UTF-8.");
    }
    if (out.size() == size) {
      // A blank line would be no row.
      out.write("\"\"");
    }
    out.write('\n');
  }

  private static @Nullable Object read(Map<String, @Nullable Object> record, List<String> path) {
    Object at = record;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at;
  }

  private void cell(@Nullable Object value, Bytes out) {
    if (value == null) {
      return;
    }
    String text = value instanceof String plain ? plain : Texts.of(value);
    if (text == null) {
      Bytes inner = new Bytes();
      try (JsonGenerator to = json.generator(inner)) {
        json.write(to, value);
      }
      text = inner.text();
    }
    requireWhole(text);
    out.write(text.isEmpty() ? "\"\"" : quoted(text));
  }

  private static void requireWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IllegalArgumentException("half of a surrogate pair");
        }
        i++;
      }
    }
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && !Character.isWhitespace(text.charAt(0));
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
