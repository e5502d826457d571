package dev.crosswalk.engine.transform.step;

import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Shape;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One space for many. */
public final class CollapseStep implements Step {
  private static final Declaration DECLARATION =
      Declaration.text(
          "collapse",
          "Collapse spaces",
          "Trims a text and makes each run of spaces and line breaks inside it one space.",
          List.of(),
          Set.of(Trait.IDEMPOTENT, Trait.JSONATA),
          List.of(
              Example.of("Ada   Lovelace", "Ada Lovelace"),
              Example.of(" 12 High Street\r\nLondon ", "12 High Street London"),
              Example.of("Ada", "Ada")));

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
    return (value, record) -> value instanceof String text ? collapse(text) : value;
  }

  /** The place up to which nothing has to be changed; the length where nothing has. */
  private static int collapsed(String text) {
    boolean space = true;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean next = Texts.isSpace(c);
      if (next && (space || c != ' ')) {
        return i;
      }
      space = next;
    }
    return space && length > 0 ? length - 1 : length;
  }

  private static String collapse(String text) {
    int from = collapsed(text);
    if (from == text.length()) {
      return text;
    }
    char[] out = new char[text.length()];
    text.getChars(0, from, out, 0);
    int length = from > 0 && out[from - 1] == ' ' ? from - 1 : from;
    boolean gap = length < from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Texts.isSpace(c)) {
        gap = length > 0;
      } else {
        if (gap) {
          out[length++] = ' ';
          gap = false;
        }
        out[length++] = c;
      }
    }
    return new String(out, 0, length);
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        "$trim($replace("
            + value
            + ", /[\\s\\u0085\\u00a0\\u2000-\\u200b\\u202f\\u3000\\ufeff]+/, \" \"))");
  }
}
