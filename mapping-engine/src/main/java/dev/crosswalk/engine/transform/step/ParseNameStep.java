package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a person's name apart. */
public final class ParseNameStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "parseName",
          "Parse name",
          "Takes a person's name apart into prefix, first, middle, last and suffix, and gives one of them, or all as an object; a part that is not there is null. A single word is a last name.",
          List.of(
              Parameter.word(
                  "part",
                  "all",
                  List.of("all", "prefix", "first", "middle", "last", "suffix"),
                  "Which part to give."),
              Parameter.word(
                  "order",
                  "given-first",
                  List.of("given-first", "family-first"),
                  "How names without a comma are written.")),
          Set.of(Kind.TEXT, Kind.LIST),
          Set.of(Kind.TEXT, Kind.OBJECT),
          Set.of(Trait.EACH, Trait.AS_TEXT),
          List.of(
              Example.of(Map.of("part", "last"), "Dr. Ada M. Lovelace", "Lovelace"),
              Example.of(Map.of("part", "first"), "Lovelace, Ada", "Ada"),
              Example.of(Map.of("part", "last"), "Ludwig van Beethoven", "van Beethoven"),
              Example.of(Map.of("part", "suffix"), "Martin Luther King, Jr.", "Jr."),
              Example.of(Map.of("part", "middle"), "Ada Lovelace", null)));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return parameters.needText("part").equals("all")
        ? Shape.of(Kind.OBJECT)
        : Shape.text(input.length());
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String part = parameters.needText("part");
    boolean familyFirst = parameters.needText("order").equals("family-first");
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      PersonName name = PersonName.parse(text, familyFirst);
      if (!part.equals("all")) {
        return orNull(name.part(part));
      }
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      PersonName.PARTS.forEach(one -> all.put(one, orNull(name.part(one))));
      return Collections.unmodifiableMap(all);
    };
  }

  private static @Nullable String orNull(String part) {
    return part.isEmpty() ? null : part;
  }
}
