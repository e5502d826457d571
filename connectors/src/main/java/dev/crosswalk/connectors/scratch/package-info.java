/** A database that lives for one query, to run what exports write. */
package dev.crosswalk.connectors.scratch;
