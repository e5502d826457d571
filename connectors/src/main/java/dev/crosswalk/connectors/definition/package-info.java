/**
 * The YAML format of connectors: its model and its readers, one for each part. Begin at {@link
 * DefinitionLoader} and {@link ConnectorDefinition}.
 */
package dev.crosswalk.connectors.definition;
