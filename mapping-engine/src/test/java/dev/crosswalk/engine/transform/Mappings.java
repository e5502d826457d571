package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes mappings for tests. */
public final class Mappings {
  private Mappings() {}

  public static Mapping of(Map<String, FieldMapping> fields) {
    return of(fields, Mapping.Defaults.STANDARD, List.of());
  }

  public static Mapping of(
      Map<String, FieldMapping> fields, Mapping.Defaults defaults, List<Mapping.RowFilter> where) {
    return new Mapping(
        "contact-to-person",
        null,
        null,
        new Mapping.Endpoint("salesforce", null, "Contact", null),
        new Mapping.Endpoint("acme", null, "person", null),
        Mapping.Direction.READ,
        defaults,
        where,
        List.of(),
        new TreeMap<>(fields),
        new TreeMap<>(),
        new TreeMap<>(),
        Map.of());
  }

  public static FieldMapping from(String path, StepCall... use) {
    return field(From.of(path), use);
  }

  public static FieldMapping from(List<String> paths, StepCall... use) {
    return field(From.of(paths), use);
  }

  public static FieldMapping field(Input input, StepCall... use) {
    return new FieldMapping(
        input, null, List.of(use), null, null, false, WriteMode.ALWAYS, null, false, null, null);
  }

  public static FieldMapping required(FieldMapping f) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        f.fallback(),
        true,
        f.write(),
        null,
        false,
        null,
        null);
  }

  public static FieldMapping fallback(FieldMapping f, Object value) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        new FieldMapping.Fallback(value),
        f.required(),
        f.write(),
        null,
        false,
        null,
        null);
  }

  public static FieldMapping when(FieldMapping f, String when) {
    return new FieldMapping(
        f.input(),
        when,
        f.use(),
        f.values(),
        f.fallback(),
        f.required(),
        f.write(),
        null,
        false,
        null,
        null);
  }

  public static FieldMapping values(FieldMapping f, ValueMap values) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        values,
        f.fallback(),
        f.required(),
        f.write(),
        null,
        false,
        null,
        null);
  }

  public static StepCall step(String name, Object... parameters) {
    return new StepCall(name, record(parameters));
  }

  /** A record from names and values in turn; values may be null. */
  public static Map<String, Object> record(Object... namesAndValues) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      record.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return record;
  }

  public static List<Object> list(Object... items) {
    return Arrays.asList(items);
  }
}
