package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.JsonataText;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Yes or no from words. */
public final class BooleanStep implements Step {
  private static final List<String> TRUE = List.of("true", "yes", "y", "t", "on", "1");
  private static final List<String> FALSE = List.of("false", "no", "n", "f", "off", "0");

  private static final Declaration DECLARATION =
      new Declaration(
          "boolean",
          "Boolean",
          "Reads true or false from words, in upper or lower case; blank text becomes null.",
          List.of(
              Parameter.texts("trueWords", TRUE, "The words that mean true."),
              Parameter.texts("falseWords", FALSE, "The words that mean false.")),
          Set.of(Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN, Kind.LIST),
          Set.of(Kind.BOOLEAN),
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("Yes", true),
              Example.of(
                  Map.of("trueWords", List.of("ja"), "falseWords", List.of("nein")), "NEIN", false),
              Example.fails(
                  Map.of(),
                  "maybe",
                  "'maybe' is neither true (true, yes, y, t, on, 1) nor false (false, no, n, f,"
                      + " off, 0).")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    List<String> yes = parameters.texts("trueWords");
    List<String> no = parameters.texts("falseWords");
    Map<String, Boolean> words = new HashMap<>();
    yes.forEach(word -> words.put(key(word), true));
    for (String word : no) {
      if (Boolean.TRUE.equals(words.put(key(word), false))) {
        throw new IllegalArgumentException(
            "the word '" + word + "' means both true and false. Remove it from one list.");
      }
    }
    Map<String, Boolean> fixed = Map.copyOf(words);
    String reason =
        " is neither true (%s) nor false (%s)."
            .formatted(String.join(", ", yes), String.join(", ", no));
    return (value, record) -> {
      if (value instanceof Boolean || value == null) {
        return value;
      }
      String text = Texts.of(value);
      if (text == null) {
        return new Failure(Texts.shown(value) + reason);
      }
      String key = key(text);
      if (key.isEmpty()) {
        return null;
      }
      Boolean read = fixed.get(key);
      return read == null ? new Failure(Texts.shown(value) + reason) : read;
    };
  }

  private static String key(String word) {
    return Texts.trim(word).toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        ("($w := %s; $type($w) = \"boolean\" ? $w : ($w := $lowercase(%s);"
                + " $w = \"\" ? null : $w in %s ? true : $w in %s ?"
                + " false : $error(\"not true or false: \" & $w)))")
            .formatted(
                value,
                TrimStep.jsonata("$string($w)"),
                JsonataText.list(
                    parameters.texts("trueWords").stream().map(BooleanStep::key).toList()),
                JsonataText.list(
                    parameters.texts("falseWords").stream().map(BooleanStep::key).toList())));
  }
}
