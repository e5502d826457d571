package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes what tests of exports need. */
final class Exports {
  private Exports() {}

  /** From one {@code system.object} to another. */
  static Mapping mapping(
      String from, String to, Direction direction, Map<String, FieldMapping> fields) {
    return new Mapping(
        "the-mapping",
        null,
        null,
        end(from),
        end(to),
        direction,
        Mapping.Defaults.STANDARD,
        List.of(),
        List.of(),
        new TreeMap<>(fields),
        new TreeMap<>(),
        new TreeMap<>(),
        Map.of());
  }

  private static Endpoint end(String text) {
    int dot = text.indexOf('.');
    return new Endpoint(text.substring(0, dot), null, text.substring(dot + 1), null);
  }

  static Mapping where(Mapping m, RowFilter... where) {
    return with(m, List.of(where), m.key(), m.export());
  }

  static Mapping key(Mapping m, String... key) {
    return with(m, m.where(), List.of(key), m.export());
  }

  static Mapping settings(Mapping m, String format, Map<String, Object> settings) {
    return with(m, m.where(), m.key(), Map.of(format, settings));
  }

  private static Mapping with(
      Mapping m, List<RowFilter> where, List<String> key, Map<String, Object> export) {
    return new Mapping(
        m.id(),
        m.title(),
        m.note(),
        m.source(),
        m.target(),
        m.direction(),
        m.defaults(),
        where,
        key,
        m.fields(),
        m.rejected(),
        m.ignored(),
        export);
  }

  static MappingSet set(
      Mapping base,
      Map<String, Mapping> customers,
      @Nullable SchemaObject source,
      @Nullable SchemaObject target) {
    return new MappingSet(base, new TreeMap<>(customers), source, target);
  }

  static ExportResult run(Exporter exporter, MappingSet set) {
    return exporter.export(ExportRequest.of(set));
  }

  static String file(ExportResult result, String path) {
    return result.files().stream()
        .filter(f -> f.path().equals(path))
        .map(OutputFile::text)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                path + " is not in " + result.files().stream().map(OutputFile::path).toList()));
  }
}
