package dev.crosswalk.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

  /** UTF-8 unless the answer names another that this machine knows. */
  private static Charset charset(ResponseBody body) {
    MediaType type = body.contentType();
    Charset named = type == null ? null : type.charset();
    return named == null ? StandardCharsets.UTF_8 : named;
  }

  static Body read(ResponseBody body, long most) throws IOException {
    byte[] bytes;
    try (InputStream in = body.byteStream()) {
      bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
    }
    if (bytes.length > most) {
      throw new TooLarge(most);
    }
    String text = new String(bytes, charset(body)).strip();
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
      return new Body(JSON.readValue(text, Object.class), true, bytes.length);
    } catch (JacksonException e) {
      return new Body(text, false, bytes.length);
    }
  }
}
