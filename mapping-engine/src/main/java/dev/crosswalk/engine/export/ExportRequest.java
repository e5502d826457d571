package dev.crosswalk.engine.export;

import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to export.
 *
 * @param mappings the mappings that go into one export, in the order to write them
 * @param settings what this export is told of the format, such as {@code destination}; they go
 *     before what a mapping's own file says
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
   * @param sources the source object by customer id, where a customer's own is known
   * @param target the target object, with its labels; null if unknown
   * @param golden the golden records by customer id, those of the base under {@link #BASE}
   * @param lookups the workspace's tables
   */
  public record MappingSet(
      Mapping base,
      SortedMap<String, Mapping> customers,
      @Nullable SchemaObject source,
      @Nullable SchemaObject target,
      Map<String, List<GoldenRecord>> golden,
      Lookups lookups,
      Map<String, SchemaObject> sources) {

    /** Stands where a customer's id would, for the base alone. */
    public static final String BASE = "";

    public MappingSet {
      customers = Collections.unmodifiableSortedMap(new TreeMap<>(customers));
      golden = Collections.unmodifiableMap(new TreeMap<>(golden));
      sources = Map.copyOf(sources);
    }

    /** All customers have the same source object. */
    public MappingSet(
        Mapping base,
        SortedMap<String, Mapping> customers,
        @Nullable SchemaObject source,
        @Nullable SchemaObject target,
        Map<String, List<GoldenRecord>> golden,
        Lookups lookups) {
      this(base, customers, source, target, golden, lookups, Map.of());
    }

    /** Without golden records and lookup tables. */
    public MappingSet(
        Mapping base,
        SortedMap<String, Mapping> customers,
        @Nullable SchemaObject source,
        @Nullable SchemaObject target) {
      this(base, customers, source, target, Map.of(), Lookups.NONE);
    }

    public static MappingSet of(Mapping base) {
      return new MappingSet(base, new TreeMap<>(), null, null);
    }

    /** The same with the source object as a customer, or {@link #BASE}, has it. */
    MappingSet as(String customer) {
      SchemaObject own = sources.get(customer);
      return own == null
          ? this
          : new MappingSet(base, customers, own, target, golden, lookups, sources);
    }

    /** The mapping of a customer, or the base for {@link #BASE}; empty for one who is not here. */
    public Optional<Mapping> mapping(String customer) {
      return customer.equals(BASE)
          ? Optional.of(base)
          : Optional.ofNullable(customers.get(customer));
    }
  }
}
