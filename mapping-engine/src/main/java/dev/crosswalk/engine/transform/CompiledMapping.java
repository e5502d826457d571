package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, ready to run on many records: paths, steps and expressions are resolved once.
 * Immutable; any number of threads may use it at once. What it does to missing, null and empty
 * values is written in docs/transforms.md.
 *
 * <p>Serializable, so that a cluster can hand it round: what travels is the mapping and the target
 * object, and the other side compiles them again, which gives the same because nothing comes from
 * the machine.
 */
public final class CompiledMapping implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final Mapping mapping;
  private final @Nullable SchemaObject target;
  private final Lookups lookups;
  // Never written: the packed form stands in.
  private final transient RowTest[] where;
  private final transient CompiledField[] fields;
  private final transient RecordLayout layout;

  private CompiledMapping(
      Mapping mapping, @Nullable SchemaObject target, Lookups lookups, MappingCompiler compiler) {
    this.mapping = mapping;
    this.target = target;
    this.lookups = lookups;
    this.where = compiler.where().toArray(RowTest[]::new);
    this.layout = compiler.layout();
    this.fields = compiler.fields(layout).toArray(CompiledField[]::new);
  }

  /**
   * @param source the source object, where it is known
   * @param target the target object, where it is known; targets that it requires are required, and
   *     its lengths and types are the standards of steps that ask for them
   * @param lookups the tables of lookup steps
   * @throws ProblemException with everything that keeps the mapping from running; each problem
   *     names the target and the mend, and its place has the mapping's id for a file and the path
   *     of keys inside it
   */
  public static CompiledMapping compile(
      Mapping mapping,
      @Nullable SchemaObject source,
      @Nullable SchemaObject target,
      Lookups lookups) {
    MappingCompiler compiler = new MappingCompiler(mapping, target, lookups);
    CompiledMapping compiled = new CompiledMapping(mapping, target, lookups, compiler);
    List<Problem> problems = compiler.problems();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return compiled;
  }

  /** Without lookup tables. */
  public static CompiledMapping compile(
      Mapping mapping, @Nullable SchemaObject source, @Nullable SchemaObject target) {
    return compile(mapping, source, target, Lookups.NONE);
  }

  public Mapping mapping() {
    return mapping;
  }

  /** The target paths, in the mapping's order. */
  public List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (CompiledField field : fields) {
      targets.add(field.target());
    }
    return targets;
  }

  /** Runs one record and tells everything about each target. Never throws. */
  public Outcome apply(Map<String, ? extends @Nullable Object> record) {
    return apply(record, true);
  }

  /**
   * Runs one record. Never throws.
   *
   * @param traced false for the lean way: the outcome then tells only of targets that were rejected
   *     or have a message
   */
  public Outcome apply(Map<String, ? extends @Nullable Object> record, boolean traced) {
    RecordLayout.Laid result = layout.record();
    for (RowTest test : where) {
      if (!test.holds(record)) {
        return new Outcome(result, Map.of(), true);
      }
    }
    Notes notes = new Notes(traced);
    Map<String, FieldOutcome> outcomes = traced ? new LinkedHashMap<>() : Map.of();
    for (CompiledField field : fields) {
      if (!traced && field.lean(record, result, notes)) {
        continue;
      }
      FieldOutcome outcome = field.apply(record, result, notes);
      if (outcome != null) {
        if (outcomes.isEmpty()) {
          outcomes = new LinkedHashMap<>();
        }
        outcomes.put(field.target(), outcome);
      }
    }
    return new Outcome(result, outcomes, false);
  }

  @Serial
  private Object writeReplace() {
    return new Packed(mapping, target, lookups);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("A mapping comes back by its packed form only.");
  }

  /** What travels in place of a compiled mapping. */
  private record Packed(Mapping mapping, @Nullable SchemaObject target, Lookups lookups)
      implements Serializable {
    @Serial
    private Object readResolve() {
      return compile(mapping, null, target, lookups);
    }
  }
}
