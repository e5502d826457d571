package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Map;
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
          Set.of(Trait.EACH, Trait.CAN_FAIL, Trait.IDEMPOTENT),
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
}
