package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.match.Reason;
import dev.crosswalk.engine.match.Why;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says why something is suggested in the window's language, by {@code
 * assets/studio/reasons_de.properties}. Where there is no such list for the language, the engine's
 * own English is shown.
 */
final class ReasonTexts {
  private final Properties texts;

  private ReasonTexts(Properties texts) {
    this.texts = texts;
  }

  static ReasonTexts load(Locale locale) {
    Properties texts = new Properties();
    String name = "/dev/crosswalk/assets/studio/reasons_" + locale.getLanguage() + ".properties";
    try (InputStream in = ReasonTexts.class.getResourceAsStream(name)) {
      if (in != null) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReasonTexts(texts);
  }

  String of(Why why) {
    return texts.isEmpty() ? why.english() : why.said(this::joint, this::reason);
  }

  /** What the list has; for the test that nothing is missing or too much. */
  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /** A kind's sentence with its holes; for the test that they are those of the English one. */
  String sentence(Reason.Kind kind) {
    return text(kind.word());
  }

  private String joint(Why.Joint joint) {
    return text("joint." + joint.name().toLowerCase(Locale.ROOT)) + " ";
  }

  private String reason(Reason reason) {
    return Reason.fill(
        sentence(reason.kind()), reason.arguments().stream().map(this::argument).toList());
  }

  private String argument(Reason.Argument argument) {
    return switch (argument) {
      case Reason.Text text -> text.text();
      case Reason.Count count -> Long.toString(count.number());
      case Reason.OneOf one ->
          one.terms().stream()
              .map(term -> text(term.word()))
              .collect(Collectors.joining(" " + text("or") + " "));
    };
  }

  /** A key that is missing is a mistake of ours; {@code ReasonTextsTest} finds it. */
  private String text(String key) {
    return texts.getProperty(key, key);
  }
}
