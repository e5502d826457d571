package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.FieldType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the values look like: their format, and values that both fields hold. */
final class SamplesEvidence implements Evidence {
  @Override
  public String name() {
    return "samples";
  }

  @Override
  public double weight() {
    return 1.0;
  }

  @Override
  public double silent() {
    return 0.5;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    SampleProfile a = source.samples();
    SampleProfile b = target.samples();
    if (a.seen() == 0) {
      return SILENT;
    }
    ValueFormat have = a.format();
    ValueFormat want = b.seen() > 0 ? b.format() : ofType(target.field().type());
    double raw;
    if (have != null && want != null) {
      raw = agree(have, want);
    } else if (want != null) {
      raw = want == ValueFormat.BOOLEAN ? 0.4 : 0.1;
    } else if (b.seen() > 0) {
      double shared = shared(a.distinct(), b.distinct());
      raw = have == null || shared > 0 ? 0.5 + shared / 2 : 0.3;
    } else {
      return SILENT;
    }
    double seen = b.seen() > 0 ? Math.min(a.seen(), b.seen() + 2) : a.seen();
    return 0.5 + (raw - 0.5) * seen / (seen + 2);
  }

  private static double agree(ValueFormat a, ValueFormat b) {
    if (a == b) {
      boolean telling = !a.isNumber() && a != ValueFormat.COUNTRY_CODE;
      return telling ? 1 : 0.7;
    }
    boolean dates =
        (a.isDate() || a == ValueFormat.DATETIME) && (b.isDate() || b == ValueFormat.DATETIME);
    if (dates) {
      return 0.9;
    }
    if (a.isNumber() && b.isNumber()) {
      return 0.7;
    }
    if (isCountry(a) && isCountry(b)) {
      return 0.8;
    }
    // A few codes of one country may be plain digits.
    if (a == ValueFormat.POSTAL_CODE && b == ValueFormat.INTEGER
        || a == ValueFormat.INTEGER && b == ValueFormat.POSTAL_CODE) {
      return 0.5;
    }
    return (a == ValueFormat.INTEGER || a == ValueFormat.PHONE)
            && (b == ValueFormat.INTEGER || b == ValueFormat.PHONE)
        ? 0.4
        : 0;
  }

  private static boolean isCountry(ValueFormat format) {
    return format == ValueFormat.COUNTRY || format == ValueFormat.COUNTRY_CODE;
  }

  private static double shared(Map<String, String> a, Map<String, String> b) {
    Map<String, String> small = a.size() <= b.size() ? a : b;
    Map<String, String> large = small == a ? b : a;
    long both = small.keySet().stream().filter(large::containsKey).count();
    return small.isEmpty() ? 0 : (double) both / small.size();
  }

  /** The format that values of this type have; null where the type says nothing. */
  static @Nullable ValueFormat ofType(FieldType type) {
    return switch (type) {
      case EMAIL -> ValueFormat.EMAIL;
      case PHONE -> ValueFormat.PHONE;
      case URL -> ValueFormat.URL;
      case DATE -> ValueFormat.DATE;
      case DATETIME -> ValueFormat.DATETIME;
      case BOOLEAN -> ValueFormat.BOOLEAN;
      case INTEGER -> ValueFormat.INTEGER;
      case DECIMAL, MONEY, PERCENT -> ValueFormat.DECIMAL;
      default -> null;
    };
  }
}
