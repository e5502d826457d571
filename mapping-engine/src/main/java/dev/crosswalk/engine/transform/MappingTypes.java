package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a mapping against its schemas before it runs: each step's output into the next one's input
 * and the target's type, length, picklist and requiredness.
 */
public final class MappingTypes {
  private final Mapping mapping;
  private final @Nullable SchemaObject source;
  private final SchemaObject target;
  private final Lookups lookups;
  private final List<Problem> problems = new ArrayList<>();

  private MappingTypes(
      Mapping mapping, @Nullable SchemaObject source, SchemaObject target, Lookups lookups) {
    this.mapping = mapping;
    this.source = source;
    this.target = target;
    this.lookups = lookups;
  }

  /**
   * @param source the source object; null where it is not known, which leaves its checks out
   * @return problems that each name the target and the mend; their place has the mapping's id for a
   *     file and the path of keys inside it
   */
  public static List<Problem> check(
      Mapping mapping, @Nullable SchemaObject source, SchemaObject target, Lookups lookups) {
    MappingTypes types = new MappingTypes(mapping, source, target, lookups);
    mapping.fields().forEach(types::field);
    types.required();
    return List.copyOf(types.problems);
  }

  /** Without lookup tables. */
  public static List<Problem> check(
      Mapping mapping, @Nullable SchemaObject source, SchemaObject target) {
    return check(mapping, source, target, Lookups.NONE);
  }

  private void field(String name, FieldMapping mapped) {
    FieldPath path;
    try {
      path = FieldPath.parse(name);
    } catch (IllegalArgumentException e) {
      return; // The compiler reports it.
    }
    Optional<Field> found = SchemaFields.find(target, path);
    if (found.isEmpty()) {
      if (SchemaFields.find(target, FieldPath.of(path.first())).isEmpty()) {
        add(
            Severity.ERROR,
            "target-unknown",
            name,
            "",
            "the object '" + target.name() + "' has no such field.",
            Nearest.mend(
                name,
                target.fields().stream().map(Field::name).toList(),
                "Add it to the model, or take the target out."));
      }
      return;
    }
    Field to = found.get();
    if (to.isReadOnly() && mapping.direction() != Mapping.Direction.READ) {
      add(
          Severity.ERROR,
          "target-read-only",
          name,
          "",
          "the field is read-only in '" + target.name() + "', so it cannot be written.",
          "Remove the target, or set write: never.");
    }
    Flow flow = start(name, mapped, to);
    for (int i = 0; i < mapped.use().size(); i++) {
      flow = step(name, i, mapped.use().get(i), flow, to);
    }
    if (mapped.values() == null) {
      fits(name, mapped, flow, to);
    } else {
      PicklistCheck.values(mapped.values(), flow.picks(), to)
          .forEach(p -> add(p.severity(), p.code(), name, ".values", p.what(), p.next()));
    }
  }

  private Flow start(String name, FieldMapping mapped, Field to) {
    if (mapped.input() instanceof FieldMapping.Constant constant) {
      return new Flow(Shape.ofValue(constant.value()), null);
    }
    if (!(mapped.input() instanceof From from)) {
      return Flow.UNKNOWN;
    }
    Field single = null;
    for (String path : from.paths()) {
      single = source(name, ".from", path);
    }
    if (from.list()) {
      boolean combined = !mapped.use().isEmpty() || Kind.of(to).contains(Kind.LIST);
      if (!combined && from.paths().size() > 1) {
        add(
            Severity.ERROR,
            "type",
            name,
            ".use",
            "several sources give a list, and the target is %s.".formatted(to.type().word()),
            "Add join, or another step that makes one value of them.");
        return Flow.UNKNOWN;
      }
      return new Flow(Shape.of(Kind.LIST), null);
    }
    if (single == null) {
      return Flow.UNKNOWN;
    }
    mayBeEmpty(name, mapped, single, to);
    return new Flow(Shape.of(single), PicklistCheck.picks(single));
  }

  /** A source that says it need not be filled, for a target that must be. */
  private void mayBeEmpty(String name, FieldMapping mapped, Field from, Field to) {
    boolean needed = mapped.required() || to.isRequired();
    boolean filled =
        mapped.fallback() != null
            || mapped.use().stream()
                .anyMatch(call ->
                    Steps.find(call.name())
                        .filter(s -> s.declaration().is(Declaration.Trait.SEES_NULL))
                        .isPresent());
    if (needed && !filled && Boolean.FALSE.equals(from.required())) {
      add(
          Severity.WARNING,
          "required-empty",
          name,
          "",
          "it is required, and '%s' may be empty, so such records are rejected."
              .formatted(from.name()),
          "Add a default, if there is one.");
    }
  }

