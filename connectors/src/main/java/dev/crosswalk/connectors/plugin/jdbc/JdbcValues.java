package dev.crosswalk.connectors.plugin.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of columns as records hold them: like JSON, dates and times as ISO text. */
final class JdbcValues {
  private static final long LONGEST = 100_000;

  private JdbcValues() {}

  /**
   * A value of the current row. Drivers turn moments into the zone of this machine unless they are
   * asked for an offset, and PostgreSQL's gives money as a number it cannot always read.
   */
  static @Nullable Object of(ResultSet row, int column, Dialect dialect) throws SQLException {
    ResultSetMetaData metadata = row.getMetaData();
    String word = String.valueOf(metadata.getColumnTypeName(column)).toLowerCase(Locale.ROOT);
    int type = metadata.getColumnType(column);
    return switch (word) {
      case "timestamptz", "timestamp with time zone" ->
          of(row.getObject(column, OffsetDateTime.class));
      case "timetz" -> of(row.getObject(column, OffsetTime.class));
      case "timestamp" ->
          dialect.timestampIsMoment()
              ? of(row.getObject(column, OffsetDateTime.class))
              : of(row.getObject(column, LocalDateTime.class));
      case "money" -> row.getString(column);
      case "xml" -> row.getString(column);
      default -> type == Types.BINARY || type == Types.BLOB ? null : of(row.getObject(column));
    };
  }

  static @Nullable Object of(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case String s -> s;
      case Boolean b -> b;
      case Integer i -> i;
      case Long l -> l;
      case Short s -> (int) s;
      case Byte b -> (int) b;
      case BigDecimal d -> d;
      case BigInteger i -> i;
      case Double d -> new BigDecimal(d.toString());
      case Float f -> new BigDecimal(f.toString());
      case Timestamp t -> time(t.toLocalDateTime());
      case Date d -> d.toLocalDate().toString();
      case Time t -> t.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
      case LocalDateTime t -> time(t);
      case OffsetDateTime t -> t.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      case ZonedDateTime t -> t.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      case OffsetTime t -> t.format(DateTimeFormatter.ISO_OFFSET_TIME);
      case Instant t -> t.toString();
      case Clob c -> c.getSubString(1, (int) Math.min(LONGEST, c.length()));
      case Array a -> list(a.getArray());
      case Object[] a -> list(a);
      case byte[] b -> null;
      default -> value.toString();
    };
  }

  private static String time(LocalDateTime time) {
    return time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private static Object list(@Nullable Object array) throws SQLException {
    List<@Nullable Object> list = new ArrayList<>();
    if (array instanceof Object[] items) {
      for (Object item : items) {
        list.add(of(item));
      }
    }
    return list;
  }
}
