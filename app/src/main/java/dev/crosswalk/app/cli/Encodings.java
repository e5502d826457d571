package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** What {@code --encoding} says. */
final class Encodings {
  private Encodings() {}

  /**
   * @param name null for UTF-8
   * @throws ProblemException {@code arguments} for a name that this Java does not know
   */
  static Charset named(@Nullable String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ProblemException(
          Problem.error(
              "arguments",
              (Place) null,
              "--encoding is '" + name + "', which is no known encoding.",
              "Give its name, such as windows-1252, ISO-8859-1, UTF-16LE, Shift_JIS or GB18030."),
          e);
    }
  }
}
