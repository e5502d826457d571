package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names of one model of dbt, after dbt Labs' style: {@code stg_<source>__<object>}, one folder
 * a source system, one below it a customer.
 *
 * @param source of dbt, one a customer and system
 * @param customer slug; empty for the base
 */
record DbtNames(String system, String customer, String source, String table, String model) {

  static DbtNames of(Mapping mapping, String customer, boolean withTarget) {
    String system = SqlText.slug(mapping.source().system());
    String whose = customer.isEmpty() ? "" : SqlText.slug(customer);
    String source = whose.isEmpty() ? system : whose + "_" + system;
    String table = SqlText.slug(mapping.source().object());
    String to = withTarget ? "_to_" + SqlText.slug(mapping.target().object()) : "";
    return new DbtNames(system, whose, source, table, "stg_" + source + "__" + table + to);
  }

  /** The folder of the model and its properties, with a slash at the end. */
  String folder() {
    return "models/staging/" + system + "/" + (customer.isEmpty() ? "" : customer + "/");
  }

  String file() {
    return folder() + model + ".sql";
  }

  /** Column names by target path; no two are the same. */
  static Map<String, String> columns(Mapping mapping) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String target : mapping.fields().keySet()) {
      String slug = SqlText.slug(String.join("_", FieldPath.parse(target).names()));
      String name = slug;
      for (int i = 2; !taken.add(name); i++) {
        name = slug + "_" + i;
      }
      names.put(target, name);
    }
    return names;
  }

  /** A column's name as SQL writes it. */
  static String written(String column) {
    return SqlText.isReserved(column) ? "\"" + column + "\"" : column;
  }
}
