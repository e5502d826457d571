/** What a person can act on: what is wrong, where, and what to do next. See {@link Problem}. */
package dev.crosswalk.engine.problem;
