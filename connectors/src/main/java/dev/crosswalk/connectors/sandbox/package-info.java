/**
 * Systems made up for trying and for tests, on this machine's loopback address. Begin at {@link
 * Sandbox}.
 */
package dev.crosswalk.connectors.sandbox;
