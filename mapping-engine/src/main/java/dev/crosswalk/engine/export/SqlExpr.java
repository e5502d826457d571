package dev.crosswalk.engine.export;

/**
 * A value in SQL.
 *
 * @param sql an expression
 * @param level number of the step of the model whose columns it needs; 0 = the source's
 * @param plain a column or a literal, which may be written many times
 */
record SqlExpr(String sql, Kind kind, int level, boolean plain) {

  /** What is known of the value. */
  enum Kind {
    /** A column as it was loaded. */
    RAW,
    TEXT,
    /** Always {@code numeric(38, 10)}. */
    NUMBER,
    BOOLEAN,
    DATE,
    /** A date-time with its zone. */
    MOMENT
  }

  static final String NUMERIC = "numeric(38, 10)";

  /** A column of the source, or one that an earlier step of the model made. */
  static SqlExpr column(String name, Kind kind, int level) {
    return new SqlExpr(name, kind, level, true);
  }

  /** The same level, another expression. */
  SqlExpr as(String newSql, Kind newKind) {
    return new SqlExpr(newSql, newKind, level, false);
  }

  /** As text, in the form in which steps on text see the value. */
  SqlExpr text() {
    return switch (kind) {
      case TEXT -> this;
      case RAW, DATE -> as("cast(" + sql + " as varchar)", Kind.TEXT);
      case NUMBER -> as("rtrim(rtrim(cast(" + sql + " as varchar), '0'), '.')", Kind.TEXT);
      case BOOLEAN ->
          as("case when " + sql + " then 'true' when not " + sql + " then 'false' end", Kind.TEXT);
      case MOMENT -> throw new Unsaid("a date-time is not written as text");
    };
  }
}
