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
import org.jspecify.annotations.Nullable;

/** Puts a list together into one text. */
public final class JoinStep implements Step {
  /** Characters that most joined texts have room in. */
  private static final int ROOM = 64;

  private static final Declaration DECLARATION =
      new Declaration(
          "join",
          "Join",
          "Puts several values together into one text, leaving out those that are missing, null or"
              + " blank; with none left the result is null.",
          List.of(Parameter.text("separator", " ", "What stands between two values.")),
          Kind.ANY,
          Set.of(Kind.TEXT),
          Set.of(Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of(Example.list("Ada", "Lovelace"), "Ada Lovelace"),
              Example.of(
                  Map.of("separator", ", "),
                  Example.list("1 High St", null, " ", "London"),
                  "1 High St, London"),
              Example.of(Example.list("", null), null)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String separator = parameters.needText("separator");
    return (value, record) -> value instanceof List<?> list ? join(list, separator) : one(value);
  }

  private static @Nullable Object one(@Nullable Object value) {
    String text = Texts.of(value);
    if (text == null) {
      return value == null ? null : refused(value);
    }
    return Texts.isBlank(text) ? null : text;
  }

  private static @Nullable Object join(List<?> list, String separator) {
    StringBuilder out = new StringBuilder(ROOM);
    boolean any = false;
    for (Object item : list) {
      String text = Texts.of(item);
      if (text == null && item != null) {
        return refused(item);
      }
      if (text == null || Texts.isBlank(text)) {
        continue;
      }
      if (any) {
        out.append(separator);
      }
      out.append(text);
      any = true;
    }
    return any ? out.toString() : null;
  }

  private static Failure refused(Object item) {
    return new Failure(
        Texts.shown(item) + " cannot be joined: only text, numbers and booleans can.");
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        ("($parts := [$filter([%s], function($p) { $p != null and $trim($string($p)) != \"\" })];"
                + " $count($parts) = 0 ? null :"
                + " $join([$map($parts, function($p) { $string($p) })], %s))")
            .formatted(value, JsonataText.quoted(parameters.needText("separator"))));
  }
}
