package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.text.PublishedSchemas;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Parameter;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps say of themselves, and of the values of a record, is there in German. */
class StepTextsTest {
  private static final ProblemTexts GERMAN = ProblemTexts.load(Locale.GERMANY);

  private static final Pattern DESCRIPTION =
      Pattern.compile("\"description\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Where a value is refused or something is reported of it. */
  private static final Pattern SAID =
      Pattern.compile("\\b(?:new Failure|failure|new Warned|notes\\.warn|notes\\.fail|told)\\(");

  /** Who mends a word need not know German: it is English until somebody says it. */
  private static final int FORGIVEN = 12;

  /** Shorter pieces of a sentence say little of whether it is in the list. */
  private static final int TELLING = 10;

  @Test
  void every_step_is_told_in_german() {
    Set<String> missing = new TreeSet<>();
    for (Step step : Steps.all()) {
      Declaration declaration = step.declaration();
      missing(ProblemTexts.STEP, declaration.title(), missing);
      missing(ProblemTexts.STEP, declaration.doc(), missing);
      for (Parameter parameter : declaration.parameters()) {
        missing(ProblemTexts.STEP, parameter.doc(), missing);
      }
      for (Example example : declaration.examples()) {
        String error = example.error();
        if (error != null) {
          missing(ProblemTexts.RECORD, error, missing);
        }
      }
    }
    assertThat(missing).as("to be said in German in steps_de.txt").hasSizeLessThan(FORGIVEN);
  }

  /** What the YAML pane says beside the keys and values that it offers. */
  @Test
  void every_key_of_a_mapping_file_is_told_in_german() {
    Set<String> missing = new TreeSet<>();
    for (String kind : List.of("mapping", "overlay")) {
      DESCRIPTION
          .matcher(PublishedSchemas.text(kind))
          .results()
          .map(r -> r.group(1).replace("\\\\", "\\"))
          .filter(words -> GERMAN.said(ProblemTexts.KEY, words).isEmpty())
          .filter(words -> GERMAN.said(ProblemTexts.STEP, words).isEmpty())
          .forEach(missing::add);
    }
    assertThat(missing).as("to be said in German in keys_de.txt").hasSizeLessThan(FORGIVEN);
    assertThat(Texts.load(Locale.GERMANY).key("Source path.")).isEqualTo("Pfad der Quelle.");
  }

  private static void missing(String section, String sentence, Set<String> missing) {
    if (GERMAN.said(section, sentence).isEmpty()) {
      missing.add("[" + section + "] " + sentence);
    }
  }

  @Test
  void what_is_said_of_values_is_in_the_list() throws IOException {
    String known =
        GERMAN.lines().stream()
            .map(line -> String.join("\u0000", line.english().literals()))
            .collect(Collectors.joining("\u0000"));
    String steps = SourceTexts.steps();
    Set<String> missing = new TreeSet<>();
    Matcher said = SAID.matcher(steps);
    while (said.find()) {
      SourceTexts.pieces(SourceTexts.call(steps, said.start()))
          .map(String::strip)
          .filter(p -> p.length() >= TELLING && p.indexOf(' ') > 0 && !known.contains(p))
          .forEach(missing::add);
    }
    assertThat(missing).as("to be said in German in steps_de.txt").hasSizeLessThan(FORGIVEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          '12' is not a date: it does not fit iso. It became null. | „12“ ist kein Datum: Es passt nicht zu iso. Er wurde null.
          'x' is not a number: 'x' is not a digit. The default stands in. | „x“ ist keine Zahl: „x“ ist keine Ziffer. Die Vorgabe tritt an seine Stelle.
          12.5 is not an e-mail address: there is no @ in it. | 12.5 ist keine E-Mail-Adresse: Darin steht kein @.
          'it's so' is not in the value map. | „it's so“ steht nicht in der Wertetabelle.
          an object with 2 keys came to the step 'upper', which works on text. | Ein Objekt mit 2 Schlüsseln kam zum Schritt „upper“, der Text braucht.
          'a' is not a phone number. | „a“ ist keine Telefonnummer.
          Something else. | Something else.
          """)
  void says_in_german_what_is_wrong_with_a_value(String english, String german) {
    assertThat(Texts.load(Locale.GERMANY).record(english)).isEqualTo(german);
    assertThat(Texts.load(Locale.ENGLISH).record(english)).isEqualTo(english);
  }
}
