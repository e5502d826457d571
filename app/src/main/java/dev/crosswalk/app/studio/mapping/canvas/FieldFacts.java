package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows of a field whatever the mapping says. Made once for a schema; compared by
 * identity, so that thousands of rows are cheap to compare.
 */
public final class FieldFacts {
  private final String path;
  private final Field field;
  private final String group;
  private final double fill;
  private final String haystack;

  /**
   * @param fill share of sample records in which the field has a value, 0 to 1; NaN = not known
   */
  public FieldFacts(Field field, double fill) {
    this.path = FieldPath.of(field.name()).toString();
    this.field = field;
    this.group = FieldGroups.of(field);
    this.fill = fill;
    this.haystack = haystack(field);
  }

  /** The path by which a mapping names the field. */
  public String path() {
    return path;
  }

  public Field field() {
    return field;
  }

  public String group() {
    return group;
  }

  /** Share of sample records with a value, 0 to 1; NaN where there are no samples. */
  public double fill() {
    return fill;
  }

  /** Whether every word of the search stands in name, label, type, description or values. */
  public boolean matches(String[] lowerCaseWords) {
    for (String word : lowerCaseWords) {
      if (!haystack.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String haystack(Field field) {
    StringBuilder text = new StringBuilder(field.name()).append('\n').append(field.type().word());
    append(text, field.label());
    append(text, field.nativeType());
    append(text, field.description());
    for (PicklistValue value : field.values()) {
      append(text, value.value());
      append(text, value.label());
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static void append(StringBuilder text, @Nullable String part) {
    if (part != null) {
      text.append('\n').append(part);
    }
  }
}
