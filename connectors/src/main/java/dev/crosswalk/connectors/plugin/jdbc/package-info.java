/** Databases by JDBC. Begin at {@link Jdbc}. */
package dev.crosswalk.connectors.plugin.jdbc;
