package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.text.JsonataReads;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The source paths that targets read: their inputs, the fields that their steps look at beside the
 * value ({@code regionFrom}, {@code currencyFrom}…), and what expressions name.
 */
public final class SourcesRead {
  private SourcesRead() {}

  /** Of all targets of a mapping, and of its row filter. */
  public static Set<String> of(Mapping mapping) {
    Set<String> read = new TreeSet<>();
    mapping.where().forEach(condition -> read.add(condition.field()));
    mapping.fields().values().forEach(field -> read.addAll(of(field)));
    return read;
  }

  public static Set<String> of(FieldMapping field) {
    Set<String> read = new TreeSet<>(field.sources());
    if (field.input() instanceof Expr input) {
      add(JsonataReads.of(input.expression()), read);
    }
    String when = field.when();
    if (when != null) {
      add(JsonataReads.of(when), read);
    }
    for (StepCall call : field.use()) {
      Steps.find(call.name())
          .ifPresent(step -> {
            for (Parameter parameter : step.declaration().parameters()) {
              if (parameter.type() == Parameter.Type.PATH
                  && call.parameters().get(parameter.name()) instanceof String path) {
                read.add(path);
              }
            }
            add(step.reads(call.parameters()), read);
          });
    }
    return read;
  }

  /** Whether some expression may read more of a record than is known. */
  public static boolean mayReadMore(FieldMapping field) {
    return field.when() != null
        || field.input() instanceof Expr
        || field.use().stream()
            .anyMatch(call ->
                Steps.find(call.name())
                    .map(step -> step.declaration().is(Declaration.Trait.READS_RECORD))
                    .orElse(false));
  }

  private static void add(Set<List<String>> paths, Set<String> read) {
    for (List<String> names : paths) {
      if (!names.contains("")) {
        read.add(new FieldPath(names).toString());
      }
    }
  }
}
