/**
 * What all made-up systems share: the HTTP server, sign-in, and faults on request. Begin at {@link
 * LoopbackServer}.
 */
package dev.crosswalk.connectors.sandbox.server;
