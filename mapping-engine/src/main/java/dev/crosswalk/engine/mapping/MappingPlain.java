package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.text.PlainReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mappings as plain values with the keys of the file, in its order. */
public final class MappingPlain {

  private MappingPlain() {}

  /** The whole mapping; what has its standard value is left out. */
  public static Map<String, @Nullable Object> of(Mapping mapping) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("format", PlainReader.FORMAT);
    map.put("kind", "Mapping");
    map.put("id", mapping.id());
    put(map, "title", mapping.title());
    put(map, "note", mapping.note());
    map.put("source", of(mapping.source()));
    map.put("target", of(mapping.target()));
    if (mapping.direction() != Direction.READ) {
      map.put("direction", word(mapping.direction()));
    }
    if (!mapping.defaults().equals(Defaults.STANDARD)) {
      map.put("defaults", of(mapping.defaults()));
    }
    if (!mapping.where().isEmpty()) {
      map.put("where", mapping.where().stream().map(MappingPlain::of).toList());
    }
    if (!mapping.key().isEmpty()) {
      map.put("key", mapping.key());
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    mapping.fields().forEach((target, field) -> fields.put(target, of(field)));
    map.put("fields", fields);
    if (!mapping.rejected().isEmpty()) {
      map.put("rejected", new LinkedHashMap<>(mapping.rejected()));
    }
    if (!mapping.ignored().isEmpty()) {
      map.put("ignored", new LinkedHashMap<>(mapping.ignored()));
    }
    if (!mapping.export().isEmpty()) {
      map.put("export", new LinkedHashMap<>(mapping.export()));
    }
    return map;
  }

  static Map<String, @Nullable Object> of(Endpoint endpoint) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("system", endpoint.system());
    put(map, "module", endpoint.module());
    map.put("object", endpoint.object());
    put(map, "fingerprint", endpoint.fingerprint());
    return map;
  }

  static Map<String, @Nullable Object> of(Defaults defaults) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("onMissing", word(defaults.onMissing()));
    map.put("onError", word(defaults.onError()));
    map.put("timezone", defaults.timezone());
    put(map, "region", defaults.region());
    put(map, "locale", defaults.locale());
    return map;
  }

  private static Map<String, @Nullable Object> of(Mapping.RowFilter filter) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("field", filter.field());
    map.put("operator", filter.operator());
    map.put("value", filter.value());
    return map;
  }

  /** One field, as it stands under its target path. */
  public static Map<String, @Nullable Object> of(FieldMapping field) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    switch (field.input()) {
      case From from -> map.put("from", from.list() ? from.paths() : from.paths().get(0));
      case Expr expr -> map.put("expr", expr.expression());
      case Constant constant -> map.put("constant", constant.value());
      case Ask ask -> {
        map.put("ask", ask.question());
        put(map, "suggest", ask.suggest());
      }
    }
    put(map, "when", field.when());
    if (!field.use().isEmpty()) {
      map.put("use", steps(field.use()));
    }
    ValueMap values = field.values();
    if (values != null) {
      map.put("values", of(values));
    }
    FieldMapping.Fallback fallback = field.fallback();
    if (fallback != null) {
      map.put("default", fallback.value());
    }
    if (field.required()) {
      map.put("required", true);
    }
    if (field.write() != WriteMode.ALWAYS) {
      map.put("write", FieldReader.WRITE_WORDS.get(field.write().ordinal()));
    }
    FieldMapping.Reference reference = field.reference();
    if (reference != null) {
      map.put("reference", Map.of("object", reference.object(), "key", reference.key()));
    }
    if (field.shared()) {
      map.put("shared", true);
    }
    Origin origin = field.origin();
    if (origin != null) {
      map.put("origin", of(origin));
    }
    put(map, "note", field.note());
    return map;
  }

  /** Steps as the file writes them: a name, or a name with its parameters. */
  public static List<Object> steps(List<StepCall> steps) {
    List<Object> list = new ArrayList<>();
    for (StepCall step : steps) {
      list.add(step.parameters().isEmpty() ? step.name() : Map.of(step.name(), step.parameters()));
    }
    return list;
  }

  private static Map<String, @Nullable Object> of(ValueMap values) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("map", values.map());
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    switch (values.other()) {
      case SetOther set -> other.put("set", set.value());
      case KeepOther keep -> other.put("keep", true);
      case RejectOther reject -> {
        if (values.warn()) {
          other.put("reject", true);
        }
      }
    }
    if (values.warn()) {
      other.put("warn", true);
    }
    if (!other.isEmpty()) {
      map.put("other", other);
    }
    return map;
  }

  private static Map<String, @Nullable Object> of(Origin origin) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("by", origin.by());
    Double score = origin.score();
    if (score != null) {
      map.put("score", BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP));
    }
    put(map, "why", origin.why());
    return map;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
