package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Problems are said in German whole or not at all, and none is forgotten: the sentences of the
 * engine, the connectors and the window are read from their sources and compared with the list.
 */
class ProblemTextsTest {
  private static final ProblemTexts GERMAN = ProblemTexts.load(Locale.GERMANY);
  private static final Pattern MADE =
      Pattern.compile("Problem\\s*\\.(?:error|warning|info)\\(\\s*\"([A-Za-z0-9-]+)\",");
  private static final Pattern SHORT_WORD = Pattern.compile("\\w{0,3}");

  /**
   * A sentence that was reworded is shown in English until somebody says it in German: that may
   * wait for a few, so that who mends a word need not know German.
   */
  private static final int FORGIVEN = 12;

  /** What the library for expressions says of them, which is not in our sources. */
  private static final String JSONATA_SAYS =
      """
      Syntax error: , Expected , got , before end of expression, Unexpected end of expression
      Unexpected token: , Unknown operator: , Number out of range:\s
      The symbol , cannot be used as a unary operator
      """;

  /** Shorter pieces of a sentence say little of whether it is in the list. */
  private static final int TELLING = 12;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          remote-unauthenticated | Salesforce (connection 'acme') refused the login: Bad (key). | Salesforce (Verbindung „acme“) hat die Anmeldung abgelehnt: Bad (key).
          remote-unauthenticated | Salesforce (connection 'acme') refused the login (status 401). | Salesforce (Verbindung „acme“) hat die Anmeldung abgelehnt (Status 401).
          remote-forbidden | Odoo (connection 'acme') does not let this user describe res.partner: no: way. | Odoo (Verbindung „acme“) lässt diesen Benutzer nicht: res.partner beschreiben: no: way.
          remote-vendor-error | Custom objects are not listed. HubSpot (connection 'a') failed on its own side to list objects (status 500). | Eigene Objekte fehlen in der Liste. HubSpot (Verbindung „a“) ist auf der eigenen Seite gescheitert: Objekte auflisten (Status 500).
          FM102 | For contoso: Target 'tier': the source object 'Account' has no field 'Tier__c'. | Für contoso: Ziel „tier“: Das Quellobjekt „Account“ hat kein Feld „Tier__c“.
          type | Target 'x': the step 'upper' works on text or list, and gets number. | Ziel „x“: Der Schritt „upper“ braucht Text oder eine Liste und bekommt eine Zahl.
          """)
  void says_a_problem_in_german(String code, String english, String german) {
    assertThat(GERMAN.of(Problem.error(code, null, english, "")).what()).isEqualTo(german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          For contoso: tier now comes from A and B (before: C). | Für contoso: tier kommt aus A und B jetzt (vorher: C).
          email is new: it comes from Email through trim, email. | email ist neu: Es kommt aus Email über trim, email.
          tier: the value "Gold, or so" now becomes "gold" (before: empty). | tier: Der Wert „Gold, or so“ wird jetzt zu „gold“ (vorher: leer).
          For x, the reviewed schema: A.b changed: type from string to text, values from a, b to c. | Für x, das durchgesehene Schema: A.b ist anders: Typ von string zu text, Werte von a, b zu c.
          New mapping from salesforce Account to acme company with 1 field. | Neues Mapping von salesforce Account nach acme company mit 1 Feld.
          Something else. | Something else.
          """)
  void says_in_german_what_changed(String english, String german) {
    assertThat(Texts.load(Locale.GERMANY).change(english)).isEqualTo(german);
    assertThat(Texts.load(Locale.ENGLISH).change(english)).isEqualTo(english);
  }

  @Test
  void german_has_the_parts_of_the_english_sentence() {
    assertThat(GERMAN.lines())
        .allSatisfy(line ->
            assertThat(line.other().parts())
                .as(line.toString())
                .containsOnlyOnceElementsOf(Set.copyOf(line.english().parts()))
                .hasSameSizeAs(Set.copyOf(line.english().parts())));
  }

  @Test
  void a_problem_of_which_a_part_is_unknown_stays_english_as_a_whole() {
    Problem half =
        Problem.error("FM102", null, "Target 'a': the source object 'b' has no field 'c'.", "Hm.");
    Problem inside =
        Problem.error(
            "remote-forbidden",
            null,
            "X (connection 'a') does not let this user juggle (status 403).",
            "Ask the admin for the permission, or sign in as another user.");
    assertThat(GERMAN.of(half)).isEqualTo(half);
    assertThat(GERMAN.of(inside)).isEqualTo(inside);
  }

  @Test
  void english_and_other_languages_keep_the_problem() {
    Problem problem = Problem.error("file-missing", null, "The file does not exist.", "Check it.");
    assertThat(ProblemTexts.load(Locale.ENGLISH).of(problem)).isSameAs(problem);
    assertThat(ProblemTexts.load(Locale.JAPAN).of(problem)).isSameAs(problem);
  }

  @Test
  void every_code_has_german_sentences_or_is_english_on_purpose() throws IOException {
    Set<String> made = new TreeSet<>();
    MADE.matcher(SourceTexts.java()).results().forEach(r -> made.add(r.group(1)));
    for (FailureKind kind : FailureKind.values()) {
      made.add("remote-" + kind.word());
    }
    made.removeAll(GERMAN.codes());
    made.removeAll(GERMAN.kept());
    assertThat(made)
        .as("codes to give German sentences, or to put under [english], in problems_de.txt")
        .isEmpty();
    assertThat(GERMAN.kept()).doesNotContainAnyElementsOf(GERMAN.codes());
  }

  /** Sentences that were changed in the source, or added to a code, are missed in the list here. */
  @Test
  void every_sentence_of_a_german_code_is_in_the_list() throws IOException {
    String known =
        GERMAN.lines().stream()
            .map(line -> String.join("\u0000", line.english().literals()))
            .collect(Collectors.joining("\u0000"));
    Set<String> missing = new TreeSet<>();
    String sources = SourceTexts.java();
    Matcher made = MADE.matcher(sources);
    while (made.find()) {
      if (GERMAN.codes().contains(made.group(1))) {
        SourceTexts.pieces(SourceTexts.call(sources, made.start()))
            .map(String::strip)
            .filter(p -> p.length() >= TELLING && p.indexOf(' ') > 0 && !known.contains(p))
            .filter(p -> GERMAN.kept().stream().noneMatch(k -> k.contains(p)))
            .forEach(p -> missing.add(made.group(1) + ": " + p));
      }
    }
    assertThat(missing).hasSizeLessThan(FORGIVEN);
  }

  @Test
  void every_sentence_of_the_list_is_still_said() throws IOException {
    String sources =
        (SourceTexts.java() + SourceTexts.definitions() + SourceTexts.schemas() + JSONATA_SAYS)
            .replace("\\\"", "\"")
            .replace("\\\\", "\\");
    Set<String> pieces =
        SourceTexts.pieces(SourceTexts.java())
            .filter(p -> !SHORT_WORD.matcher(p).matches())
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> unsaid = new TreeSet<>();
    for (ProblemTexts.Line line : GERMAN.lines()) {
      line.english().literals().stream()
          .filter(l -> l.strip().indexOf(' ') > 0)
          .filter(l -> !madeOf(l, pieces) && !sources.contains(l) && !sources.contains(upper(l)))
          .forEach(unsaid::add);
    }
    assertThat(unsaid).hasSizeLessThan(FORGIVEN);
  }

  private static String upper(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Whether a text is some of the pieces in a row, as sentences are put together in the code. */
  private static boolean madeOf(String text, Set<String> pieces) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < text.length(); i++) {
      for (int j = i + 1; reached[i] && j <= text.length(); j++) {
        reached[j] |= pieces.contains(text.substring(i, j));
      }
    }
    return reached[text.length()];
  }
}
