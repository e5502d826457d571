package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of a model between source and result. A value that is needed more than once becomes a
 * column of a step, so that no expression grows by itself.
 */
final class SqlStages {
  private static final String BLANKS_NAME = "{{ blanks }}";

  /** What a step adds to the one before. */
  private static final class Stage {
    final List<String> columns = new ArrayList<>();
    final List<String> joins = new ArrayList<>();
  }

  private final List<Stage> stages = new ArrayList<>();
  private final List<String> lookups = new ArrayList<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private int count;

  /** Names what steps are made of after a target. */
  SqlExpr keep(String name, SqlExpr value) {
    return value.plain() ? value : added(name, value.sql(), value.kind(), value.level());
  }

  private SqlExpr added(String name, String sql, Kind kind, int level) {
    String alias = "cw_" + name + "_" + ++count;
    stage(level).columns.add(sql + " as " + alias);
    return SqlExpr.column(alias, kind, level + 1);
  }

  private Stage stage(int level) {
    while (stages.size() <= level) {
      stages.add(new Stage());
    }
    return stages.get(level);
  }

  /** A found value, and whether it was found. */
  record Found(SqlExpr value, SqlExpr there) {}

  /**
   * Looks a plain key up.
   *
   * @param seed name of a seed, by which dbt knows the table
   * @param keyColumn expression for the key over the seed
   * @param valueColumn column of the seed
   */
  Found lookup(String name, SqlExpr key, String seed, String keyColumn, String valueColumn) {
    tables.add(seed);
    String alias = "lookup_" + (lookups.size() + 1);
    lookups.add(
        """
        %1$s as (

            select
                %2$s as lookup_key,
                coalesce(max(%3$s), '') as lookup_value
            from {{ ref('%4$s') }}
            group by %2$s

        ),
        """
            .formatted(alias, keyColumn, valueColumn, seed));
    stage(key.level())
        .joins
        .add("left join " + alias + " on " + alias + ".lookup_key = " + key.sql());
    SqlExpr value = added(name, alias + ".lookup_value", Kind.TEXT, key.level());
    SqlExpr there =
        added(
            name,
            "case when " + alias + ".lookup_key is null then false else true end",
            Kind.BOOLEAN,
            key.level());
    return new Found(value, there);
  }

  /** Without blanks of any kind at both ends. */
  static String trimmed(String text) {
    return "ltrim(rtrim(" + text + ", " + BLANKS_NAME + "), " + BLANKS_NAME + ")";
  }

  /** The seeds that are looked into. */
  Set<String> seeds() {
    return tables;
  }

  /** The name of the last step. */
  String last() {
    return name(stages.size());
  }

  private static String name(int level) {
    return level == 0 ? "source" : "step_" + level;
  }

  /** The steps as common table expressions. */
  String text() {
    StringBuilder text = new StringBuilder();
    lookups.forEach(lookup -> text.append(lookup).append('\n'));
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      text.append(name(i + 1)).append(" as (\n\n    select\n        ").append(name(i)).append(".*");
      stage.columns.forEach(column -> text.append(",\n        ").append(column));
      text.append("\n    from ").append(name(i));
      stage.joins.forEach(join -> text.append("\n    ").append(join));
      text.append("\n\n),\n\n");
    }
    return text.toString();
  }
}
