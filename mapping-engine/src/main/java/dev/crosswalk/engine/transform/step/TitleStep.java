package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Capital letters for names. */
public final class TitleStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "title",
          "Title case",
          "Writes names with capital first letters, as people write them: McDonald, O'Brien, van der Berg, Jean-Luc, and roman numbers such as III.",
          List.of(
              Parameter.flag(
                  "mixed",
                  false,
                  "Whether texts that already hold both small and capital letters are changed too; without it they stay as they are.")),
          Set.of(Trait.IDEMPOTENT),
          List.of(
              Example.of("ADA LOVELACE", "Ada Lovelace"),
              Example.of("ronald mcdonald", "Ronald McDonald"),
              Example.of("LUDWIG VAN BEETHOVEN III", "Ludwig van Beethoven III"),
              Example.of("Ian MacLean", "Ian MacLean"),
              Example.of(Map.of("mixed", true), "jean-luc O'BRIEN", "Jean-Luc O'Brien")));

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
    boolean mixed = parameters.flag("mixed");
    return (value, record) -> value instanceof String text ? NameCase.title(text, mixed) : value;
  }
}