  /** The source field of a path, where it is in the source object itself. */
  private @Nullable Field source(String name, String at, String text) {
    if (source == null) {
      return null;
    }
    FieldPath path;
    try {
      path = FieldPath.parse(text);
    } catch (IllegalArgumentException e) {
      return null; // The compiler reports it.
    }
    Optional<Field> field = SchemaFields.find(source, path);
    boolean reachable =
        field.isPresent()
            || path.names().size() > 1
                && source.fields().stream()
                    .anyMatch(f ->
                        path.first().equals(f.relationship()) || path.first().equals(f.name()));
    if (!reachable) {
      add(
          Severity.ERROR,
          "FM102",
          name,
          at,
          "the source object '%s' has no field '%s'.".formatted(source.name(), text),
          Nearest.mend(
              text,
              source.fields().stream().map(Field::name).toList(),
              "Map another field, or take the target out."));
    }
    return field.orElse(null);
  }

  private Flow step(String name, int at, StepCall call, Flow flow, Field to) {
    CompiledStep compiled;
    try {
      compiled = CompiledStep.compile(call, new StepContext(mapping.defaults(), to, lookups));
    } catch (ProblemException e) {
      return Flow.UNKNOWN; // The compiler reports it.
    }
    Declaration step = compiled.declaration();
    String place = ".use[" + at + "]";
    for (Parameter parameter : step.parameters()) {
      if (parameter.type() == Parameter.Type.PATH
          && call.parameters().get(parameter.name()) instanceof String path) {
        source(name, place + "." + call.name() + "." + parameter.name(), path);
      }
    }
    Set<Kind> kinds = flow.shape().kinds();
    Set<Kind> possible = EnumSet.copyOf(kinds);
    possible.retainAll(step.takes());
    if (possible.isEmpty()) {
      add(
          Severity.ERROR,
          "type",
          name,
          place,
          "the step '%s' works on %s, and gets %s."
              .formatted(call.name(), Kind.words(step.takes()), Kind.words(kinds)),
          flow.shape().onlyLists()
              ? "Put join before it."
              : "Remove the step, or put one before it that gives "
                  + Kind.words(step.takes())
                  + ".");
    }
    return flow.after(compiled, call);
  }

  private void fits(String name, FieldMapping mapped, Flow flow, Field to) {
    Set<Kind> wanted = Kind.of(to);
    Set<Kind> kinds = flow.shape().kinds();
    Set<Kind> possible = EnumSet.copyOf(kinds);
    possible.retainAll(wanted);
    boolean textTakesAll =
        wanted.equals(Set.of(Kind.TEXT)) && kinds.stream().anyMatch(Kind.SCALARS::contains);
    if (possible.isEmpty() && !textTakesAll) {
      add(
          Severity.ERROR,
          "type",
          name,
          mapped.use().isEmpty() ? ".from" : ".use",
          "the value is %s, and the target is %s.".formatted(Kind.words(kinds), to.type().word()),
          mend(kinds, wanted));
    }
    Integer length = flow.shape().length();
    Integer greatest = to.length();
    boolean text = wanted.contains(Kind.TEXT) && kinds.contains(Kind.TEXT);
    if (greatest != null && length != null && text && length > greatest) {
      add(
          Severity.WARNING,
          "length",
          name,
          ".use",
          "the value may have %d characters, and the target takes %d.".formatted(length, greatest),
          "Add truncate, if cutting is allowed.");
    }
    digits(name, flow.shape(), to);
    PicklistCheck.unmapped(flow.picks(), to)
        .ifPresent(p -> add(p.severity(), p.code(), name, ".values", p.what(), p.next()));
  }

  private void digits(String name, Shape shape, Field to) {
    Integer kept = to.type() == FieldType.INTEGER ? Integer.valueOf(0) : to.scale();
    if (kept != null
        && shape.scale() != null
        && shape.scale() > kept
        && shape.kinds().equals(Set.of(Kind.NUMBER))) {
      add(
          Severity.WARNING,
          "scale",
          name,
          ".use",
          "the value may have %d digits after the decimal sign, and the target takes %d."
              .formatted(shape.scale(), kept),
          "Add round, if rounding is allowed.");
    }
  }

  private static String mend(Set<Kind> from, Set<Kind> to) {
    if (from.equals(Set.of(Kind.LIST))) {
      return "Add join.";
    }
    if (to.contains(Kind.DATE) || to.contains(Kind.DATETIME)) {
      return "Add date, with the format of the source.";
    }
    if (to.contains(Kind.NUMBER)) {
      return "Add number.";
    }
    if (to.contains(Kind.BOOLEAN)) {
      return "Add boolean.";
    }
    return to.contains(Kind.LIST) ? "Add split." : "Choose another source, or add a step.";
  }

  private void required() {
    for (Field field : target.fields()) {
      boolean mapped =
          mapping.fields().keySet().stream()
              .anyMatch(name ->
                  name.equals(field.name())
                      || name.startsWith(field.name() + ".")
                      || name.equals(FieldPath.of(field.name()).toString()));
      if (field.isRequired() && !field.isReadOnly() && !mapped) {
        add(
            Severity.ERROR,
            "required-unmapped",
            field.name(),
            "",
            "it is required by '" + target.name() + "', and nothing feeds it.",
            "Map it, or give it a constant.");
      }
    }
  }

  private void add(
      Severity severity, String code, String field, String at, String what, String next) {
    Place place = new Place(mapping.id(), 0, 0, "fields." + field + at);
    problems.add(new Problem(severity, code, place, "Target '" + field + "': " + what, next));
  }
}
