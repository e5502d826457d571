/**
 * Masked records with the results that were approved, and their replay. Begin at {@link Golden} and
 * {@link Masker}.
 */
package dev.crosswalk.engine.golden;
