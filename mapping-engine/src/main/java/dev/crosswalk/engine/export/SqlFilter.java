package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Row filters in SQL. Null counts as a value that is not equal to any other. */
final class SqlFilter {
  private SqlFilter() {}

  /**
   * A condition over a column of the source; null where the column is null and the filter does not
   * hold for null.
   *
   * @param column as it was loaded
   * @throws Unsaid where SQL cannot say the same
   */
  static String of(SqlExpr column, RowFilter filter) {
    String text = column.text().sql();
    Object value = filter.value();
    return switch (filter.operator()) {
      case "exists" ->
          Boolean.FALSE.equals(value)
              ? "(" + text + " is null or " + text + " = '')"
              : text + " <> ''";
      case "eq" -> equal(text, value);
      case "ne" ->
          value == null
              ? text + " is not null"
              : "(" + text + " is null or not (" + equal(text, value) + "))";
      case "in" -> in(text, value);
      case "notIn" -> "coalesce(not (" + in(text, value) + "), " + !holdsNull(value) + ")";
      case "contains" -> "position(" + wanted(value) + " in " + text + ") > 0";
      case "startsWith" -> {
        String start = String.valueOf(Texts.of(value));
        yield "substr(" + text + ", 1, " + Texts.length(start) + ") = " + wanted(value);
      }
      case "gt" -> compare(text, ">", value);
      case "gte" -> compare(text, ">=", value);
      case "lt" -> compare(text, "<", value);
      case "lte" -> compare(text, "<=", value);
      default -> throw new Unsaid("the operator " + filter.operator() + " is not known");
    };
  }

  private static String wanted(@Nullable Object value) {
    String text = Texts.of(value);
    if (text == null) {
      throw new Unsaid("a row filter has no value to compare with");
    }
    return SqlText.literal(text);
  }

  private static String equal(String text, @Nullable Object value) {
    if (value == null) {
      return text + " is null";
    }
    if (value instanceof Number) {
      return "(" + text + " = " + wanted(value) + " or " + compare(text, "=", value) + ")";
    }
    return value instanceof Boolean
        ? "lower(" + text + ") = " + wanted(value)
        : text + " = " + wanted(value);
  }

  private static boolean holdsNull(@Nullable Object value) {
    return value instanceof List<?> list && list.stream().anyMatch(Objects::isNull);
  }

  private static String in(String text, @Nullable Object value) {
    List<String> tests = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> tests.add(equal(text, item)));
    }
    return tests.isEmpty() ? "1 = 0" : "(" + String.join(" or ", tests) + ")";
  }

  /** Numbers as numbers, all else as text. */
  private static String compare(String text, String sign, @Nullable Object value) {
    String wanted = wanted(value);
    String other = String.valueOf(Texts.of(value));
    if (!other.matches("-?[0-9]{1,20}(\\.[0-9]{1,10})?")) {
      return text + " " + sign + " " + wanted;
    }
    String digits = "ltrim(" + text + ", '-')";
    String rest = "ltrim(" + digits + ", '0123456789')";
    String number =
        ("length(%1$s) - length(%2$s) <= 1 and %2$s <> '' and substr(%2$s, 1, 1) <> '.' and (%3$s ="
                + " '' or substr(%3$s, 1, 1) = '.' and length(%3$s) > 1 and ltrim(substr(%3$s, 2),"
                + " '0123456789') = '')")
            .formatted(text, digits, rest);
    return "case when %s then cast(%s as %s) %s %s else %s %s %s end"
        .formatted(number, text, SqlExpr.NUMERIC, sign, other, text, sign, wanted);
  }
}
