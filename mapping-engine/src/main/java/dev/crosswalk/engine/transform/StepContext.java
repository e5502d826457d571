package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a step may know beside its parameters.
 *
 * @param defaults of the mapping: time zone, region, locale
 * @param target the field that the value is for; null where it is not known
 * @param lookups the workspace's lookup tables
 */
public record StepContext(Mapping.Defaults defaults, @Nullable Field target, Lookups lookups) {

  public static final StepContext STANDARD = new StepContext(Mapping.Defaults.STANDARD, null);

  /** Without lookup tables. */
  public StepContext(Mapping.Defaults defaults, @Nullable Field target) {
    this(defaults, target, Lookups.NONE);
  }
}
