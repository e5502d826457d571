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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One space for many. */
public final class CollapseStep implements Step {
  /** The last character that fits into a byte. */
  private static final char LATIN = 0xFF;

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

  /** Whether nothing has to be changed. */
  private static boolean isCollapsed(String text) {
    boolean space = true;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean next = Texts.isSpace(c);
      if (next && (space || c != ' ')) {
        return false;
      }
      space = next;
    }
    return !space || length == 0;
  }

  private static String collapse(String text) {
    if (isCollapsed(text)) {
      return text;
    }
    int length = text.length();
    byte[] out = new byte[length];
    int kept = 0;
    boolean gap = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Texts.isSpace(c)) {
        gap = kept > 0;
      } else if (c > LATIN) {
        return collapseAny(text);
      } else {
        if (gap) {
          out[kept++] = ' ';
          gap = false;
        }
        out[kept++] = (byte) c;
      }
    }
    return new String(out, 0, kept, StandardCharsets.ISO_8859_1);
  }

  private static String collapseAny(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Texts.isSpace(c)) {
        gap = !out.isEmpty();
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  @Override
  public Optional<String> jsonata(Parameters parameters, StepContext context, String value) {
    return Optional.of(
        "$trim($replace("
            + value
            + ", /[\\s\\u0085\\u00a0\\u2000-\\u200b\\u202f\\u3000\\ufeff]+/, \" \"))");
  }
}
