package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import dev.crosswalk.engine.transform.Warned;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks values up in a map in the file. */
public final class ValueMapStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "valueMap",
          "Value map",
          "Puts one value in the place of another, between other steps: like the key values of a target, and can leave case and spaces out of account.",
          List.of(
              Parameter.map("map", "Which value becomes which.").mustBeGiven(),
              Parameter.word(
                  "other",
                  "reject",
                  List.of("reject", "keep", "set"),
                  "What a value outside the map becomes: invalid, unchanged, or the value of set."),
              Parameter.any(
                  "set",
                  "The value for those outside the map, where other is set; null where left out."),
              Parameter.flag(
                  "ignoreCase", false, "Whether upper and lower case count as the same."),
              Parameter.flag("trim", true, "Whether spaces at both ends are left out of account."),
              Parameter.flag("warn", false, "Whether values outside the map are reported.")),
          Kind.SCALARS_AND_LISTS,
          Kind.ANY,
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL, Trait.JSONATA),
          List.of(
              Example.of(Map.of("map", Map.of("Gold", "A", "Silver", "B")), " Gold ", "A"),
              Example.of(
                  Map.of("map", Map.of("gold", 1), "ignoreCase", true, "other", "keep"), "GOLD", 1),
              Example.of(
                  Map.of("map", Map.of("Gold", "A"), "other", "set", "set", "Z"), "Tin", "Z"),
              Example.fails(
                  Map.of("map", Map.of("Gold", "A")), "Tin", "'Tin' is not in the value map.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    Shape shape = null;
    for (Object value : parameters.map("map").values()) {
      Shape one = Shape.ofValue(value);
      shape = shape == null ? one : shape.or(one);
    }
    String other = parameters.needText("other");
    Shape beside =
        other.equals("keep")
            ? input
            : other.equals("set") ? Shape.ofValue(parameters.value("set")) : shape;
    return shape == null || beside == null ? Shape.UNKNOWN : shape.or(beside);
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    boolean ignoreCase = parameters.flag("ignoreCase");
    boolean trim = parameters.flag("trim");
    Map<String, @Nullable Object> map = new HashMap<>();
    parameters
        .map("map")
        .forEach((from, to) -> {
          String key = key(from, trim, ignoreCase);
          if (map.containsKey(key) && !Objects.equals(map.get(key), to)) {
            throw new IllegalArgumentException(
                "'" + from + "' stands in the map twice, with different values. Keep one.");
          }
          map.put(key, to);
        });
    String other = parameters.needText("other");
    Object set = parameters.value("set");
    boolean warn = parameters.flag("warn");
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      String key = key(text, trim, ignoreCase);
      Object mapped = map.get(key);
      if (mapped != null || map.containsKey(key)) {
        return mapped;
      }
      if (key.isEmpty()) {
        return value;
      }
      return switch (other) {
        case "keep" -> told(text, "stays as it is", text, warn);
        case "set" -> told(set, "became " + Texts.shown(set), text, warn);
        default -> new Failure(Texts.shown(text) + " is not in the value map.");
      };
    };
  }

  private static @Nullable Object told(
      @Nullable Object value, String what, String given, boolean warn) {
    return warn
        ? new Warned(value, Texts.shown(given) + " is not in the value map; it " + what + ".")
        : value;
  }

  private static String key(String text, boolean trim, boolean ignoreCase) {
    String key = trim ? Texts.trim(text) : text;
    return ignoreCase ? key.toLowerCase(Locale.ROOT) : key;
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    boolean trim = parameters.flag("trim");
    boolean ignoreCase = parameters.flag("ignoreCase");
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    parameters.map("map").forEach((from, to) -> map.put(key(from, trim, ignoreCase), to));
    String key = trim ? TrimStep.jsonata("$t") : "$t";
    String other =
        switch (parameters.needText("other")) {
          case "keep" -> "$t";
          case "set" -> JsonataText.literal(parameters.value("set"));
          default -> "$error(\"not in the value map: \" & $k)";
        };
    return Optional.of(
        ("($m := %s; $t := %s; $k := %s; $k in $keys($m) ? $lookup($m, $k) : $k = \"\" ? $t : %s)")
            .formatted(
                JsonataText.literal(map),
                value,
                ignoreCase ? "$lowercase(" + key + ")" : key,
                other));
  }
}
