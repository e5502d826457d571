package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
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
  private final List<Problem> problems = new ArrayList<>();

  private MappingTypes(Mapping mapping, @Nullable SchemaObject source, SchemaObject target) {
    this.mapping = mapping;
    this.source = source;
    this.target = target;
  }

  /**
   * @param source the source object; null where it is not known, which leaves its checks out
   * @return problems that each name the target and the mend; their place has the mapping's id for a
   *     file and the path of keys inside it
   */
  public static List<Problem> check(
      Mapping mapping, @Nullable SchemaObject source, SchemaObject target) {
    MappingTypes types = new MappingTypes(mapping, source, target);
    mapping.fields().forEach(types::field);
    types.required();
    return List.copyOf(types.problems);
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
      PicklistCheck.values(mapped.values(), flow.picklist(), to)
          .forEach(p -> add(p.severity(), p.code(), name, ".values", p.what(), p.next()));
    }
  }

  /**
   * What is known of the value between two parts.
   *
   * @param kinds what it may be
   * @param length its greatest length in characters; null where unknown or no text
   * @param picklist the source field while its values are still unchanged
   * @param readsText whether a step has made it what it is, so that its kind is sure
   */
  private record Flow(
      Set<Kind> kinds, @Nullable Integer length, @Nullable Field picklist, boolean readsText) {}

  private Flow start(String name, FieldMapping mapped, Field to) {
    if (mapped.input() instanceof FieldMapping.Constant constant) {
      return new Flow(kinds(constant.value()), length(constant.value()), null, true);
    }
    if (!(mapped.input() instanceof From from)) {
      return new Flow(Kind.ANY, null, null, false);
    }
    Field single = null;
    for (String path : from.paths()) {
      single = source(name, path);
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
        return new Flow(Kind.ANY, null, null, false);
      }
      return new Flow(Set.of(Kind.LIST), null, null, true);
    }
    return single == null
        ? new Flow(Kind.ANY, null, null, false)
        : new Flow(
            Kind.of(single), single.length(), single.type().isPicklist() ? single : null, true);
  }

  /** The source field of a path, where it is in the source object itself. */
  private @Nullable Field source(String name, String text) {
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
          ".from",
          "the source object '%s' has no field '%s'.".formatted(source.name(), text),
          Nearest.mend(
              text,
              source.fields().stream().map(Field::name).toList(),
              "Map another field, or take the target out."));
    }
    return field.orElse(null);
  }

  private Flow step(String name, int at, StepCall call, Flow flow, Field to) {
    Optional<Step> found = Steps.find(call.name());
    if (found.isEmpty()) {
      return new Flow(Kind.ANY, null, null, false); // The compiler reports it.
    }
    Declaration step = found.get().declaration();
    Set<Kind> possible = EnumSet.copyOf(flow.kinds());
    possible.retainAll(step.takes());
    if (possible.isEmpty()) {
      add(
          Severity.ERROR,
          "type",
          name,
          ".use[" + at + "]",
          "the step '%s' works on %s, and gets %s."
              .formatted(call.name(), Kind.words(step.takes()), Kind.words(flow.kinds())),
          flow.kinds().equals(Set.of(Kind.LIST))
              ? "Put join before it."
              : "Remove the step, or put one before it that gives "
                  + Kind.words(step.takes())
                  + ".");
    }
    return after(step, call, flow, to);
  }

  private Flow after(Declaration step, StepCall call, Flow flow, Field to) {
    if (step.name().equals("default")) {
      EnumSet<Kind> both = EnumSet.copyOf(flow.kinds());
      both.addAll(kinds(call.parameters().get("value")));
      return new Flow(both, flow.length(), flow.picklist(), flow.readsText());
    }
    if (step.name().equals("constant")) {
      Object value = call.parameters().get("value");
      return new Flow(kinds(value), length(value), null, true);
    }
    Set<Kind> gives = gives(step, call, to);
    boolean onlyLists = flow.kinds().equals(Set.of(Kind.LIST));
    EnumSet<Kind> kinds = EnumSet.copyOf(gives);
    if (step.is(Declaration.Trait.EACH) && flow.kinds().contains(Kind.LIST)) {
      if (onlyLists) {
        kinds.clear();
      }
      kinds.add(Kind.LIST);
    }
    boolean keeps =
        "keep".equals(call.parameters().get(Parameter.ON_INVALID.name()))
            || step.is(Declaration.Trait.CAN_FAIL)
                && !call.parameters().containsKey(Parameter.ON_INVALID.name())
                && mapping.defaults().onError() == Mapping.OnError.KEEP;
    if (keeps) {
      kinds.addAll(flow.kinds());
    }
    boolean sameText = step.name().equals("trim") || step.name().equals("collapse");
    Integer length =
        switch (step.name()) {
          case "trim", "collapse" -> flow.length();
          case "truncate" ->
              call.parameters().get("length") instanceof Number n
                  ? Integer.valueOf(n.intValue())
                  : to.length();
          default -> null;
        };
    return new Flow(kinds, length, sameText ? flow.picklist() : null, flow.readsText());
  }

  /** A date step gives one of two kinds, by its parameter or by the target. */
  private static Set<Kind> gives(Declaration step, StepCall call, Field to) {
    if (!step.name().equals("date")) {
      return step.gives();
    }
    Object asked = call.parameters().get("to");
    boolean datetime =
        asked == null ? Kind.of(to).equals(Set.of(Kind.DATETIME)) : "datetime".equals(asked);
    return Set.of(datetime ? Kind.DATETIME : Kind.DATE);
  }

  private void fits(String name, FieldMapping mapped, Flow flow, Field to) {
    Set<Kind> wanted = Kind.of(to);
    Set<Kind> possible = EnumSet.copyOf(flow.kinds());
    possible.retainAll(wanted);
    boolean textTakesAll =
        wanted.equals(Set.of(Kind.TEXT)) && flow.kinds().stream().anyMatch(Kind.SCALARS::contains);
    if (possible.isEmpty() && !textTakesAll) {
      add(
          Severity.ERROR,
          "type",
          name,
          mapped.use().isEmpty() ? ".from" : ".use",
          "the value is %s, and the target is %s."
              .formatted(Kind.words(flow.kinds()), to.type().word()),
          mend(flow.kinds(), wanted));
    }
    Integer greatest = to.length();
    boolean text = wanted.contains(Kind.TEXT) && flow.kinds().contains(Kind.TEXT);
    if (greatest != null && flow.length() != null && text && flow.length() > greatest) {
      add(
          Severity.WARNING,
          "length",
          name,
          ".use",
          "the value may have %d characters, and the target takes %d."
              .formatted(flow.length(), greatest),
          "Add truncate, if cutting is allowed.");
    }
    PicklistCheck.unmapped(flow.picklist(), to)
        .ifPresent(p -> add(p.severity(), p.code(), name, ".values", p.what(), p.next()));
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

  private static Set<Kind> kinds(@Nullable Object value) {
    return switch (value) {
      case null -> Kind.ANY;
      case String text -> Set.of(Kind.TEXT, Kind.DATE, Kind.DATETIME);
      case Boolean flag -> Set.of(Kind.BOOLEAN);
      case Number number -> Set.of(Kind.NUMBER);
      case List<?> list -> Set.of(Kind.LIST);
      default -> Set.of(Kind.OBJECT);
    };
  }

  private static @Nullable Integer length(@Nullable Object value) {
    return value instanceof String text ? text.codePointCount(0, text.length()) : null;
  }

  private void add(
      Severity severity, String code, String field, String at, String what, String next) {
    Place place = new Place(mapping.id(), 0, 0, "fields." + field + at);
    problems.add(new Problem(severity, code, place, "Target '" + field + "': " + what, next));
  }
}
