package dev.crosswalk.engine.run;

import dev.crosswalk.engine.transform.Texts;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes plain values as JSON on one line, in UTF-8, numbers without an exponent. */
final class JsonText {
  private static final int DEEPEST = 500;

  private final JsonFactory factory =
      JsonFactory.builder().rootValueSeparator((String) null).build();

  /** A generator for many values one after the other; to be used by one thread. */
  JsonGenerator generator(OutputStream out) {
    return factory.createGenerator(ObjectWriteContext.empty(), out);
  }

  /**
   * Half of a surrogate pair, which UTF-8 cannot hold, is written as an escape.
   *
   * @throws IllegalArgumentException for what JSON cannot hold
   */
  void write(JsonGenerator json, @Nullable Object value) {
    write(json, value, 0);
  }

  private void write(JsonGenerator json, @Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("lists and objects lie more than 500 deep");
    }
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number when !Double.isFinite(number) ->
          throw new IllegalArgumentException("JSON has no number " + number);
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, inner) -> {
          json.writeName(String.valueOf(name));
          write(json, inner, depth + 1);
        });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(inner -> write(json, inner, depth + 1));
        json.writeEndArray();
      }
      case Number number -> json.writeNumber(number(number));
      default -> json.writeString(value.toString());
    }
  }

  private static String number(Number number) {
    String text = Texts.of(number);
    return text == null ? number.toString() : text;
  }
}
