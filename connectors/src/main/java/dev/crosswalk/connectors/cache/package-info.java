/**
 * What was discovered, kept in an H2 file that the studio and the command line share. Begin at
 * {@link SchemaCache}.
 */
package dev.crosswalk.connectors.cache;
