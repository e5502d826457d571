/**
 * Files of a workspace compared and merged by what they say: fields, steps and entries, not lines.
 * Begin at {@link FileMerge} and {@link TreeWords}.
 */
package dev.crosswalk.engine.merge;
