/**
 * Steps, and the mapping compiled once for many records. Begin at {@link CompiledMapping}; steps
 * are registered in {@link Steps}.
 */
package dev.crosswalk.engine.transform;
