package dev.crosswalk.engine.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one customer has differently from a base mapping.
 *
 * @param base id of the base mapping ({@code extends})
 * @param customer id of the customer
 * @param changes the keys of a mapping file with only what differs, as plain values; null removes
 */
public record Overlay(String base, String customer, Map<String, @Nullable Object> changes) {

  public Overlay {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  /** An overlay that changes nothing. */
  public static Overlay empty(String base, String customer) {
    return new Overlay(base, customer, Map.of());
  }
}
