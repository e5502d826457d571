/**
 * A mapping over an input of any size in memory that does not grow with it. Begin at {@link
 * MappingRun}.
 */
package dev.crosswalk.engine.run;
