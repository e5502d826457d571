package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.transform.step.NumberReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One condition of a row filter. Numbers compare as numbers, all else as text. */
record RowTest(SourcePath path, Operator operator, @Nullable Object value) {

  /** What a condition may ask; the words are those of files. */
  enum Operator {
    EQ("eq"),
    NE("ne"),
    IN("in"),
    NOT_IN("notIn"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    EXISTS("exists"),
    GT("gt"),
    GTE("gte"),
    LT("lt"),
    LTE("lte");

    final String word;

    Operator(String word) {
      this.word = word;
    }

    static @Nullable Operator of(String word) {
      for (Operator operator : values()) {
        if (operator.word.equals(word)) {
          return operator;
        }
      }
      return null;
    }
  }

  boolean holds(Map<String, ? extends @Nullable Object> record) {
    Object read = path.read(record);
    Object actual = read == SourcePath.MISSING ? null : read;
    return switch (operator) {
      case EXISTS -> Texts.isEmpty(actual) == Boolean.FALSE.equals(value);
      case EQ -> same(actual, value);
      case NE -> !same(actual, value);
      case IN -> in(actual);
      case NOT_IN -> !in(actual);
      case CONTAINS -> contains(actual);
      case STARTS_WITH -> {
        String text = Texts.of(actual);
        String start = Texts.of(value);
        yield text != null && start != null && text.startsWith(start);
      }
      case GT -> ordered(actual) && compare(actual, value) > 0;
      case GTE -> ordered(actual) && compare(actual, value) >= 0;
      case LT -> ordered(actual) && compare(actual, value) < 0;
      case LTE -> ordered(actual) && compare(actual, value) <= 0;
    };
  }

  private boolean in(@Nullable Object actual) {
    return value instanceof List<?> list && list.stream().anyMatch(item -> same(actual, item));
  }

  private boolean contains(@Nullable Object actual) {
    if (actual instanceof List<?> list) {
      return list.stream().anyMatch(item -> same(item, value));
    }
    String text = Texts.of(actual);
    String part = Texts.of(value);
    return text != null && part != null && text.contains(part);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b;
    }
    BigDecimal left = a instanceof Number ? number(a) : null;
    BigDecimal right = b instanceof Number ? number(b) : null;
    if (left != null && right != null) {
      return left.compareTo(right) == 0;
    }
    String text = Texts.of(a);
    return text == null ? Objects.equals(a, b) : text.equals(Texts.of(b));
  }

  private boolean ordered(@Nullable Object actual) {
    return Texts.of(actual) != null && Texts.of(value) != null;
  }

  private static int compare(@Nullable Object a, @Nullable Object b) {
    BigDecimal left = number(a);
    BigDecimal right = number(b);
    return left != null && right != null
        ? left.compareTo(right)
        : String.valueOf(Texts.of(a)).compareTo(String.valueOf(Texts.of(b)));
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof Number number) {
      return NumberReader.exact(number) instanceof BigDecimal exact ? exact : null;
    }
    return value instanceof String text
            && text.length() <= 40
            && text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? new BigDecimal(text)
        : null;
  }
}
