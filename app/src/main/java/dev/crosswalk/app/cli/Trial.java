package dev.crosswalk.app.cli;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.preview.Preview;
import dev.crosswalk.engine.preview.PreviewResult.Coverage;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.MappingTypes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tries a field mapping alone on sample records, before anybody relies on it. */
record Trial(
    Mapping empty,
    SchemaObject source,
    SchemaObject target,
    List<Map<String, @Nullable Object>> records) {

  /** The share of sample records that may fail; real records are never all clean. */
  private static final double TOLERATED = 0.05;

  /** True where types and picklists fit, and (nearly) all sample records go through. */
  boolean fits(String path, FieldMapping field) {
    TreeMap<String, FieldMapping> fields = new TreeMap<>();
    fields.put(path, field);
    Mapping mapping =
        new Mapping(
            empty.id(),
            null,
            null,
            empty.source(),
            empty.target(),
            empty.direction(),
            empty.defaults(),
            List.of(),
            List.of(),
            fields,
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    boolean typed =
        MappingTypes.check(mapping, source, target).stream()
            .filter(
                p -> p.place() != null && ("fields." + path).equals(key(p.place().path(), path)))
            .noneMatch(p -> p.severity() == Severity.ERROR || p.code().contains("picklist"));
    if (!typed) {
      return false;
    }
    try {
      // Without the target: what else it requires is not on trial here.
      CompiledMapping compiled = CompiledMapping.compile(mapping, source, null);
      return Preview.run(compiled, records).coverage().stream()
          .mapToInt(Coverage::errors)
          .noneMatch(errors -> errors > TOLERATED * records.size());
    } catch (ProblemException e) {
      return false;
    }
  }

  private static @Nullable String key(@Nullable String place, String path) {
    String whole = "fields." + path;
    return place != null && (place.equals(whole) || place.startsWith(whole + ".")) ? whole : null;
  }
}
