/** Schemas from OData metadata, in XML and in JSON. Begin at {@link OdataCsdl}. */
package dev.crosswalk.connectors.plugin.odata;
