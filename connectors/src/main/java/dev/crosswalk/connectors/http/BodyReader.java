package dev.crosswalk.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer's body within bounds; the bound counts after unpacking. */
final class BodyReader {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(20_000_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Pattern EXPONENT = Pattern.compile("\\d[eE][+-]?\\d{4}");
  private static final int LARGEST_EXPONENT = 1000;

  private BodyReader() {}

  /** JSON as maps and lists, or the text where it is not JSON; null if empty. */
  record Body(@Nullable Object value, boolean json, long bytes) {}

  /** More came than is read. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
      super("the answer is larger than " + most / 1024 / 1024 + " MB");
    }
  }

  /**
   * A number that no machine counts with, such as {@code 1e999999999}, stays the text that it is:
   * written out it would fill the memory.
   */
  private static @Nullable Object counted(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number when Math.abs((long) number.scale()) > LARGEST_EXPONENT ->
          number.toString();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, each) -> out.put(key, counted(each)));
        yield out;
      }
      case List<?> list -> {
        List<@Nullable Object> out = new ArrayList<>(list.size());
        list.forEach(each -> out.add(counted(each)));
        yield out;
      }
      case null, default -> value;
    };
  }

  /**
   * @param lenient of the encoding, for answers that only say what went wrong
   */
  static Body read(ResponseBody body, long most, boolean lenient) throws IOException {
    byte[] bytes;
    try (InputStream in = body.byteStream()) {
      bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
    }
    if (bytes.length > most) {
      throw new TooLarge(most);
    }
    MediaType type = body.contentType();
    String text = BodyText.of(bytes, type == null ? null : type.charset(), lenient).strip();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1).strip();
    }
    if (text.isEmpty()) {
      return new Body(null, true, bytes.length);
    }
    char first = text.charAt(0);
    if (first == '<') {
      return new Body(text, false, bytes.length);
    }
    try {
      Object value = JSON.readValue(text, Object.class);
      boolean huge = EXPONENT.matcher(text).find();
      return new Body(huge ? counted(value) : value, true, bytes.length);
    } catch (JacksonException e) {
      return new Body(text, false, bytes.length);
    }
  }
}
