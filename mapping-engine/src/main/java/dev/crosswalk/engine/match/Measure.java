package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a number counts, where the field says so: a discount of ten is one thing in percent and
 * another one in money, and nothing makes one of the other without the whole.
 */
enum Measure {
  PERCENTAGE,
  AMOUNT,
  UNKNOWN;

  private static final Set<String> PERCENT = stems("percent", "percentage", "pct", "perc");

  private static final Set<String> MONEY =
      stems(
          "amount",
          "price",
          "cost",
          "total",
          "subtotal",
          "revenue",
          "income",
          "balance",
          "salary",
          "fee",
          "turnover");

  /** A rate of these is a percentage; other rates are prices in some systems. */
  private static final Set<String> RATED = stems("tax", "vat", "discount", "interest");

  private static final String RATE = Words.stemOf("rate");

  private static Set<String> stems(String... words) {
    return Stream.of(words).map(Words::stemOf).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a field's name says, else its label, else its type.
   *
   * @param name the stems of its own name, not as standard terms, which put both together
   * @param label those of its label
   */
  static Measure of(Field field, List<String> name, List<String> label) {
    FieldType type = field.type();
    if (!type.isNumber() && !type.isText() && type != FieldType.ANY) {
      return UNKNOWN;
    }
    String shown = field.label();
    if (shown != null && shown.indexOf('%') >= 0) {
      return PERCENTAGE;
    }
    Measure named = said(name);
    Measure said = named == UNKNOWN ? said(label) : named;
    if (said != UNKNOWN) {
      return said;
    }
    return switch (type) {
      case PERCENT -> PERCENTAGE;
      case MONEY -> AMOUNT;
      default -> UNKNOWN;
    };
  }

  private static Measure said(List<String> words) {
    if (words.isEmpty()) {
      return UNKNOWN;
    }
    String last = words.get(words.size() - 1);
    if (MONEY.contains(last)) {
      return AMOUNT;
    }
    boolean rate = last.equals(RATE) && words.stream().anyMatch(RATED::contains);
    return rate || words.stream().anyMatch(PERCENT::contains) ? PERCENTAGE : UNKNOWN;
  }

  /** Whether one is a percentage and the other an amount. */
  boolean excludes(Measure other) {
    return this != other && this != UNKNOWN && other != UNKNOWN;
  }
}
