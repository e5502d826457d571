package dev.crosswalk.engine.schema;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a picklist.
 *
 * @param value what stands in records
 * @param label what people see; null where it is the value itself
 * @param active false where the value was switched off but may still stand in old records; null =
 *     the system does not say
 * @param isDefault whether new records start with it; null = the system does not say
 * @param validFor for a dependent picklist, the values of the controlling field for which this one
 *     is offered; empty where it does not depend
 */
public record PicklistValue(
    String value,
    @Nullable String label,
    @Nullable Boolean active,
    @Nullable Boolean isDefault,
    List<String> validFor)
    implements Serializable {

  public PicklistValue {
    validFor = List.copyOf(validFor);
  }

  public static PicklistValue of(String value) {
    return new PicklistValue(value, null, null, null, List.of());
  }

  public static PicklistValue of(String value, @Nullable String label) {
    return new PicklistValue(value, label, null, null, List.of());
  }

  /** The label, or the value where there is none. */
  public String shown() {
    return label == null || label.isBlank() ? value : label;
  }
}
