/**
 * What changed between two schemas, how bad that is for a mapping, and when it counts as reviewed.
 * Begin at {@link SchemaDiff} and {@link DriftJudge}.
 */
package dev.crosswalk.engine.drift;
