package dev.crosswalk.engine.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one query in a database of its own, which is gone afterwards. */
@FunctionalInterface
public interface SqlRunner {

  /**
   * @param tables what the query reads
   * @param query one select statement
   * @return rows by column name, in small letters; values are texts, numbers, booleans, {@code
   *     java.time} values or null
   * @throws dev.crosswalk.engine.problem.ProblemException where the database refuses it, with its
   *     reason
   */
  List<Map<String, @Nullable Object>> run(List<Table> tables, String query);

  /**
   * A table.
   *
   * @param name that needs no quotes
   * @param columns as SQL writes them, quotes and all
   * @param rows texts, numbers, booleans and nulls, as many as columns in each; a column is of its
   *     first value's type
   */
  record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
