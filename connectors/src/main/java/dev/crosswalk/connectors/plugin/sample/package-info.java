/** Schemas guessed from sample records. See {@link Inference}. */
package dev.crosswalk.connectors.plugin.sample;
