package dev.crosswalk.connectors.discovery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as a parser read it, in the words that definitions use for attributes.
 *
 * @param object such as {@code name}, {@code label}; what is beyond those words can be named in
 *     templates as {@code object.…}
 * @param fields such as {@code name}, {@code native}, {@code type}
 */
public record Described(
    Map<String, @Nullable Object> object, List<Map<String, @Nullable Object>> fields) {

  public Described {
    fields = List.copyOf(fields);
  }
}
