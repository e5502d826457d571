package dev.crosswalk.engine.transform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source record became.
 *
 * @param record the target record, nested where target paths are; holds no key for an omitted
 *     target
 * @param fields what happened to each target, by target path, in the mapping's order; after a run
 *     without trace only the targets that were rejected or have a message
 * @param filtered true where the row filter left the record out; then the record is empty
 */
public record Outcome(
    Map<String, @Nullable Object> record, Map<String, FieldOutcome> fields, boolean filtered) {

  public Outcome {
    fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** True where a field rejects the whole record. */
  public boolean rejected() {
    return fields.values().stream().anyMatch(f -> f.status() == Status.REJECTED);
  }

  /** What happened to one target. */
  public enum Status {
    /** It has a value (perhaps null). */
    SET,
    /** Its source was missing, or its condition not met: the key is left out. */
    OMITTED,
    /** A step failed or a required value is absent, and the rule says the record must not pass. */
    REJECTED
  }

  /**
   * @param before the source value, or a list of them; null where missing or null
   * @param missing whether no source value was there at all
   * @param after the target value; null unless set
   * @param messages warnings and errors in words, each naming value and reason
   * @param trace the value after each part (input, when, each step, values, default), in order
   */
  public record FieldOutcome(
      Status status,
      @Nullable Object before,
      boolean missing,
      @Nullable Object after,
      List<Message> messages,
      List<Trace> trace) {
    public FieldOutcome {
      messages = List.copyOf(messages);
      trace = List.copyOf(trace);
    }
  }

  /** A message about one value. */
  public record Message(boolean error, String text) {}

  /** The value after one part of a field mapping. */
  public record Trace(String part, @Nullable Object value) {}
}
