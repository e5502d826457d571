/**
 * Schemas from OpenAPI and JSON Schema documents. Begin at {@link OpenApi} and {@link
 * JsonSchemaParser}.
 */
package dev.crosswalk.connectors.plugin.openapi;
