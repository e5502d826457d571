package dev.crosswalk.engine.schema;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Guesses the type of a column of text from its values. */
public final class TextTypes {
  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,17})\\.\\d{1,18}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-(?:0\\d|1[0-2])-(?:[0-2]\\d|3[01])");
  private static final Pattern DATETIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,80}@[^@\\s]{1,80}\\.[A-Za-z]{2,24}");
  private static final Pattern URL = Pattern.compile("https?://\\S{3,2000}");
  private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()./-]{5,20}");
  private static final int LONG = 255;

  private TextTypes() {}

  /**
   * The narrowest type that every value has; text where there are none. A column in which a number
   * has a leading zero is text, since postcodes and article numbers would lose it.
   */
  public static FieldType guess(List<String> values) {
    List<String> given = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (given.isEmpty()) {
      return FieldType.STRING;
    }
    if (all(given, BOOLEAN)) {
      return FieldType.BOOLEAN;
    }
    if (all(given, INTEGER)) {
      return FieldType.INTEGER;
    }
    if (given.stream().allMatch(is(INTEGER).or(is(DECIMAL)))) {
      return FieldType.DECIMAL;
    }
    if (all(given, DATE)) {
      return FieldType.DATE;
    }
    if (given.stream().allMatch(is(DATE).or(is(DATETIME)))) {
      return FieldType.DATETIME;
    }
    if (all(given, EMAIL)) {
      return FieldType.EMAIL;
    }
    if (all(given, URL)) {
      return FieldType.URL;
    }
    if (all(given, PHONE)) {
      return FieldType.PHONE;
    }
    return given.stream().anyMatch(v -> v.length() > LONG) ? FieldType.TEXT : FieldType.STRING;
  }

  private static boolean all(List<String> values, Pattern pattern) {
    return values.stream().allMatch(is(pattern));
  }

  private static Predicate<String> is(Pattern pattern) {
    return value -> value.length() <= 2100 && pattern.matcher(value).matches();
  }
}
