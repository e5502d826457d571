/**
 * One made-up account on a port of its own, whatever its dialect. Begin at {@link AccountServer}.
 */
package dev.crosswalk.connectors.sandbox.account;
