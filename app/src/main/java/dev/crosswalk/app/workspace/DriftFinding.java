package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.Acceptances.Acceptance;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in a customer's system since the review, and what it means for a mapping.
 *
 * @param about which part of the mapping it concerns
 * @param target the target that it concerns; empty where it is none
 * @param change what happened to the source field; its field is empty where it is about the object
 * @param verdict what that means
 * @param mend the field mapping that would do instead, or that would fill the target; null where
 *     none is known
 * @param score the mend's probability
 * @param problem the same in words, with the line of the mapping
 * @param accepted why a person lets it be; null where nobody did
 */
public record DriftFinding(
    String customer,
    String customerName,
    MappingEntry entry,
    About about,
    String target,
    FieldChange change,
    Verdict verdict,
    @Nullable FieldMapping mend,
    double score,
    Problem problem,
    @Nullable Acceptance accepted) {

  /** What of a mapping a change concerns. */
  public enum About {
    /** A target that reads the field. */
    TARGET,
    /** The row filter, which reads it. */
    FILTER,
    /** The whole source object. */
    OBJECT,
    /** A field that nothing reads. */
    UNREAD,
    /** A new field for a target that nothing fills. */
    NEW,
    /** The whole connection. */
    CONNECTION
  }

  /** What {@code check} tells of it. */
  CheckFinding checked() {
    String field =
        change.field().isEmpty() ? change.object() : change.object() + "." + change.field();
    return new CheckFinding(
        problem,
        subject(),
        new CheckFinding.Change(field, DriftWords.before(change), DriftWords.after(change)),
        accepted);
  }

  CheckFinding.Subject subject() {
    return new CheckFinding.Subject(entry.id(), customer, target.isEmpty() ? null : target);
  }

  DriftFinding with(Problem said, @Nullable Acceptance acceptance) {
    return new DriftFinding(
        customer,
        customerName,
        entry,
        about,
        target,
        change,
        verdict,
        mend,
        score,
        said,
        acceptance);
  }
}
