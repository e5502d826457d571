/**
 * Suggestions: evidence, one class each, weighed into a probability, and one consistent choice.
 * Begin at {@link FieldMatcher} and {@link Evidence}.
 */
package dev.crosswalk.engine.match;
