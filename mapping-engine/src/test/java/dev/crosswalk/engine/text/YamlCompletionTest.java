package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.text.YamlCompletion.Completion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Protects: what is offered while a mapping file is typed may really stand at the caret. */
class YamlCompletionTest {
  private static final String FILE =
      """
      format: crosswalk/v1
      kind: Mapping
      source: { system: salesforce, object: Contact }
      direction: read
      fields:
        email:
          from: Email
          use:
            - trim
            - date: { to: date }
          values:
            other: keep
        phone:
          from: Phone
      """;

  private final YamlCompletion completion =
      new YamlCompletion(
          "mapping",
          new YamlCompletion.Names() {
            @Override
            public List<Option> keys(List<String> path) {
              return path.equals(List.of("fields"))
                  ? List.of(
                      new Option("email", ""), new Option("phone", ""), new Option("tier", ""))
                  : path.size() == 4 && path.getLast().equals("date")
                      ? List.of(new Option("format", ""), new Option("to", ""))
                      : List.of();
            }

            @Override
            public List<Option> values(List<String> path) {
              return path.getLast().equals("from")
                  ? List.of(new Option("Email", ""), new Option("Phone", ""))
                  : List.of();
            }
          });

  /** What is offered where a bar stands in place of what follows it on its line. */
  private List<String> at(String text) {
    int caret = text.indexOf('|');
    Completion found = completion.at(text.replace("|", ""), caret);
    return found.options().stream().map(Option::text).toList();
  }

  @Test
  void theKeysOfTheFileAreOfferedAndThoseThatAreThereAreNot() {
    assertThat(at("|\n" + FILE)).contains("title", "defaults").doesNotContain("kind", "fields");
    assertThat(at(FILE + "de|")).containsExactly("defaults");
  }

  @Test
  void keysOfAFieldComeFromTheSchemaBehindItsReference() {
    assertThat(at(FILE + "    |")).contains("use", "values", "default").doesNotContain("from");
    assertThat(at(FILE + "    wh|")).containsExactly("when");
  }

  @Test
  void targetsAndSourcesComeFromTheCaller() {
    assertThat(at(FILE + "  |")).containsExactly("tier");
    assertThat(at(FILE + "  tier:\n    from: |")).containsExactly("Email", "Phone");
    assertThat(at(FILE + "  tier:\n    from: [Email, Ph|")).containsExactly("Phone");
    assertThat(at(FILE + "  tier: { from: Em|")).containsExactly("Email");
  }

  @Test
  void wordsOfAListAreOfferedAsValues() {
    assertThat(at("direction: |")).containsExactly("read", "write", "both");
    assertThat(at(FILE + "  tier:\n    values:\n      other: |")).contains("keep", "reject");
  }

  @Test
  void stepsAndTheirParametersAreOffered() {
    assertThat(at(FILE + "  tier:\n    use:\n      - tri|")).startsWith("trim");
    assertThat(at(FILE + "  tier:\n    use: [tri|")).startsWith("trim");
    assertThat(at(FILE + "  tier:\n    use:\n      - date: { f|")).contains("format");
    assertThat(at(FILE + "  tier:\n    use:\n      - date:\n          t|")).contains("to");
  }

  @Test
  void mapsAndListsInBracketsMayRunOverLines() {
    assertThat(at(FILE + "  tier: {\n    from: Em|")).containsExactly("Email");
    assertThat(at(FILE + "  tier:\n    from: [\n      Email, # the first\n      Ph|"))
        .containsExactly("Phone");
    assertThat(at(FILE + "  tier: { from: Email,\n    us|"))
        .startsWith("use")
        .doesNotContain("from");
    assertThat(at(FILE + "  tier:\n    use:\n      - date: {\n          f|")).contains("format");
    assertThat(at(FILE + "  tier: {\n    from: Email\n  }\n  |"))
        .as("brackets that are closed are over")
        .isEmpty();
  }

  @Test
  void nothingIsOfferedInATextOfSeveralLines() {
    String bar = FILE + "note: |-\n  de";
    assertThat(completion.at(bar, bar.length()).options()).isEmpty();
    assertThat(at(FILE + "note: >\n  first: line\n    de|")).isEmpty();
    assertThat(at(FILE + "note: >-\n  first\nde|")).containsExactly("defaults");
  }

  @Test
  void theWordBeforeTheCaretIsWhatIsReplaced() {
    String text = FILE + "direction: wr";
    Completion found = completion.at(text, text.length());
    assertThat(found.from()).isEqualTo(text.length() - 2);
    assertThat(found.options()).extracting(Option::text).containsExactly("write");
  }

  @Property(tries = 300)
  void anyPlaceOfAnyHalfTypedTextIsAnswered(
      @ForAll @IntRange(max = 220) int cut, @ForAll @IntRange(max = 220) int caret) {
    String text = FILE.substring(0, Math.min(cut, FILE.length())) + "{ [\"'- :";
    Completion found = completion.at(text, Math.min(caret, text.length()));
    assertThat(found.from()).isBetween(0, Math.min(caret, text.length()));
  }
}
