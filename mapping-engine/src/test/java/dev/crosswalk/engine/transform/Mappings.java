package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes mappings for tests. */
public final class Mappings {
  /** The lookup table of the examples. */
  public static final Lookups LOOKUPS =
      new Lookups(
          Map.of(
              "owners",
              new Lookups.Table(
                  List.of("id", "email"), List.of(List.of("0051", "ada@example.com")))));

  /** Knows the lookup table of the examples. */
  static final StepContext CONTEXT = new StepContext(Mapping.Defaults.STANDARD, null, LOOKUPS);

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
    return FieldMapping.of(input).withUse(List.of(use));
  }

  public static FieldMapping required(FieldMapping f) {
    return f.withRequired(true);
  }

  public static FieldMapping fallback(FieldMapping f, Object value) {
    return f.withFallback(new FieldMapping.Fallback(value));
  }

  public static FieldMapping when(FieldMapping f, String when) {
    return f.withWhen(when);
  }

  public static FieldMapping values(FieldMapping f, ValueMap values) {
    return f.withValues(values);
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
