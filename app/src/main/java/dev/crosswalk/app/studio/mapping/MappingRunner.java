package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.ValuePairs;
import dev.crosswalk.engine.preview.Mends;
import dev.crosswalk.engine.preview.Preview;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.MappingTypes;
import dev.crosswalk.engine.transform.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a mapping while it is edited. One target that cannot run, such as a step whose parameter is
 * not typed yet, does not keep the others from running.
 */
public final class MappingRunner implements LivePreview.Runner {
  private static final int MENDED = 50;

  private final Supplier<Optional<MappingContext>> context;
  private final Mends mends = new Mends(new ValuePairs());

  public MappingRunner(Supplier<Optional<MappingContext>> context) {
    this.context = context;
  }

  @Override
  public LivePreview.Found run(Mapping mapping, List<Map<String, @Nullable Object>> records) {
    MappingContext now = context.get().orElse(null);
    SchemaObject source = now == null ? null : now.source();
    SchemaObject target = now == null ? null : now.target();
    Map<String, Problem> broken = new HashMap<>();
    Lookups lookups = now == null ? Lookups.NONE : now.lookups();
    Compiler compiler = m -> CompiledMapping.compile(m, source, target, lookups);
    List<Outcome> ran = outcomes(mapping, compiler, records, broken);
    List<Outcome> outcomes =
        target == null ? ran : ran.stream().map(o -> TargetFit.judged(o, target)).toList();
    Map<String, Clash> clashes = new HashMap<>();
    if (now != null) {
      clashes(mapping, now, clashes);
    }
    broken.forEach((t, p) -> clashes.putIfAbsent(t, new Clash(p, null)));
    return new LivePreview.Found(outcomes, broken, clashes);
  }

  /** Makes a mapping ready to run, with what it is edited against. */
  private interface Compiler {
    CompiledMapping compile(Mapping mapping);
  }

  private static List<Outcome> outcomes(
      Mapping mapping,
      Compiler compiler,
      List<Map<String, @Nullable Object>> records,
      Map<String, Problem> broken) {
    try {
      return Preview.run(compiler.compile(mapping), records).outcomes();
    } catch (ProblemException e) {
      for (Problem problem : e.problems()) {
        targetOf(problem, mapping).ifPresent(t -> broken.putIfAbsent(t, problem));
      }
      if (broken.isEmpty()) {
        throw e;
      }
      SortedMap<String, FieldMapping> rest = new TreeMap<>(mapping.fields());
      rest.keySet().removeAll(broken.keySet());
      return Preview.run(compiler.compile(mapping.withFields(rest)), records).outcomes();
    }
  }

  private void clashes(Mapping mapping, MappingContext now, Map<String, Clash> clashes) {
    for (Problem problem : MappingTypes.check(mapping, now.source(), now.target(), now.lookups())) {
      String target = targetOf(problem, mapping).orElse(null);
      boolean counts =
          problem.severity() == Severity.ERROR || problem.code().startsWith("picklist");
      if (target != null && counts && !clashes.containsKey(target)) {
        // Mends are tried on records, so not for hundreds of targets at every edit.
        Optional<Mends.Mend> mend =
            clashes.size() < MENDED
                ? mends.find(
                    mapping, target, now.source(), now.target(), now.lookups(), now.records())
                : Optional.empty();
        clashes.put(target, new Clash(problem, mend.orElse(null)));
      }
    }
  }

  private static Optional<String> targetOf(Problem problem, Mapping mapping) {
    Place place = problem.place();
    String path = place == null ? null : place.path();
    return mapping.fields().keySet().stream()
        .filter(t -> Mends.targetOf(path, t))
        .max(java.util.Comparator.comparingInt(String::length));
  }
}
