package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before any record is seen.
 *
 * @param kinds what it may be
 * @param length its greatest length in code points; null where unknown or no text
 * @param scale its greatest number of digits after the decimal sign; null where unknown or no
 *     number
 */
public record Shape(Set<Kind> kinds, @Nullable Integer length, @Nullable Integer scale) {

  public static final Shape UNKNOWN = new Shape(Kind.ANY, null);

  public Shape(Set<Kind> kinds, @Nullable Integer length) {
    this(kinds, length, null);
  }

  public Shape {
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  public static Shape of(Kind kind) {
    return new Shape(Set.of(kind), null);
  }

  public static Shape of(Set<Kind> kinds) {
    return new Shape(kinds, null);
  }

  /** A number with at most so many digits after the decimal sign. */
  public static Shape number(@Nullable Integer scale) {
    return new Shape(Set.of(Kind.NUMBER), null, scale);
  }

  /** Of a field's values. */
  public static Shape of(Field field) {
    Integer scale = field.type() == FieldType.INTEGER ? Integer.valueOf(0) : field.scale();
    return new Shape(Kind.of(field), length(field), field.type().isNumber() ? scale : null);
  }

  /** Of a picklist the longest value that it is known to have, however much room there is. */
  private static @Nullable Integer length(Field field) {
    return field.type() == FieldType.ENUM && !field.values().isEmpty()
        ? Integer.valueOf(
            field.values().stream()
                .mapToInt(v -> v.value().codePointCount(0, v.value().length()))
                .max()
                .orElse(0))
        : field.length();
  }

  /** Of a value that stands in the file. */
  public static Shape ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> UNKNOWN;
      case String text ->
          new Shape(
              Set.of(Kind.TEXT, Kind.DATE, Kind.DATETIME), text.codePointCount(0, text.length()));
      case Boolean flag -> of(Kind.BOOLEAN);
      case Number number -> of(Kind.NUMBER);
      case List<?> list -> of(Kind.LIST);
      default -> of(Kind.OBJECT);
    };
  }

  public boolean onlyLists() {
    return kinds.equals(Set.of(Kind.LIST));
  }

  /** One or the other. */
  public Shape or(Shape other) {
    EnumSet<Kind> both = EnumSet.copyOf(kinds);
    both.addAll(other.kinds);
    return new Shape(both, greater(length, other.length), greater(scale, other.scale));
  }

  private static @Nullable Integer greater(@Nullable Integer a, @Nullable Integer b) {
    return a == null || b == null ? null : Integer.valueOf(Math.max(a, b));
  }

  /** Text of a greatest length. */
  public static Shape text(@Nullable Integer length) {
    return new Shape(Set.of(Kind.TEXT), length);
  }

  /** Text that grows by so many code points. */
  public Shape longer(int by) {
    return text(length == null ? null : Integer.valueOf(length + by));
  }
}
