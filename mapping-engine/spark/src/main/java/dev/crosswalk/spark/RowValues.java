package dev.crosswalk.spark;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values of rows as mappings read them. Nothing depends on the zone of the machine. */
final class RowValues {
  private RowValues() {}

  static Map<String, @Nullable Object> record(Row row) {
    String[] names = row.schema().fieldNames();
    Map<String, @Nullable Object> record = LinkedHashMap.newLinkedHashMap(names.length);
    for (int i = 0; i < names.length; i++) {
      record.put(names[i], value(row.get(i)));
    }
    return record;
  }

  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean flag -> flag;
      case Integer number -> number;
      case Long number -> number;
      case Short number -> number.intValue();
      case Byte number -> number.intValue();
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
      case Float number when Float.isFinite(number) -> new BigDecimal(number.toString());
      case BigDecimal number -> number;
      case Row row -> record(row);
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case Date date -> date.toLocalDate().toString();
      case Timestamp time -> time.toInstant().toString();
      case scala.collection.Iterable<?> many when !(value instanceof scala.collection.Map) ->
          list(CollectionConverters.asJava(many));
      case scala.collection.Map<?, ?> map -> map(CollectionConverters.asJava(map));
      default -> value.toString();
    };
  }

  private static List<@Nullable Object> list(Iterable<?> items) {
    List<@Nullable Object> list = new ArrayList<>();
    items.forEach(item -> list.add(value(item)));
    return list;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> entries) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    entries.forEach((k, v) -> map.put(String.valueOf(k), value(v)));
    return map;
  }
}
