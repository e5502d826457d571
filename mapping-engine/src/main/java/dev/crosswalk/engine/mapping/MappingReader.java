package dev.crosswalk.engine.mapping;

import static dev.crosswalk.engine.text.PlainReader.child;

import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.Mapping.OnError;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.text.PlainReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Mapping} from plain values (design: mapping-file.md). */
final class MappingReader {

  private static final List<String> TOP =
      MappingLayout.TOP.stream()
          .filter(k -> !k.equals("extends") && !k.equals("customer"))
          .toList();

  private final PlainReader reader;

  /** Fields that were read before from the very same plain map, without a problem. */
  private final Map<Object, FieldMapping> before;

  MappingReader(PlainReader reader, Map<Object, FieldMapping> before) {
    this.reader = reader;
    this.before = before;
  }

  /** The mapping as far as it can be read; of no use where the reader has errors. */
  Mapping read(Map<String, @Nullable Object> root) {
    List<String> top = List.of();
    reader.head(root, "Mapping");
    reader.known(root, top, TOP);
    String direction = reader.word(root, top, "direction", List.of("read", "write", "both"));
    return new Mapping(
        reader.required(root, top, "id"),
        reader.text(root, top, "title"),
        reader.text(root, top, "note"),
        endpoint(root, "source"),
        endpoint(root, "target"),
        direction == null ? Direction.READ : Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
        defaults(root),
        where(root),
        reader.texts(root, top, "key"),
        fields(root),
        rejected(root),
        new TreeMap<>(reader.textMap(root, top, "ignored")),
        export(root));
  }

  private Endpoint endpoint(Map<String, @Nullable Object> root, String key) {
    Map<String, @Nullable Object> map = reader.map(root, List.of(), key);
    List<String> at = List.of(key);
    reader.known(map, at, MappingLayout.ENDPOINT);
    return new Endpoint(
        reader.required(map, at, "system"),
        reader.text(map, at, "module"),
        reader.required(map, at, "object"),
        reader.text(map, at, "fingerprint"));
  }

  Defaults defaults(Map<String, @Nullable Object> root) {
    Map<String, @Nullable Object> map = reader.map(root, List.of(), "defaults");
    List<String> at = List.of("defaults");
    reader.known(map, at, MappingLayout.DEFAULTS);
    String onMissing = reader.word(map, at, "onMissing", List.of("omit", "null", "reject"));
    String onError = reader.word(map, at, "onError", List.of("reject", "null", "keep"));
    String timezone = reader.text(map, at, "timezone");
    // An unquoted null is the word here, not the absence of one.
    boolean nullMissing = map.containsKey("onMissing") && map.get("onMissing") == null;
    boolean nullError = map.containsKey("onError") && map.get("onError") == null;
    return new Defaults(
        nullMissing
            ? OnMissing.NULL
            : onMissing == null
                ? Defaults.STANDARD.onMissing()
                : OnMissing.valueOf(onMissing.toUpperCase(Locale.ROOT)),
        nullError
            ? OnError.NULL
            : onError == null
                ? Defaults.STANDARD.onError()
                : OnError.valueOf(onError.toUpperCase(Locale.ROOT)),
        timezone == null ? Defaults.STANDARD.timezone() : timezone,
        reader.text(map, at, "region"),
        reader.text(map, at, "locale"));
  }

  private List<RowFilter> where(Map<String, @Nullable Object> root) {
    List<RowFilter> filters = new ArrayList<>();
    if (root.get("where") != null && !(root.get("where") instanceof List)) {
      reader.error(
          "wrong-kind", List.of("where"), "'where' is not a list.", "Write a list of conditions.");
      return filters;
    }
    List<@Nullable Object> items = reader.list(root, List.of(), "where");
    for (int i = 0; i < items.size(); i++) {
      List<String> at = List.of("where", Integer.toString(i));
      if (!(items.get(i) instanceof Map<?, ?> map)) {
        reader.error(
            "wrong-kind",
            at,
            "A condition is a map.",
            "Write '{ field: …, operator: …, value: … }'.");
        continue;
      }
      Map<String, @Nullable Object> filter = plain(map);
      reader.known(filter, at, MappingLayout.FILTER);
      filters.add(
          new RowFilter(
              reader.required(filter, at, "field"),
              reader.required(filter, at, "operator"),
              filter.get("value")));
    }
    return filters;
  }

  private SortedMap<String, FieldMapping> fields(Map<String, @Nullable Object> root) {
    SortedMap<String, FieldMapping> fields = new TreeMap<>();
    if (!root.containsKey("fields")) {
      reader.required(root, List.of(), "fields");
    }
    FieldReader fieldReader = new FieldReader(reader);
    reader
        .map(root, List.of(), "fields")
        .forEach((target, value) -> {
          FieldMapping known = value == null ? null : before.get(value);
          if (known == null) {
            known = field(fieldReader, target, value);
          }
          if (known != null) {
            fields.put(target, known);
          }
        });
    return fields;
  }

  private @Nullable FieldMapping field(
      FieldReader fieldReader, String target, @Nullable Object value) {
    List<String> at = List.of("fields", target);
    try {
      FieldPath.parse(target);
    } catch (IllegalArgumentException e) {
      reader.error(
          "field-path", at, Objects.requireNonNull(e.getMessage()), "Correct the target path.");
    }
    if (!(value instanceof Map<?, ?> map)) {
      reader.error(
          "wrong-kind",
          at,
          "The target '" + target + "' does not hold a map.",
          "Write 'from' with a source field under it.");
      return null;
    }
    return fieldReader.read(plain(map), at);
  }

  private SortedMap<String, List<String>> rejected(Map<String, @Nullable Object> root) {
    SortedMap<String, List<String>> rejected = new TreeMap<>();
    Map<String, @Nullable Object> map = reader.map(root, List.of(), "rejected");
    for (String target : map.keySet()) {
      rejected.put(target, reader.texts(map, List.of("rejected"), target));
    }
    return rejected;
  }

  private Map<String, Object> export(Map<String, @Nullable Object> root) {
    Map<String, Object> export = new TreeMap<>();
    reader
        .map(root, List.of(), "export")
        .forEach((format, settings) -> {
          if (settings != null) {
            export.put(format, settings);
          }
        });
    return export;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> plain(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  static List<String> field(String target) {
    return child(List.of("fields"), target);
  }
}
