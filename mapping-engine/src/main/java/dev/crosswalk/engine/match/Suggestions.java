package dev.crosswalk.engine.match;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher proposes, over one or many object pairs.
 *
 * @param pairs ranked object pairs that were looked at, best first
 * @param targets one entry for each target field of the paired target objects, in schema order
 */
public record Suggestions(List<ObjectPair> pairs, List<TargetSuggestion> targets) {

  public Suggestions {
    pairs = List.copyOf(pairs);
    targets = List.copyOf(targets);
  }

  /** The suggestions for the fields of one target object. */
  public List<TargetSuggestion> forTarget(String object) {
    return targets.stream().filter(t -> t.targetObject().equals(object)).toList();
  }

  /**
   * A source object that may feed a target object.
   *
   * @param score 0 to 1
   * @param because what speaks for it
   */
  public record ObjectPair(String source, String target, double score, Why because) {
    /** The same as one English sentence. */
    public String why() {
      return because.english();
    }
  }

  /**
   * The ranked candidates of one target field.
   *
   * @param chosen the candidate that the assignment over all fields gives this target; null where
   *     nothing is good enough; it need not be the first
   * @param candidates best first
   */
  public record TargetSuggestion(
      String targetObject,
      String targetField,
      @Nullable Candidate chosen,
      List<Candidate> candidates) {

    public TargetSuggestion {
      candidates = List.copyOf(candidates);
    }

    /** {@code object.field}. */
    public String target() {
      return targetObject + "." + targetField;
    }

    public Optional<Candidate> choice() {
      return Optional.ofNullable(chosen);
    }
  }

  /**
   * One proposal for a target field.
   *
   * @param sourceObject object of all its source fields
   * @param sourceFields one field, or several for many-to-one
   * @param score probability that a person would accept, 0 to 1
   * @param because what speaks for it and against it
   * @param evidence each kind's strength from 0 to 1, in the order in which to show them; a kind
   *     that had nothing to say is absent
   * @param use steps that make the source fit
   * @param values value map that makes the source fit; null if none is needed
   * @param crosses whether the source stands behind a reference, so that its name is a path such as
   *     {@code Owner.Email}
   */
  public record Candidate(
      String sourceObject,
      List<String> sourceFields,
      double score,
      Why because,
      Map<String, Double> evidence,
      List<StepCall> use,
      @Nullable ValueMap values,
      boolean crosses) {

    /** A candidate of the source object's own fields. */
    public Candidate(
        String sourceObject,
        List<String> sourceFields,
        double score,
        Why because,
        Map<String, Double> evidence,
        List<StepCall> use,
        @Nullable ValueMap values) {
      this(sourceObject, sourceFields, score, because, evidence, use, values, false);
    }

    public Candidate {
      sourceFields = List.copyOf(sourceFields);
      evidence = Strengths.copyOf(evidence);
      use = List.copyOf(use);
    }

    /** What speaks for it and against it, as one English sentence. */
    public String why() {
      return because.english();
    }

    /** The path of each source field, as mapping files have it. */
    public List<String> paths() {
      return crosses
          ? sourceFields
          : sourceFields.stream().map(f -> FieldPath.of(f).toString()).toList();
    }

    /** {@code object.field} for each source field. */
    public List<String> sources() {
      return sourceFields.stream().map(f -> sourceObject + "." + f).toList();
    }
  }
}
