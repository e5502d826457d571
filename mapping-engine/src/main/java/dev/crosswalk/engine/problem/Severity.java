package dev.crosswalk.engine.problem;

/** How much a {@link Problem} matters to the person who reads it. */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
