/**
 * Connections to systems: profiles, sessions, and what they give. Begin at {@link Connectors} and
 * {@link Session}.
 */
package dev.crosswalk.connectors;
