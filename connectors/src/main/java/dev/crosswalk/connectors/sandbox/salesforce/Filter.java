package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.salesforce.Soql.Condition;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Moment;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Order;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Value;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions, order, limit and offset of a query. */
final class Filter {
  private final Paths paths;

  Filter(Paths paths) {
    this.paths = paths;
  }

  List<Map<String, @Nullable Object>> apply(
      Soql query, List<Map<String, @Nullable Object>> records) {
    Condition where = query.where();
    if (where != null) {
      check(where);
    }
    Stream<Map<String, @Nullable Object>> rows =
        records.stream().filter(row -> where == null || test(where, row));
    Comparator<Map<String, @Nullable Object>> order = null;
    for (Order each : query.orderBy()) {
      Comparator<Map<String, @Nullable Object>> one = (a, b) -> compare(each, a, b);
      order = order == null ? one : order.thenComparing(one);
    }
    rows = order == null ? rows : rows.sorted(order);
    rows = rows.skip(query.offset());
    return (query.limit() < 0 ? rows : rows.limit(query.limit())).toList();
  }

  private void check(Condition condition) {
    switch (condition) {
      case Condition.And(Condition left, Condition right) -> {
        check(left);
        check(right);
      }
      case Condition.Or(Condition left, Condition right) -> {
        check(left);
        check(right);
      }
      case Condition.Not(Condition inner) -> check(inner);
      case Condition.Compare compare -> paths.check(compare.field());
      case Condition.In in -> paths.check(in.field());
    }
  }

  private boolean test(Condition condition, Map<String, @Nullable Object> row) {
    return switch (condition) {
      case Condition.And(Condition left, Condition right) -> test(left, row) && test(right, row);
      case Condition.Or(Condition left, Condition right) -> test(left, row) || test(right, row);
      case Condition.Not(Condition inner) -> !test(inner, row);
      case Condition.Compare c -> compare(c.operator(), paths.value(row, c.field()), c.value());
      case Condition.In in -> {
        Object actual = paths.value(row, in.field());
        yield in.values().stream().anyMatch(v -> compare("=", actual, v)) != in.negated();
      }
    };
  }

  private static boolean compare(String operator, @Nullable Object actual, Value literal) {
    Object wanted = literal.value();
    if (wanted == null || actual == null) {
      boolean same = wanted == null && actual == null;
      return operator.equals("=") ? same : operator.equals("!=") && !same;
    }
    if (operator.equals("LIKE")) {
      return like(String.valueOf(wanted)).matcher(String.valueOf(actual)).matches();
    }
    int order = order(actual, wanted);
    return switch (operator) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Pattern like(String text) {
    StringBuilder regex = new StringBuilder();
    for (char c : text.toCharArray()) {
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static int order(Object actual, Object wanted) {
    if (actual instanceof Number a && wanted instanceof BigDecimal b) {
      return new BigDecimal(a.toString()).compareTo(b);
    }
    String left = String.valueOf(actual);
    String right =
        wanted instanceof Moment(String text) ? moment(text, left) : String.valueOf(wanted);
    boolean ids = left.length() == 18 && right.length() == 15;
    return ids
        ? left.compareTo(RecordId.full(right))
        : left.toLowerCase(Locale.ROOT).compareTo(right.toLowerCase(Locale.ROOT));
  }

  /** The literal in the form that record values have, so that text order is time order. */
  private static String moment(String literal, String actual) {
    return literal.length() == 10
        ? actual.length() == 10 ? literal : literal + "T00:00:00.000+0000"
        : OffsetDateTime.parse(literal.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
            .withOffsetSameInstant(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT));
  }

  private int compare(
      Order order, Map<String, @Nullable Object> a, Map<String, @Nullable Object> b) {
    Object left = paths.value(a, order.field());
    Object right = paths.value(b, order.field());
    if (left == null || right == null) {
      int nulls = left == right ? 0 : left == null ? -1 : 1;
      return order.nullsLast() ? -nulls : nulls;
    }
    int result =
        left instanceof Number x && right instanceof Number y
            ? new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString()))
            : String.valueOf(left).compareToIgnoreCase(String.valueOf(right));
    return order.descending() ? -result : result;
  }
}
