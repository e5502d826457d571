package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.CompiledStep;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.StepContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes one target's way as one JSONata expression over the source record. Nothing (which JSONata
 * leaves out of objects) stands for missing, and null for null, as in a mapping.
 */
final class MappingJsonata {
  private final FieldMapping field;
  private final StepContext context;

  /** Whether the value may be a list here. */
  private boolean list;

  private MappingJsonata(FieldMapping field, StepContext context, boolean list) {
    this.field = field;
    this.context = context;
    this.list = list;
  }

  /** Empty where a part of it has no JSONata form; {@link #obstacle} then says which. */
  static Optional<String> of(FieldMapping field, StepContext context) {
    boolean list = field.input() instanceof FieldMapping.From from && from.list();
    return of(field, context, list, OnMissing.OMIT);
  }

  /**
   * @param list whether a source may hold a list
   * @param onMissing what a missing source gives
   */
  static Optional<String> of(
      FieldMapping field, StepContext context, boolean list, OnMissing onMissing) {
    if (field.input() instanceof FieldMapping.Ask || !obstacle(field, context).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new MappingJsonata(field, context, list).expression(onMissing));
  }

  private String expression(OnMissing onMissing) {
    String value = input(field.input());
    for (StepCall call : field.use()) {
      value = step(CompiledStep.compile(call, context), value);
    }
    ValueMap map = field.values();
    if (map != null) {
      value = notNull(value, true, v -> values(map, v));
    }
    if (field.fallback() == null && onMissing != OnMissing.OMIT) {
      value =
          "($y := %s; $exists($y) ? $y : %s)"
              .formatted(
                  value,
                  onMissing == OnMissing.NULL ? "null" : "$error(\"the source is missing\")");
    }
    if (field.when() != null) {
      value = "((" + field.when() + ") = true ? " + value + ")";
    }
    return field.fallback() == null
        ? value
        : orElse(value, JsonataText.literal(field.fallback().value()));
  }

  /** The value, or something else where it is missing, null or empty. */
  static String orElse(String value, String other) {
    return "($r := %s; $exists($r) and $r != null and $r != \"\" and $r != [] ? $r : %s)"
        .formatted(value, other);
  }

  private String step(CompiledStep step, String value) {
    UnaryOperator<String> one = v -> step.jsonata(v).orElseThrow();
    boolean each = step.declaration().is(Trait.EACH);
    String result;
    if (step.declaration().is(Trait.SEES_NULL)) {
      // Null out of nothing is still nothing.
      result =
          "($i := %s; $j := $exists($i) ? $i : null; $n := %s; $exists($i) or $n != null ? $n)"
              .formatted(value, one.apply("$j"));
    } else {
      result = notNull(value, each, one);
    }
    if (!each) {
      list = step.declaration().gives().contains(Kind.LIST);
    }
    return result;
  }

  /** Nothing and null pass, and a list is worked on element by element, as in a mapping. */
  private String notNull(String value, boolean each, UnaryOperator<String> work) {
    return each && list
        ? ("($f := function($e) { $exists($e) and $e != null ? %s : null }; $l := %s;"
                + " $type($l) = \"array\" ? [$map($l, $f)] : $exists($l) ? $f($l))")
            .formatted(work.apply("$e"), value)
        : "($x := %s; $exists($x) and $x != null ? %s : $x)".formatted(value, work.apply("$x"));
  }

  /** The steps that JSONata cannot say, with commas; empty where it can say all. */
  static String obstacle(FieldMapping field, StepContext context) {
    return field.use().stream()
        .filter(call -> !sayable(call, context))
        .map(StepCall::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean sayable(StepCall call, StepContext context) {
    try {
      CompiledStep step = CompiledStep.compile(call, context);
      // JSONata knows no catch: what cannot be read fails the whole expression.
      return (step.rejects() || !step.declaration().is(Trait.CAN_FAIL))
          && step.jsonata("v").isPresent();
    } catch (ProblemException e) {
      return false; // The compiler of the mapping reports it.
    }
  }

  private static String input(FieldMapping.Input input) {
    return switch (input) {
      case FieldMapping.From from -> from.list() ? list(from.paths()) : path(from.paths().get(0));
      // JSONata does not tell null from nothing, so both are missing.
      case FieldMapping.Expr expr ->
          "($x := (%s); $exists($x) and $x != null ? $x)".formatted(expr.expression());
      case FieldMapping.Constant constant -> JsonataText.literal(constant.value());
      case FieldMapping.Ask ask -> "null";
    };
  }

  /** A missing one among several is null, and with none there the list is missing. */
  private static String list(List<String> paths) {
    // Parentheses, because [[a, b]] is a list of one list, and [([a, b])] one of two values.
    String items =
        paths.stream()
            .map(p -> "($p := " + path(p) + "; $exists($p) ? $p : null)")
            .collect(Collectors.joining(", ", "([", "])"));
    String any =
        paths.stream().map(p -> "$exists(" + path(p) + ")").collect(Collectors.joining(" or "));
    return "(" + any + " ? " + items + ")";
  }

  /** A path, null where something on the way is null. */
  static String path(String text) {
    List<String> names = FieldPath.parse(text).names();
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < names.size(); i++) {
      out.append(JsonataText.path(names.subList(0, i))).append(" = null ? null : ");
    }
    String last = JsonataText.path(names);
    return out.isEmpty() ? last : "(" + out + last + ")";
  }

  private static String values(ValueMap map, String value) {
    String other =
        switch (map.other()) {
          case KeepOther() -> value;
          case SetOther(Object set) -> JsonataText.literal(set);
          case RejectOther() -> "$error(\"not in the value map: \" & $string(" + value + "))";
        };
    return ("($m := %1$s; $string(%2$s) in $keys($m) ? $lookup($m, $string(%2$s))"
            + " : %2$s = \"\" ? %2$s : %3$s)")
        .formatted(JsonataText.literal(map.map()), value, other);
  }
}
