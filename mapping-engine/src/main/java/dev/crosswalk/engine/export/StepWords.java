package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what steps do: their titles in order, with what is set about them. */
final class StepWords {
  /** The titles as the steps say them. */
  static final Function<String, String> ENGLISH =
      name -> Steps.find(name).map(Step::declaration).map(d -> d.title()).orElse(name);

  private StepWords() {}

  /**
   * @param title of a step, by its name
   */
  static String of(List<StepCall> steps, Function<String, String> title) {
    return steps.stream()
        .map(step -> {
          String set =
              step.parameters().entrySet().stream()
                  .map(e -> e.getKey() + " " + SheetCells.value(e.getValue()))
                  .collect(Collectors.joining(", "));
          return title.apply(step.name()) + (set.isEmpty() ? "" : " (" + set + ")");
        })
        .collect(Collectors.joining(" → "));
  }
}
