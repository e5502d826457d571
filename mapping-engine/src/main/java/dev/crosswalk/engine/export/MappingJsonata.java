package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.CompiledStep;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.StepContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes one target's way as one JSONata expression over the source record. */
final class MappingJsonata {
  private MappingJsonata() {}

  /** Empty where a part of it has no JSONata form; {@link #obstacle} then says which. */
  static Optional<String> of(FieldMapping field, StepContext context) {
    if (field.input() instanceof FieldMapping.Ask || !obstacle(field, context).isEmpty()) {
      return Optional.empty();
    }
    String value = input(field.input());
    boolean list = field.input() instanceof FieldMapping.From from && from.list();
    for (StepCall call : field.use()) {
      CompiledStep step = CompiledStep.compile(call, context);
      UnaryOperator<String> one = v -> step.jsonata(v).orElseThrow();
      value =
          step.declaration().is(Trait.SEES_NULL)
              ? one.apply(value)
              : notNull(value, list && step.declaration().is(Trait.EACH), one);
      if (!step.declaration().is(Trait.EACH)) {
        list = step.declaration().gives().equals(Set.of(Kind.LIST));
      }
    }
    ValueMap map = field.values();
    if (map != null) {
      value = notNull(value, list, v -> values(map, v));
    }
    if (field.when() != null) {
      value = "(" + field.when() + ") = true ? " + value;
    }
    if (field.fallback() != null) {
      value =
          "($r := (%s); $exists($r) and $r != null and $r != \"\" ? $r : %s)"
              .formatted(value, JsonataText.literal(field.fallback().value()));
    }
    return Optional.of(value);
  }

  /** Null passes, and a list is worked on element by element, as in a mapping. */
  private static String notNull(String value, boolean each, UnaryOperator<String> work) {
    return each
        ? ("($l := %s; $exists($l) and $l != null ?"
                + " [$map($l, function($e) { $e = null ? null : %s })] : $l)")
            .formatted(value, work.apply("$e"))
        : "($x := %s; $x = null ? null : %s)".formatted(value, work.apply("$x"));
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
      return CompiledStep.compile(call, context).jsonata("v").isPresent();
    } catch (ProblemException e) {
      return false; // The compiler of the mapping reports it.
    }
  }

  private static String input(FieldMapping.Input input) {
    return switch (input) {
      // Parentheses, because [[a, b]] is a list of one list, and [([a, b])] one of two values.
      case FieldMapping.From from ->
          from.list()
              ? from.paths().stream()
                  .map(MappingJsonata::path)
                  .collect(Collectors.joining(", ", "([", "])"))
              : path(from.paths().get(0));
      case FieldMapping.Expr expr -> "(" + expr.expression() + ")";
      case FieldMapping.Constant constant -> JsonataText.literal(constant.value());
      case FieldMapping.Ask ask -> "null";
    };
  }

  private static String path(String text) {
    return JsonataText.path(FieldPath.parse(text).names());
  }

  private static String values(ValueMap map, String value) {
    String other =
        switch (map.other()) {
          case KeepOther() -> value;
          case SetOther(Object set) -> JsonataText.literal(set);
          case RejectOther() -> "$error(\"not in the value map: \" & $string(" + value + "))";
        };
    return ("($m := %1$s; $exists(%2$s) ? ($string(%2$s) in $keys($m) ? $lookup($m, $string(%2$s))"
            + " : %2$s = \"\" ? %2$s : %3$s))")
        .formatted(JsonataText.literal(map.map()), value, other);
  }
}
