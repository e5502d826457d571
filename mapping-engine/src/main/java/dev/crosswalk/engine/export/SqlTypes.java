package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.schema.Field;
import org.jspecify.annotations.Nullable;

/** The types of a model's columns. */
final class SqlTypes {
  private static final int MOST_DIGITS = 38;

  private SqlTypes() {}

  /** The value in the type of its target, where that is known and the value is not of one yet. */
  static SqlExpr typed(SqlExpr value, @Nullable Field target) {
    boolean open = value.kind() == Kind.RAW || value.kind() == Kind.TEXT;
    if (target == null) {
      return value;
    }
    String filled = "nullif(" + (open ? value.text().sql() : value.sql()) + ", '')";
    return switch (target.type()) {
      case BOOLEAN -> open ? value.as("cast(" + filled + " as boolean)", Kind.BOOLEAN) : value;
      case INTEGER ->
          open
              ? value.as(
                  "cast(cast(" + filled + " as " + SqlExpr.NUMERIC + ") as bigint)", Kind.NUMBER)
              : value.kind() == Kind.NUMBER
                  ? value.as("cast(" + value.sql() + " as bigint)", Kind.NUMBER)
                  : value;
      case DECIMAL, MONEY, PERCENT ->
          open ? value.as("cast(" + filled + " as " + numeric(target) + ")", Kind.NUMBER) : value;
      case DATE -> open ? value.as("cast(" + filled + " as date)", Kind.DATE) : value;
      case DATETIME ->
          open ? value.as("cast(" + filled + " as timestamp with time zone)", Kind.MOMENT) : value;
      case ID, STRING, TEXT, HTML, EMAIL, PHONE, URL, TIME, ENUM, ENUM_OPEN, REFERENCE ->
          value.kind() == Kind.RAW ? value.text() : value;
      default -> value;
    };
  }

  private static String numeric(Field target) {
    Integer precision = target.precision();
    Integer scale = target.scale();
    boolean known =
        precision != null
            && scale != null
            && precision <= MOST_DIGITS
            && scale >= 0
            && scale <= precision
            && precision > 0;
    return known ? "numeric(" + precision + ", " + scale + ")" : SqlExpr.NUMERIC;
  }

  /** The word for a properties file; null where the type is what was loaded. */
  static @Nullable String word(SqlExpr value) {
    return switch (value.kind()) {
      case RAW -> null;
      case TEXT -> "varchar";
      case NUMBER -> {
        int at = value.sql().lastIndexOf(" as ");
        String end = at < 0 ? "" : value.sql().substring(at + 4, value.sql().length() - 1);
        yield end.equals("bigint") || end.matches("numeric\\(\\d+, \\d+\\)")
            ? end
            : SqlExpr.NUMERIC;
      }
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case MOMENT -> "timestamp with time zone";
    };
  }
}
