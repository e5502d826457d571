package dev.crosswalk.engine.transform.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a text by pattern. */
public final class ExtractStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "extract",
          "Extract",
          "Takes the first part of a text that fits a pattern, or one group of it; a text in which nothing fits is invalid.",
          List.of(
              Parameter.text(
                      "pattern", null, "The pattern, in RE2's syntax, which runs in linear time.")
                  .mustBeGiven(),
              Parameter.integer(
                  "group",
                  "The group to take, 0 for all that fits; without it the first group where there is one.")),
          Set.of(Trait.CAN_FAIL, Trait.JSONATA),
          List.of(
              Example.of(Map.of("pattern", "[0-9]+"), "Suite 12b", "12"),
              Example.of(Map.of("pattern", "^(\\w+)@"), "ada@example.com", "ada"),
              Example.of(Map.of("pattern", "(\\d+)-(\\d+)", "group", 2), "10-20", "20"),
              Example.fails(
                  Map.of("pattern", "[0-9]+"),
                  "none",
                  "'none' has no part that fits the pattern [0-9]+.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public Shape shape(Shape input, Parameters parameters, StepContext context) {
    return Shape.text(input.length());
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String given = parameters.needText("pattern");
    Pattern pattern = Patterns.compile(given);
    int group = Parameters.standard(parameters.integer("group"), Math.min(1, pattern.groupCount()));
    if (group < 0 || group > pattern.groupCount()) {
      throw new IllegalArgumentException(
          "group is %d, and the pattern has %d.".formatted(group, pattern.groupCount()));
    }
    return (value, record) -> {
      if (!(value instanceof String text)) {
        return value;
      }
      Matcher matcher = pattern.matcher(text);
      return matcher.find()
          ? matcher.group(group)
          : new Failure(Texts.shown(text) + " has no part that fits the pattern " + given + ".");
    };
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    String given = parameters.needText("pattern");
    int groups = Patterns.compile(given).groupCount();
    int group = Parameters.standard(parameters.integer("group"), Math.min(1, groups));
    return PlainPattern.of(given)
        .map(pattern ->
            ("($m := $match(%s, %s, 1); $exists($m) ? $m.%s :"
                    + " $error(\"no part fits the pattern\"))")
                .formatted(value, pattern, group == 0 ? "match" : "groups[" + (group - 1) + "]"));
  }
}
