/**
 * Mapping files, overlays and customers: their model, byte-stable edits with undo, and layering.
 * Begin at {@link Mapping}, {@link MappingDocument} and {@link Layers}.
 */
package dev.crosswalk.engine.mapping;
