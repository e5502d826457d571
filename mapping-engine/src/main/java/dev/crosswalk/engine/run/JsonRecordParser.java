package dev.crosswalk.engine.run;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object. Whole numbers become Integer, Long or BigInteger, others BigDecimal, so
 * that nothing is rounded; of a key that stands twice the last value counts.
 */
final class JsonRecordParser implements RecordParser {
  private final JsonFactory factory = new JsonFactory();
  private final Charset charset;

  /** Of UTF-8. */
  JsonRecordParser() {
    this(StandardCharsets.UTF_8);
  }

  /**
   * @param charset what the input was before it became UTF-8
   */
  JsonRecordParser(Charset charset) {
    this.charset = charset;
  }

  @Override
  public Map<String, @Nullable Object> parse(byte[] bytes, int from, int to)
      throws MalformedRecord {
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new MalformedRecord(
            "A record must be a JSON object, and this is " + kind(first) + ".");
      }
      Map<String, @Nullable Object> record = object(parser);
      if (parser.nextToken() != null) {
        throw new MalformedRecord("Something follows the end of the record.");
      }
      return record;
    } catch (JacksonException e) {
      throw new MalformedRecord(
          CsvRecordParser.isText(bytes, from, to) ? reason(e) : CsvRecordParser.notIn(charset));
    }
  }

  private static String kind(@Nullable JsonToken token) {
    return switch (token) {
      case null -> "nothing";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      default -> "a number";
    };
  }

  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    String plain = first.length() > 300 ? first.substring(0, 300) + "…" : first;
    TokenStreamLocation at = e.getLocation();
    String where = at == null || at.getColumnNr() < 1 ? "" : " at character " + at.getColumnNr();
    return "This is not JSON" + where + ": " + plain + ".";
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    String name = parser.nextName();
    while (name != null) {
      map.put(name, value(parser, parser.nextToken()));
      name = parser.nextName();
    }
    return map;
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      list.add(value(parser, token));
      token = parser.nextToken();
    }
    return list;
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case null, default -> null;
    };
  }
}
