package dev.crosswalk.connectors.plugin;

import dev.crosswalk.connectors.discovery.FieldPostprocessor;
import dev.crosswalk.connectors.discovery.MetadataParser;
import dev.crosswalk.connectors.plugin.files.RecordFiles;
import dev.crosswalk.connectors.plugin.jdbc.Jdbc;
import dev.crosswalk.connectors.plugin.odata.OdataCsdl;
import dev.crosswalk.connectors.plugin.openapi.JsonSchemaParser;
import dev.crosswalk.connectors.plugin.openapi.OpenApi;
import dev.crosswalk.connectors.plugin.salesforce.DependentPicklists;
import dev.crosswalk.connectors.plugin.sample.Inference;
import java.util.Map;

/** The shipped code that definitions can name: one line each. */
public final class Plugins {
  private static final Map<String, FieldPostprocessor> FIELD_POSTPROCESSORS =
      Map.of("salesforce-dependent-picklists", new DependentPicklists());

  private static final Map<String, MetadataParser> METADATA_PARSERS =
      Map.of(
          "odata-csdl", new OdataCsdl(),
          "openapi", new OpenApi(),
          "json-schema", new JsonSchemaParser());

  private static final Map<String, SessionPlugin> SESSIONS =
      Map.of("jdbc", new Jdbc(), "files", new RecordFiles());

  private Plugins() {}

  /** What opens connections in place of the engine, by the name in definitions. */
  public static Map<String, SessionPlugin> sessions() {
    return SESSIONS;
  }

  /** By the name in definitions. */
  public static Map<String, FieldPostprocessor> fieldPostprocessors() {
    return FIELD_POSTPROCESSORS;
  }

  /** By the name in definitions. */
  public static Map<String, MetadataParser> metadataParsers() {
    return METADATA_PARSERS;
  }

  /** Guesses fields from JSON records. */
  public static Inference inference() {
    return new Inference(false);
  }
}
