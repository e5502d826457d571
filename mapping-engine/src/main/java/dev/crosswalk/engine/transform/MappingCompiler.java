package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns a mapping into its running form, gathering everything that is wrong with it. */
final class MappingCompiler {
  private final Mapping mapping;
  private final @Nullable SchemaObject target;
  private final Lookups lookups;
  private final List<Problem> problems = new ArrayList<>();

  MappingCompiler(Mapping mapping, @Nullable SchemaObject target, Lookups lookups) {
    this.mapping = mapping;
    this.target = target;
    this.lookups = lookups;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<RowTest> where() {
    List<RowTest> tests = new ArrayList<>();
    for (int i = 0; i < mapping.where().size(); i++) {
      Mapping.RowFilter filter = mapping.where().get(i);
      String at = "where[" + i + "]";
      SourcePath path = path(filter.field(), "The row filter", at);
      RowTest.Operator operator = RowTest.Operator.of(filter.operator());
      if (operator == null) {
        List<String> words = Arrays.stream(RowTest.Operator.values()).map(o -> o.word).toList();
        add(
            "row-filter",
            at,
            "The row filter on '%s' has the operator '%s', which does not exist."
                .formatted(filter.field(), filter.operator()),
            Nearest.mend(filter.operator(), words));
      } else if ((operator == RowTest.Operator.IN || operator == RowTest.Operator.NOT_IN)
          && !(filter.value() instanceof List)) {
        add(
            "row-filter",
            at,
            "The row filter on '%s' needs a list of values for '%s'."
                .formatted(filter.field(), operator.word),
            "Write the values in brackets, such as [a, b].");
      } else if (path != null) {
        tests.add(new RowTest(path, operator, filter.value()));
      }
    }
    return tests;
  }

  /**
   * @param layout where in a record each target goes
   */
  List<CompiledField> fields(RecordLayout layout) {
    List<CompiledField> fields = new ArrayList<>();
    Map<String, FieldPath> paths = new TreeMap<>();
    mapping
        .fields()
        .forEach((name, field) -> {
          CompiledField compiled = field(name, field, paths, layout);
          if (compiled != null) {
            fields.add(compiled);
          }
        });
    overlaps(paths);
    return fields;
  }

  /** The keys of target records; targets whose path cannot be read have none. */
  RecordLayout layout() {
    List<String> names = new ArrayList<>();
    for (String name : mapping.fields().keySet()) {
      try {
        names.add(FieldPath.parse(name).names().getFirst());
      } catch (IllegalArgumentException e) {
        // Told where the target itself is compiled.
      }
    }
    return new RecordLayout(names);
  }

  private @Nullable CompiledField field(
      String name, FieldMapping field, Map<String, FieldPath> paths, RecordLayout layout) {
    int before = problems.size();
    String at = "fields." + name;
    String subject = "Target '" + name + "':";
    FieldPath path;
    try {
      path = FieldPath.parse(name);
      paths.put(name, path);
    } catch (IllegalArgumentException e) {
      add("path", at, subject + " " + e.getMessage(), "Put names that hold a dot in ['…'].");
      return null;
    }
    Field schema = target == null ? null : SchemaFields.find(target, path).orElse(null);
    StepContext context = new StepContext(mapping.defaults(), schema, lookups);
    CompiledInput input = input(field.input(), subject, at);
    Jsonata when = field.when() == null ? null : jsonata(field.when(), subject, at + ".when");
    List<CompiledStep> steps = new ArrayList<>();
    for (int i = 0; i < field.use().size(); i++) {
      step(field.use().get(i), context, subject, at + ".use[" + i + "]", field, steps);
    }
    if (problems.size() > before || input == null) {
      return null;
    }
    return new CompiledField(
        name,
        new TargetPath(path, layout),
        input,
        when,
        steps,
        field.values() == null ? null : new CompiledValues(field.values()),
        field.fallback(),
        field.required() || schema != null && schema.isRequired(),
        mapping.defaults().onMissing(),
        OnInvalid.of(mapping.defaults().onError()));
  }

  private void step(
      StepCall call,
      StepContext context,
      String subject,
      String at,
      FieldMapping field,
      List<CompiledStep> steps) {
    try {
      CompiledStep step = CompiledStep.compile(call, context);
      if (step.onInvalid() == OnInvalid.DEFAULT && field.fallback() == null) {
        add(
            "step-parameter",
            at,
            subject + " onInvalid is 'default' in '" + call.name() + "', and there is no default.",
            "Add the key 'default' to the target, or choose another word.");
      }
      steps.add(step);
    } catch (ProblemException e) {
      for (Problem problem : e.problems()) {
        add(problem.code(), at, subject + " " + lower(problem.what()), problem.next());
      }
    }
  }

  private @Nullable CompiledInput input(Input input, String subject, String at) {
    return switch (input) {
      case FieldMapping.From from -> {
        List<SourcePath> paths = new ArrayList<>();
        for (String source : from.paths()) {
          SourcePath path = path(source, subject, at + ".from");
          if (path != null) {
            paths.add(path);
          }
        }
        if (from.paths().isEmpty()) {
          add("path", at + ".from", subject + " 'from' names no source.", "Name a source field.");
        }
        yield paths.isEmpty()
            ? null
            : from.list() || paths.size() > 1
                ? new CompiledInput.ManyPaths(List.copyOf(paths))
                : new CompiledInput.OnePath(paths.get(0));
      }
      case FieldMapping.Expr expr -> {
        Jsonata compiled = jsonata(expr.expression(), subject, at + ".expr");
        yield compiled == null ? null : new CompiledInput.Expression(compiled);
      }
      case FieldMapping.Constant constant -> new CompiledInput.Fixed(constant.value());
      case FieldMapping.Ask ask -> new CompiledInput.Unanswered(ask.question());
    };
  }

  private @Nullable SourcePath path(String text, String subject, String at) {
    try {
      return new SourcePath(FieldPath.parse(text));
    } catch (IllegalArgumentException e) {
      add("path", at, subject + " " + e.getMessage(), "Put names that hold a dot in ['…'].");
      return null;
    }
  }

  private @Nullable Jsonata jsonata(String expression, String subject, String at) {
    try {
      return Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS);
    } catch (ProblemException e) {
      for (Problem problem : e.problems()) {
        add(problem.code(), at, subject + " " + lower(problem.what()), problem.next());
      }
      return null;
    }
  }

  /** A target cannot be a value and an object that holds other targets at once. */
  private void overlaps(Map<String, FieldPath> paths) {
    paths.forEach((outer, path) ->
        paths.forEach((inner, longer) -> {
          int size = path.names().size();
          if (longer.names().size() > size
              && longer.names().subList(0, size).equals(path.names())) {
            add(
                "target-overlap",
                "fields." + inner,
                "Target '%s': it lies inside the target '%s', which has a value of its own."
                    .formatted(inner, outer),
                "Map one of the two.");
          }
        }));
  }

  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private void add(String code, String path, String what, String next) {
    problems.add(Problem.error(code, new Place(mapping.id(), 0, 0, path), what, next));
  }
}
