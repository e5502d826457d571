package dev.crosswalk.connectors.cache;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the cache's blobs hold, compressed: objects as bytes, records and answers as JSON. */
final class CacheCodec {
  private static final TypeReference<List<Map<String, @Nullable Object>>> RECORDS =
      new TypeReference<>() {};

  /** Objects as versions 1 to 3 of the file kept them; made only where there are some. */
  private static final class OldObjects {
    private static final JsonMapper MAPPER =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();
  }

  /** Made with the first record or answer: who only looks at fields does not wait for it. */
  private static final class Json {
    private static final JsonMapper MAPPER =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  }

  static byte[] bytes(SchemaObject object) {
    return ObjectFormat.write(object);
  }

  SchemaObject object(byte[] compressed) {
    byte[] bytes = inflate(compressed);
    return bytes.length > 0 && bytes[0] == '{'
        ? OldObjects.MAPPER.readValue(bytes, SchemaObject.class)
        : ObjectFormat.read(bytes);
  }

  byte[] json(List<Map<String, @Nullable Object>> list) {
    return Json.MAPPER.writeValueAsBytes(list);
  }

  List<Map<String, @Nullable Object>> records(byte[] compressed) {
    return Json.MAPPER.readValue(inflate(compressed), RECORDS);
  }

  byte[] json(AnswerMemory.Remembered answer) {
    return Json.MAPPER.writeValueAsBytes(
        Arrays.asList(answer.status(), answer.url(), answer.headers(), answer.body()));
  }

  AnswerMemory.Remembered answer(byte[] compressed, boolean ofThisRun) {
    List<?> parts = Json.MAPPER.readValue(inflate(compressed), List.class);
    Map<String, String> headers = new LinkedHashMap<>();
    if (parts.get(2) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    }
    return new AnswerMemory.Remembered(
        parts.get(0) instanceof Number status ? status.intValue() : 200,
        String.valueOf(parts.get(1)),
        headers,
        parts.get(3),
        ofThisRun);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  static byte[] inflate(byte[] bytes) {
    // As one piece: a stream would bring it in many small ones, each through three layers.
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      byte[] out = new byte[Math.max(256, bytes.length * 4)];
      int size = 0;
      while (!inflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        int more = inflater.inflate(out, size, out.length - size);
        size += more;
        if (more == 0 && !inflater.finished() && size < out.length) {
          throw new DataFormatException("it ends too early");
        }
      }
      return Arrays.copyOf(out, size);
    } catch (DataFormatException e) {
      throw new UncheckedIOException(new IOException(e));
    } finally {
      inflater.end();
    }
  }
}
