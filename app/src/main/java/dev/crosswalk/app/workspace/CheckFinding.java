package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.Acceptances.Acceptance;
import dev.crosswalk.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code check} found.
 *
 * @param subject of which mapping; null where it is of none
 * @param change what a field was and is, where it drifted; null otherwise
 * @param accepted why a person lets it be; null where nobody did
 */
public record CheckFinding(
    Problem problem,
    @Nullable Subject subject,
    @Nullable Change change,
    @Nullable Acceptance accepted) {

  /**
   * A part of a mapping.
   *
   * @param mapping id
   * @param customer id; null for the base
   * @param target null for the mapping as a whole
   */
  public record Subject(String mapping, @Nullable String customer, @Nullable String target) {}

  /**
   * A field of a customer's system, before and after.
   *
   * @param field {@code Object.field}, or the object alone
   * @param before what differs, as it was reviewed
   * @param after the same as it is
   */
  public record Change(String field, String before, String after) {}

  static CheckFinding of(Problem problem, @Nullable Subject subject) {
    return new CheckFinding(problem, subject, null, null);
  }
}
