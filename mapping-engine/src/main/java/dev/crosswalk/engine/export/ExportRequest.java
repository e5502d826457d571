package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to export.
 *
 * @param mappings the mappings that go into one export, in the order to write them
 * @param settings of the workspace for this format, such as {@code destination}; those of a mapping
 *     go before them
 */
public record ExportRequest(List<MappingSet> mappings, Map<String, Object> settings) {

  public ExportRequest {
    mappings = List.copyOf(mappings);
    settings = Collections.unmodifiableMap(settings);
  }

  /** One mapping without settings of the workspace. */
  public static ExportRequest of(MappingSet mapping) {
    return new ExportRequest(List.of(mapping), Map.of());
  }

  /**
   * A base mapping with what each customer makes of it.
   *
   * @param customers the effective mapping (base and overlay merged) by customer id, for every
   *     customer that uses the base; empty where there is none yet
   * @param source the source object, with what is standard and what is custom; null if unknown
   * @param target the target object, with its labels; null if unknown
   */
  public record MappingSet(
      Mapping base,
      SortedMap<String, Mapping> customers,
      @Nullable SchemaObject source,
      @Nullable SchemaObject target) {

    public MappingSet {
      customers = Collections.unmodifiableSortedMap(new TreeMap<>(customers));
    }

    public static MappingSet of(Mapping base) {
      return new MappingSet(base, new TreeMap<>(), null, null);
    }
  }
}
