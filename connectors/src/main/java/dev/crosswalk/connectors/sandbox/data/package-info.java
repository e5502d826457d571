/**
 * The made-up companies: their objects, their people, and records from a seed. Begin at {@link
 * Company}.
 */
package dev.crosswalk.connectors.sandbox.data;
