package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.DefinitionLoader;
import dev.crosswalk.connectors.definition.ShippedDefinitions;
import dev.crosswalk.engine.problem.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The forms of all shipped connectors are there in German. */
class FormTextsTest {
  private static final ProblemTexts GERMAN = ProblemTexts.load(Locale.GERMANY);

  /** Who adds a connector need not know German: its form is English until somebody says it. */
  private static final int FORGIVEN = 24;

  @Test
  void every_label_and_hint_of_a_shipped_form_is_there_in_german() {
    Set<String> missing = new TreeSet<>();
    for (String id : ShippedDefinitions.ids()) {
      ConnectorInfo connector =
          new DefinitionLoader()
              .load(ShippedDefinitions.of(id).orElseThrow(), id + ".yaml", true)
              .info();
      for (ConnectorInfo.Auth way : connector.auths()) {
        missing(id, way.label(), missing);
      }
      for (ConnectorInfo.Input input : connector.inputs()) {
        missing(id, input.label(), missing);
        String help = input.help();
        if (help != null) {
          missing(id, help, missing);
        }
        input.presets().keySet().forEach(label -> missing(id, label, missing));
      }
    }
    assertThat(missing).as("to be said in German in forms_de.txt").hasSizeLessThan(FORGIVEN);
  }

  private static void missing(String id, String words, Set<String> missing) {
    if (GERMAN.said(ProblemTexts.FORM, words).isEmpty()) {
      missing.add(id + ": " + words);
    }
  }

  @Test
  void a_problem_with_an_input_names_it_as_the_form_does() {
    Problem missing =
        Problem.error(
            "connection-input",
            null,
            "'Password' (password) is missing for connection 'acme'.",
            "Give it with --set password=…, or in Connections.");
    assertThat(GERMAN.of(missing).what())
        .isEqualTo("„Passwort“ (password) fehlt für die Verbindung „acme“.");
    Problem own =
        Problem.error(
            "connection-input",
            null,
            "'Shoe size' (shoe) is missing for connection 'acme'.",
            "Give it with --set shoe=…, or in Connections.");
    assertThat(GERMAN.of(own).what())
        .isEqualTo("„Shoe size“ (shoe) fehlt für die Verbindung „acme“.");
  }
}
