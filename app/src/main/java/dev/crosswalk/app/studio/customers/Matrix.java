package dev.crosswalk.app.studio.customers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One target object over all customers.
 *
 * @param object the target object
 * @param columns the bases first, one a source system, then the customers
 * @param rows one a target, in the model's order
 */
record Matrix(String object, List<Column> columns, List<Row> rows) {

  /** Begins the keys of base columns, before the system. */
  static final String BASE = "#";

  static final Matrix EMPTY = new Matrix("", List.of(), List.of());

  Matrix {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A base mapping, or a customer.
   *
   * @param customer id; empty for the base
   * @param title for people; of a base its source system
   * @param mapping file of the mapping that fills the object, relative to the workspace; null where
   *     the customer has none
   * @param connection empty where the customer has none for the mapping's system
   * @param reviewed false where there is no schema that the customer's mapping was reviewed
   *     against, so that nobody can tell what drifted
   */
  record Column(
      String customer,
      String title,
      @Nullable String mapping,
      String connection,
      boolean reviewed) {

    boolean isBase() {
      return customer.isEmpty();
    }

    /** Under what a row holds the column's cell; no customer's id begins with a sign. */
    String key() {
      return isBase() ? BASE + title : customer;
    }
  }

  /** What a target is for a customer. */
  enum State {
    /** As the base says. */
    MAPPED,
    /** In the base, and this customer has it differently. */
    OVERRIDDEN,
    /** Only this customer has it. */
    OWN,
    /** A question that nobody answered. */
    ASKED,
    /** Without a source. */
    MISSING,
    /** The customer took it away from the base. */
    REMOVED,
    /** The source changed or went since the review. */
    DRIFTED,
    /** The customer has no mapping that fills the object. */
    NONE
  }

  /**
   * @param from where the value comes from, or what the question is; empty for nothing
   * @param why what drifted; empty for nothing
   */
  record Cell(State state, String from, String why) {

    boolean gap() {
      return state == State.MISSING || state == State.ASKED || state == State.DRIFTED;
    }
  }

  /**
   * One target.
   *
   * @param cells by {@link Column#key}
   */
  record Row(String target, String label, boolean required, Map<String, Cell> cells) {

    Row {
      cells = Map.copyOf(cells);
    }

    Cell cell(String key) {
      return cells.getOrDefault(key, new Cell(State.NONE, "", ""));
    }

    /** The cells of customers alone. */
    List<Cell> ofCustomers() {
      return cells.entrySet().stream()
          .filter(e -> !e.getKey().startsWith(BASE))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  /** How many cells of customers have a state. */
  long count(State state) {
    return rows.stream()
        .flatMap(r -> r.ofCustomers().stream())
        .filter(c -> c.state() == state)
        .count();
  }
}
