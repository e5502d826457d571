/**
 * Requests within the limits of a system and the hosts of a definition, with retries and a log
 * without secrets. Begin at {@link Api} and {@link Transport}.
 */
package dev.crosswalk.connectors.http;
