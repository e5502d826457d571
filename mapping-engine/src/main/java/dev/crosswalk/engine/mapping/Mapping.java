package dev.crosswalk.engine.mapping;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One source object to one target object, as the mapping file says it (design: mapping-file.md).
 * Immutable; edits are made on the file (MappingDocument), from which this is read.
 *
 * @param fields by target path, sorted
 * @param rejected source paths that a person said no to, by target path
 * @param ignored reasons, by source path decided on
 * @param export settings by format, as plain JSON-like values
 */
public record Mapping(
    String id,
    @Nullable String title,
    @Nullable String note,
    Endpoint source,
    Endpoint target,
    Direction direction,
    Defaults defaults,
    List<RowFilter> where,
    List<String> key,
    SortedMap<String, FieldMapping> fields,
    SortedMap<String, List<String>> rejected,
    SortedMap<String, String> ignored,
    Map<String, Object> export)
    implements Serializable {

  public Mapping {
    where = List.copyOf(where);
    key = List.copyOf(key);
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    ignored = Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
    export = Collections.unmodifiableMap(export);
  }

  /** The same with other field mappings. */
  public Mapping withFields(SortedMap<String, FieldMapping> newFields) {
    return new Mapping(
        id, title, note, source, target, direction, defaults, where, key, newFields, rejected,
        ignored, export);
  }

  public Optional<FieldMapping> field(String targetPath) {
    return Optional.ofNullable(fields.get(targetPath));
  }

  /** Which way records go. */
  public enum Direction {
    /** From the CRM to the own model. */
    READ,
    WRITE,
    BOTH
  }

  /**
   * One end of a mapping.
   *
   * @param fingerprint {@code sha256:} and 12 hex digits over the mapped fields at the time of the
   *     review; null before the first
   */
  public record Endpoint(
      String system, @Nullable String module, String object, @Nullable String fingerprint)
      implements Serializable {}

  /** One condition on source records; all of them must hold. */
  public record RowFilter(String field, String operator, @Nullable Object value)
      implements Serializable {}

  /** What happens to a missing source, or after a failed step, where the field says nothing. */
  public record Defaults(
      OnMissing onMissing,
      OnError onError,
      String timezone,
      @Nullable String region,
      @Nullable String locale)
      implements Serializable {

    public static final Defaults STANDARD =
        new Defaults(OnMissing.OMIT, OnError.REJECT, "UTC", null, null);
  }

  /** What a target becomes whose source is missing. */
  public enum OnMissing {
    OMIT,
    NULL,
    REJECT
  }

  /** What a target becomes whose steps failed. */
  public enum OnError {
    REJECT,
    NULL,
    KEEP
  }
}
