package dev.crosswalk.engine.transform;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lookup tables that steps may use, by name; whoever keeps them reads them. */
public record Lookups(Map<String, Table> tables) implements Serializable {

  public static final Lookups NONE = new Lookups(Map.of());

  public Lookups {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
  }

  public Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * One table.
   *
   * @param columns names; the first column is the key where a step names none
   * @param rows texts, as many as columns in each
   */
  public record Table(List<String> columns, List<List<String>> rows) implements Serializable {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
