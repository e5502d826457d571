package dev.crosswalk.engine.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A short mark of the mapped fields of an object, by which a mapping sees that they have changed
 * since it was reviewed. Covers what a mapping depends on; labels, order and other fields change
 * nothing.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * @param mappedPaths paths of the mapping; of a path across a reference only the first name
   *     counts
   * @return {@code sha256:} and 12 hex digits
   * @throws IllegalArgumentException where a path cannot be read
   */
  public static String of(SchemaObject object, Collection<String> mappedPaths) {
    SortedSet<String> names = new TreeSet<>();
    for (String path : mappedPaths) {
      names.add(object.fieldOf(path));
    }
    StringBuilder canonical = new StringBuilder();
    for (String name : names) {
      Field field = object.field(name).orElse(null);
      add(canonical, name);
      if (field != null) {
        canonical(canonical, field);
      }
      canonical.append('\n');
    }
    return "sha256:" + HexFormat.of().formatHex(sha256(canonical.toString()), 0, 6);
  }

  private static void canonical(StringBuilder out, Field field) {
    add(out, field.type().word());
    add(out, field.nativeType());
    add(out, field.required());
    add(out, field.readOnly());
    add(out, field.createOnly());
    add(out, field.unique());
    add(out, field.calculated());
    add(out, field.length());
    add(out, field.precision());
    add(out, field.scale());
    add(out, field.multiple());
    add(out, field.restricted());
    add(out, field.dependsOn());
    sorted(out, field.references());
    sorted(
        out,
        field.values().stream()
            .filter(v -> !Boolean.FALSE.equals(v.active()))
            .map(PicklistValue::value)
            .toList());
  }

  private static void sorted(StringBuilder out, List<String> values) {
    SortedSet<String> sorted = new TreeSet<>(values);
    out.append(sorted.size()).append('[');
    sorted.forEach(v -> add(out, v));
  }

  /** Length before text, so that no two lists of texts look alike. */
  private static void add(StringBuilder out, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    out.append(value == null ? -1 : text.length()).append(':').append(text).append(';');
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
