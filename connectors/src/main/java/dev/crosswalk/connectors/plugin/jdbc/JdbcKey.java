package dev.crosswalk.connectors.plugin.jdbc;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SqlTypes;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;

/**
 * A value of a primary key as a person types it, for a comparison that the database can answer from
 * its index: numbers as numbers, everything else as the text that it is.
 */
final class JdbcKey {
  /** Class of the states that say that a value does not suit its type. */
  private static final String DATA = "22";

  private final FieldType type;
  private final Dialect dialect;

  JdbcKey(Field key, Dialect dialect) {
    String word = key.nativeType() == null ? "" : key.nativeType();
    this.type = SqlTypes.of(word.toUpperCase(Locale.ROOT).replaceFirst("\\(.*", ""), 0, -1);
    this.dialect = dialect;
  }

  /**
   * @throws SQLException for which {@link #refused} holds, where the text can be no such value
   */
  void set(PreparedStatement select, String value) throws SQLException {
    boolean number =
        type == FieldType.INTEGER || type == FieldType.DECIMAL || type == FieldType.MONEY;
    if (number) {
      // MySQL would take the digits at the start of any text.
      if (!value.matches("[+-]?\\d{1,38}(\\.\\d{1,38})?")) {
        throw new SQLException("not a number", DATA + "018");
      }
      // As a long where it is one: PostgreSQL has no index of whole numbers for decimals.
      if (value.matches("[+-]?\\d{1,18}")) {
        select.setLong(1, Long.parseLong(value));
      } else {
        select.setBigDecimal(1, new BigDecimal(value));
      }
    } else if (dialect == Dialect.POSTGRESQL) {
      // It reads the text as the column's own type, such as uuid.
      select.setObject(1, value, Types.OTHER);
    } else {
      select.setString(1, value);
    }
  }

  static boolean refused(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(DATA);
  }
}
