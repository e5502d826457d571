package dev.crosswalk.connectors.plugin;

import dev.crosswalk.connectors.discovery.FieldPostprocessor;
import dev.crosswalk.connectors.plugin.salesforce.DependentPicklists;
import java.util.Map;

/** The shipped code that definitions can name: one line each. */
public final class Plugins {
  private static final Map<String, FieldPostprocessor> FIELD_POSTPROCESSORS =
      Map.of("salesforce-dependent-picklists", new DependentPicklists());

  private Plugins() {}

  /** By the name in definitions. */
  public static Map<String, FieldPostprocessor> fieldPostprocessors() {
    return FIELD_POSTPROCESSORS;
  }
}
