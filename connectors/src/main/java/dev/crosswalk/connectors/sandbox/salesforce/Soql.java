package dev.crosswalk.connectors.sandbox.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of SOQL that the sandbox understands, as a tree.
 *
 * @param select what is asked for
 * @param from object name
 * @param where null where all records are asked for
 * @param limit -1 where there is none
 */
record Soql(
    List<Item> select,
    String from,
    @Nullable Condition where,
    List<Order> orderBy,
    int limit,
    int offset) {

  Soql {
    select = List.copyOf(select);
    orderBy = List.copyOf(orderBy);
  }

  /** A word of the query with the place where it stands, for messages. */
  record Name(String text, int position) {
    List<String> parts() {
      return List.of(text.split("\\.", -1));
    }
  }

  sealed interface Item {
    record Field(Name name) implements Item {}

    /** {@code FIELDS(ALL)}, {@code FIELDS(STANDARD)} or {@code FIELDS(CUSTOM)}. */
    record Fields(String kind) implements Item {}

    record Count() implements Item {}
  }

  record Order(Name field, boolean descending, boolean nullsLast) {}

  sealed interface Condition {
    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition inner) implements Condition {}

    /** Operator is one of {@code = != < <= > >= LIKE}. */
    record Compare(Name field, String operator, Value value) implements Condition {}

    record In(Name field, boolean negated, List<Value> values) implements Condition {
      public In {
        values = List.copyOf(values);
      }
    }
  }

  /** A literal: String, BigDecimal, Boolean, Moment or null. */
  record Value(@Nullable Object value) {}

  /** A date or date-time as it is written. */
  record Moment(String text) {}

  /** The query cannot be read; the message has the form of the real one. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }
}
