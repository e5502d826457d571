package dev.crosswalk.app.studio.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: what goes wrong is told in the words of its button, in the language of the window. */
class FaultsBoxTest {
  @ParameterizedTest
  @CsvSource({
    "throttle=5, Zu viele Anfragen (5)",
    "throttle 3, Zu viele Anfragen (3)",
    "html 1, Webseite statt Daten",
    "slowMillis 800, Langsame Antworten",
    "maintenance, Wartung",
    "rotate 1, Refresh-Token wechselt",
    "forbid Contact, Kein Recht auf Personen (Contact)",
    "hide Account.Name, hide Account.Name"
  })
  void faults_are_told_in_words(String fault, String words) {
    assertThat(FaultsBox.words(Texts.load(Locale.GERMANY), fault)).isEqualTo(words);
  }
}
