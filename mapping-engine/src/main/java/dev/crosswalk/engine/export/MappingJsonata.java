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
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.StepContext;
import java.util.Optional;
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
    for (StepCall call : field.use()) {
      value = CompiledStep.compile(call, context).jsonata(value).orElseThrow();
    }
    if (field.values() != null) {
      value = values(field.values(), value);
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
      case FieldMapping.From from ->
          from.list()
              ? from.paths().stream()
                  .map(MappingJsonata::path)
                  .collect(Collectors.joining(", ", "[", "]"))
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
          case KeepOther() -> "$v";
          case SetOther(Object set) -> JsonataText.literal(set);
          case RejectOther() -> "$error(\"not in the value map: \" & $string($v))";
        };
    return ("($v := %s; $m := %s; $exists($v) and $v != null ?"
            + " ($string($v) in $keys($m) ? $lookup($m, $string($v)) : $v = \"\" ? $v : %s) : $v)")
        .formatted(value, JsonataText.literal(map.map()), other);
  }
}
