package dev.crosswalk.connectors.records;

import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings records as a system sends them into the form of ours: a map of values by field. */
final class RecordShape {
  private final ConnectorDefinition.Records spec;
  private final ValueTurner turner;

  RecordShape(ConnectorDefinition.Records spec, ValueTurner turner) {
    this.spec = spec;
    this.turner = turner;
  }

  /** A copy with text keys. */
  static Map<String, @Nullable Object> plain(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return copy;
  }

  /** Adds the parts of a record to others of the same one; what lies in maps is joined there. */
  @SuppressWarnings("unchecked")
  static void join(
      Map<String, @Nullable Object> record, Map<String, ? extends @Nullable Object> more) {
    more.forEach((name, value) -> {
      if (value instanceof Map<?, ?> inner && record.get(name) instanceof Map<?, ?> before) {
        Map<String, @Nullable Object> joined = plain(before);
        join(joined, (Map<String, @Nullable Object>) inner);
        record.put(name, joined);
      } else {
        record.put(name, value);
      }
    });
  }

  /** The values as we write them. */
  List<Map<String, @Nullable Object>> turned(
      List<Map<String, @Nullable Object>> raw, SchemaObject object) {
    Map<String, Field> fields = object.byName();
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (Map<String, @Nullable Object> item : raw) {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      values(item)
          .forEach((name, value) -> {
            Field field = fields.get(name);
            record.put(name, field == null ? value : turner.turn(value, field));
          });
      fields.values().stream()
          .filter(f -> f.name().indexOf('.') > 0 && !record.containsKey(f.name()))
          .forEach(f -> {
            if (!turnDotted(record, f)) {
              turnInside(record, f.name(), f);
            }
          });
      records.add(record);
    }
    return records;
  }

  /** The map of values of one record, as the system writes them. */
  Map<String, @Nullable Object> values(Map<String, @Nullable Object> item) {
    Object inner = spec.flatten() == null ? item : spec.flatten().evaluate(item);
    return inner instanceof Map<?, ?> map ? stripped(map) : new LinkedHashMap<>();
  }

  /**
   * A name inside an object may have dots of its own, where people choose the names of fields:
   * {@code custom.Size (approx.)}. No path leads there, so the value also stands under the whole
   * name.
   */
  private boolean turnDotted(Map<String, @Nullable Object> record, Field field) {
    String name = field.name();
    int dot = name.indexOf('.');
    String rest = name.substring(dot + 1);
    if (rest.indexOf('.') < 0
        || !(record.get(name.substring(0, dot)) instanceof Map<?, ?> inner)
        || !inner.containsKey(rest)) {
      return false;
    }
    record.put(name, turner.turn(inner.get(rest), field));
    return true;
  }

  /** Turns the value of a field that lies inside an object, such as {@code address.city}. */
  @SuppressWarnings("unchecked")
  private void turnInside(Map<String, @Nullable Object> map, String path, Field field) {
    int dot = path.indexOf('.');
    String outer = dot < 0 ? path : path.substring(0, dot);
    Object value = map.get(outer);
    if (dot < 0) {
      if (map.containsKey(outer)) {
        map.put(outer, turner.turn(value, field));
      }
    } else if (value instanceof Map<?, ?> inner) {
      Map<String, @Nullable Object> copy =
          new LinkedHashMap<>((Map<String, @Nullable Object>) inner);
      turnInside(copy, path.substring(dot + 1), field);
      map.put(outer, copy);
    }
  }

  private Map<String, @Nullable Object> stripped(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> {
      if (!spec.strip().contains(String.valueOf(k))) {
        copy.put(String.valueOf(k), v instanceof Map<?, ?> inner ? stripped(inner) : v);
      }
    });
    return copy;
  }
}
