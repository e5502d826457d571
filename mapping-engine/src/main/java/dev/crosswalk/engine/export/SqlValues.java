package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.export.SqlSteps.Said;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Value maps in SQL. Null and the empty text pass, unless the map names the empty text. */
final class SqlValues {

  /** What becomes of values outside the map. */
  sealed interface Other permits Set, Keep, Reject {}

  record Set(@Nullable Object value) implements Other {}

  record Keep() implements Other {}

  record Reject() implements Other {}

  private SqlValues() {}

  /**
   * @param key plain, in the form in which it is looked up
   * @param given plain text, what stays where {@code other} keeps it
   * @param form makes keys of the map look like that
   * @param keep makes a value plain
   */
  static Said of(
      SqlExpr key,
      SqlExpr given,
      Map<String, @Nullable Object> map,
      UnaryOperator<String> form,
      Other other,
      UnaryOperator<SqlExpr> keep) {
    Map<String, SqlExpr> values = new LinkedHashMap<>();
    map.forEach((k, v) -> values.putIfAbsent(form.apply(k), SqlText.value(v)));
    List<SqlExpr> results = new ArrayList<>();
    map.values().stream().filter(v -> v != null).forEach(v -> results.add(SqlText.value(v)));
    SqlExpr rest = SqlText.value(null);
    if (other instanceof Keep) {
      rest = given;
      results.add(given);
    } else if (other instanceof Set set) {
      rest = SqlText.value(set.value());
      if (set.value() != null) {
        results.add(rest);
      }
    }
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    results.forEach(r -> kinds.add(r.kind()));
    Kind kind = kinds.size() == 1 ? kinds.iterator().next() : Kind.TEXT;
    boolean mixed = kinds.size() > 1;
    StringBuilder sql =
        new StringBuilder("case when ").append(key.sql()).append(" is null then null");
    values.forEach((k, v) ->
        sql.append(" when ")
            .append(key.sql())
            .append(" = ")
            .append(SqlText.literal(k))
            .append(" then ")
            .append(sql(v, mixed)));
    if (!values.containsKey("")) {
      sql.append(" when ")
          .append(key.sql())
          .append(" = '' then ")
          .append(kind == Kind.TEXT ? given.sql() : "null");
    }
    sql.append(" else ").append(sql(rest, mixed)).append(" end");
    String invalid = null;
    if (other instanceof Reject) {
      List<String> keys = new ArrayList<>();
      keys.add("''");
      values.keySet().forEach(k -> keys.add(SqlText.literal(k)));
      invalid = key.sql() + " not in (" + String.join(", ", keys) + ")";
    }
    String caveat = mixed ? "values of several kinds all become text" : null;
    if (kind != Kind.TEXT && !values.containsKey("")) {
      caveat = "the empty text becomes null, because the column holds no texts";
    }
    return new Said(keep.apply(key.as(sql.toString(), kind)), invalid, caveat);
  }

  private static String sql(SqlExpr value, boolean asText) {
    boolean isNull = value.sql().equals("null");
    return asText && !isNull ? value.text().sql() : value.sql();
  }
}
