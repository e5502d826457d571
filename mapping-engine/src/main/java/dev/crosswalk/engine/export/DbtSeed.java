package dev.crosswalk.engine.export;

import dev.crosswalk.engine.transform.Lookups;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lookup table as a seed of dbt: all columns text, with names that need no quotes. */
final class DbtSeed {
  private final String table;
  private final Lookups.Table rows;
  private final List<String> columns = new ArrayList<>();

  DbtSeed(String table, Lookups.Table rows) {
    this.table = table;
    this.rows = rows;
    Set<String> taken = new HashSet<>();
    for (String column : rows.columns()) {
      String slug = SqlText.slug(column);
      String name = SqlText.isReserved(slug) ? slug + "_" : slug;
      while (!taken.add(name)) {
        name += "_2";
      }
      columns.add(name);
    }
  }

  String name() {
    return "crosswalk_" + SqlText.slug(table);
  }

  /**
   * A column by its name in the table.
   *
   * @param standard the column's place where no name is given
   * @throws Unsaid where there is none
   */
  String column(@Nullable String named, int standard) {
    int index = named == null ? standard : rows.columns().indexOf(named);
    if (index < 0 || index >= columns.size()) {
      throw new Unsaid("the table " + table + " has no such column");
    }
    return columns.get(index);
  }

  String csv() {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
    for (List<String> row : rows.rows()) {
      csv.append(row.stream().map(DbtSeed::cell).collect(Collectors.joining(","))).append('\n');
    }
    return csv.toString();
  }

  private static String cell(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && text.strip().equals(text);
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** Its entry in the properties file, so that no value is taken for a number. */
  Map<String, Object> properties() {
    Map<String, Object> types = new LinkedHashMap<>();
    columns.forEach(column -> types.put(column, "varchar"));
    Map<String, Object> seed = new LinkedHashMap<>();
    seed.put("name", name());
    seed.put("config", Map.of("column_types", types));
    return seed;
  }
}
