package dev.crosswalk.connectors.cache;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Objects and records as compressed JSON: what the cache's blobs hold. */
final class CacheCodec {
  private static final TypeReference<List<Map<String, @Nullable Object>>> RECORDS =
      new TypeReference<>() {};

  private final JsonMapper objects =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // isCustom() and the like say "no" where the component says "unknown".
          .changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .withConfigOverride(
              List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private final JsonMapper records =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  byte[] json(SchemaObject object) {
    return objects.writeValueAsBytes(object);
  }

  SchemaObject object(byte[] compressed) {
    return objects.readValue(inflate(compressed), SchemaObject.class);
  }

  byte[] json(List<Map<String, @Nullable Object>> list) {
    return records.writeValueAsBytes(list);
  }

  List<Map<String, @Nullable Object>> records(byte[] compressed) {
    return records.readValue(inflate(compressed), RECORDS);
  }

  byte[] json(AnswerMemory.Remembered answer) {
    return records.writeValueAsBytes(
        Arrays.asList(answer.status(), answer.url(), answer.headers(), answer.body()));
  }

  AnswerMemory.Remembered answer(byte[] compressed, boolean ofThisRun) {
    List<?> parts = records.readValue(inflate(compressed), List.class);
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
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
