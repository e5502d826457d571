package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything, with the same arguments, and no text is there for nothing. */
class TextsTest {
  private static final String BUNDLE = "/dev/crosswalk/assets/studio/texts";
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ASKED =
      Pattern.compile("\\btexts(?:\\(\\))?\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

  /** What is shown or said at once, with a literal in the place of a text. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\b(?:new (?:Label|Button|Tooltip|CheckBox|RadioButton|ToggleButton|Hyperlink|MenuButton"
              + "|MenuItem|Text|Tab|TitledPane)|set(?:Prompt|Accessible|Header|Content)?Text"
              + "|setAccessibleHelp|setTitle|(?:Nodes|Inputs)\\.\\w+|notifications\\(\\)\\.\\w+)"
              + "\\(\\s*\"([^\"\n]*[A-Za-z]{2}[^\"\n]*)\"");

  /** Names of icons, addresses, and a name as people give to an object. */
  private static final Pattern NO_TEXT = Pattern.compile("mdi2\\S+|https?://\\S+|person");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  private static Properties texts(String suffix) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream(BUNDLE + suffix + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/crosswalk/app/studio"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void german_says_everything_that_english_says_with_the_same_arguments() throws IOException {
    Properties english = texts("");
    Properties german = texts("_de");
    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(found(ARGUMENT, german.getProperty(key)))
          .as(key)
          .isEqualTo(found(ARGUMENT, english.getProperty(key)));
      assertThat(german.getProperty(key)).as(key).isNotBlank();
    }
  }

  /** Where a sentence begins, "Sie" may be "they": only what stands within one is looked at. */
  @Test
  void german_says_du_throughout() throws IOException {
    Pattern formal = Pattern.compile("[\\wäöüß,] (Sie|Ihre?[mnrs]?|Ihnen)\\b");
    Properties german = texts("_de");
    assertThat(german.stringPropertyNames())
        .allSatisfy(
            key -> assertThat(formal.matcher(german.getProperty(key)).find()).as(key).isFalse());
  }

  @Test
  void every_text_asked_for_is_there_and_every_text_there_is_asked_for() throws IOException {
    Set<String> keys = texts("").stringPropertyNames();
    String sources = sources();
    assertThat(keys).containsAll(found(ASKED, sources));
    Set<String> literals = found(LITERAL, sources);
    List<String> starts = literals.stream().filter(l -> l.endsWith(".")).toList();
    assertThat(keys)
        .allSatisfy(key ->
            assertThat(
                    literals.contains(key)
                        || starts.stream().anyMatch(key::startsWith)
                        || Stream.of("Text", "Next")
                            .anyMatch(end ->
                                key.endsWith(end)
                                    && literals.contains(
                                        key.substring(0, key.length() - end.length()))))
                .as("%s is asked for somewhere", key)
                .isTrue());
  }

  @Test
  void no_text_stands_in_the_code() throws IOException {
    Set<String> shown = found(SHOWN, sources());
    assertThat(shown).anyMatch(s -> s.startsWith("mdi2"));
    shown.removeIf(s -> NO_TEXT.matcher(s).matches());
    assertThat(shown).as("to be moved to texts.properties").isEmpty();
  }

  @Test
  void every_text_with_arguments_can_be_filled_in_and_keeps_its_apostrophes() throws IOException {
    for (String suffix : List.of("", "_de")) {
      Properties texts = texts(suffix);
      for (String key : texts.stringPropertyNames()) {
        String text = texts.getProperty(key);
        Matcher argument = ARGUMENT.matcher(text);
        if (argument.find()) {
          String filled =
              new MessageFormat(text, Locale.GERMAN).format(new Object[] {1, 1, 1, 1, 1});
          assertThat(filled).as(key).doesNotContain("{").doesNotContain("}");
        } else {
          assertThat(text).as("%s%s takes no arguments", key, suffix).doesNotContain("''");
        }
      }
    }
  }

  @Test
  void a_language_that_is_not_there_is_english_whatever_the_machine_speaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Texts.load(Locale.JAPAN).of("dialog.cancel")).isEqualTo("Cancel");
      assertThat(Texts.load(Locale.GERMANY).of("dialog.cancel")).isEqualTo("Abbrechen");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_chosen_language_keeps_the_systems_region_and_each_has_texts_of_its_own() {
    assertThat(Texts.chosen("", Locale.FRANCE)).isEqualTo(Locale.FRANCE);
    assertThat(Texts.chosen("en", Locale.UK)).isEqualTo(Locale.UK);
    assertThat(Texts.chosen("de", Locale.US)).isEqualTo(Locale.of("de", "US"));
    assertThat(Texts.LANGUAGES)
        .extracting(l -> Texts.load(Texts.chosen(l, Locale.FRANCE)).of("dialog.cancel"))
        .containsExactly("Cancel", "Abbrechen");
  }
}
