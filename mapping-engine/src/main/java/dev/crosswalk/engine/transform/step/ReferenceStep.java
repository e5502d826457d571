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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names another record by its key. */
public final class ReferenceStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "reference",
          "Reference by key",
          "Makes a reference to another record out of its external key, as systems take them: an object with the key field and the value. Blank text becomes null.",
          List.of(
              Parameter.text(
                      "key", null, "The key field of the other object, such as External_Id__c.")
                  .mustBeGiven()),
          Kind.ANY,
          Set.of(Kind.OBJECT),
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Map.of("key", "External_Id__c"), "A-17", Map.of("External_Id__c", "A-17")),
              Example.of(Map.of("key", "id"), 42, Map.of("id", 42)),
              Example.of(Map.of("key", "id"), " ", null)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String key = parameters.needText("key");
    return (value, record) -> {
      if (value instanceof Map<?, ?> map) {
        return map.containsKey(key)
            ? map
            : new Failure(Texts.shown(map) + " has no field '" + key + "'.");
      }
      return value == null || value instanceof String text && Texts.isBlank(text)
          ? null
          : Map.of(key, value);
    };
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    String key = JsonataText.quoted(parameters.needText("key"));
    return Optional.of(
        ("($v := %1$s; $type($v) = \"object\" ? (%2$s in $keys($v) ? $v :"
                + " $error(\"the object has no field \" & %2$s)) :"
                + " $type($v) = \"string\" and %3$s = \"\" ? null : {%2$s: $v})")
            .formatted(value, key, TrimStep.jsonata("$v")));
  }
}
