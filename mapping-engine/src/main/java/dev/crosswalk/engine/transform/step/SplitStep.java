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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one text apart into a list. */
public final class SplitStep implements Step {
  private static final Declaration DECLARATION =
      new Declaration(
          "split",
          "Split",
          "Takes a text apart at a separator into a list of trimmed texts, without empty ones; a"
              + " list stays as it is.",
          List.of(Parameter.text("separator", ";", "What stands between two values.")),
          Kind.ANY,
          Set.of(Kind.LIST),
          Set.of(Trait.CAN_FAIL, Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("red;green; blue", List.of("red", "green", "blue")),
              Example.of(Map.of("separator", ","), "a,,b", List.of("a", "b")),
              Example.of("", List.of())));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    String separator = parameters.needText("separator");
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("the separator is empty. Say what stands between values.");
    }
    return (value, record) -> {
      if (value == null || value instanceof List<?>) {
        return value;
      }
      String text = Texts.of(value);
      return text == null
          ? new Failure(Texts.shown(value) + " cannot be split: only text can.")
          : split(text, separator);
    };
  }

  static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean single = separator.length() == 1;
    while (start <= text.length()) {
      int end = single ? text.indexOf(separator.charAt(0), start) : text.indexOf(separator, start);
      if (end < 0) {
        end = text.length();
      }
      int first = start;
      int last = end;
      while (first < last && Texts.isSpace(text.charAt(first))) {
        first++;
      }
      while (last > first && Texts.isSpace(text.charAt(last - 1))) {
        last--;
      }
      if (first < last) {
        parts.add(text.substring(first, last));
      }
      start = end + separator.length();
    }
    return Collections.unmodifiableList(parts);
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        ("($s := %s; $type($s) = \"array\" ? $s : [$filter([$map([$split($string($s), %s)], function($p) {"
                + " %s })], function($p) { $p != \"\" })])")
            .formatted(
                value,
                JsonataText.quoted(parameters.needText("separator")),
                TrimStep.jsonata("$p")));
  }
}
