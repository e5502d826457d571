package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: what is read, how errors are placed, and how an edit looks in the file. */
class YamlDocumentTest {

  private static final String FILE =
      """
      # a mapping
      source: { system: salesforce, object: 'Contact' }  # the CRM
      fields:

        email:
          from: Email   # the work address
          use: [trim]
        # about names
        name:
          from:
            - FirstName
            - LastName
      unknown: kept
      """;

  private static YamlDocument read(String text) {
    return YamlDocument.parse(text, "m.yaml");
  }

  @Test
  void readsYaml12() {
    assertThat(read("a: on\nb: 010\nc: 1.50\nd: 0x1F\ne:\nf: '1'\ng: 12:30\nh: TRUE\n1: one").map())
        .containsEntry("a", "on")
        .containsEntry("b", 10L)
        .containsEntry("c", new BigDecimal("1.50"))
        .containsEntry("d", 31L)
        .containsEntry("e", null)
        .containsEntry("f", "1")
        .containsEntry("g", "12:30")
        .containsEntry("h", true)
        .containsEntry("1", "one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\n\\tb: 2|2|1|tab",
        "a: 1\\n  b: 2|2|4|second colon",
        "a:\\n   b: 1\\n  c: 2|3|3|indentation",
        "a: [1, 2|1|4|bracket",
        "a: \"open|1|4|quote",
        "a: &x 1\\nb: *x|1|4|anchor",
        "a: 1\\nb: *x|2|4|alias",
        "a: !!java.net.URL [http://x]|1|4|tag",
        "a: 1\\nb: 2\\na: 3|3|1|second time",
        "a: 1\\n---\\nb: 2|2|1|second document",
        "? a\\n: 1|1|3|question mark",
        "? {a: 1}\\n: 1|1|3|must be text",
      })
  void placesErrors(String text, int line, int column, String what) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("\\t", "\t")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().what()).containsIgnoringCase(what);
              assertThat(e.problem().next()).isNotEmpty();
              Place place = e.problem().place();
              assertThat(place.toString()).isEqualTo("m.yaml:" + line + ":" + column);
            });
  }

  @Test
  void hostileFilesCostLittle() {
    String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThatThrownBy(() -> read(bomb)).hasMessageContaining("anchor");
          assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageContaining("100 levels");
          assertThatThrownBy(() -> read("{a: ".repeat(5_000))).hasMessageContaining("100 levels");
          assertThatThrownBy(() -> read("a: " + "x".repeat(1_000_001)))
              .hasMessageContaining("at most 1000000");
          assertThat(read("a: " + "9".repeat(300_000)).map().get("a")).isInstanceOf(String.class);
          assertThat(read("a: 1e999999999").map().get("a")).isInstanceOf(BigDecimal.class);
          assertThatThrownBy(() -> read("a: \u0000")).isInstanceOf(ProblemException.class);
        });
  }

  @Test
  void findsValuesWithTheirLines() {
    YamlSpot spot = read(FILE).at(List.of("fields", "name")).orElseThrow();

    assertThat(spot.key().toString()).isEqualTo("m.yaml:9:3");
    assertThat(spot.firstLine()).isEqualTo(9);
    assertThat(spot.lastLine()).isEqualTo(12);
    assertThat(read(FILE).at(List.of("fields", "name", "from", "1")).orElseThrow().value())
        .isEqualTo("LastName");
    assertThat(read(FILE).place(List.of("fields", "email", "nothing")).toString())
        .isEqualTo("m.yaml:5:3");
  }

  @Test
  void editsOnlyWhatIsEdited() {
    YamlDocument document =
        read(FILE)
            .set(List.of("source", "object"), "Lead")
            .set(List.of("source", "module"), "crm")
            .set(List.of("fields", "email", "from"), "Work_Email__c")
            .set(List.of("fields", "name", "from"), List.of("Name", "yes"))
            .set(List.of("fields", "phone", "from"), "Phone")
            .set(List.of("fields", "country"), Map.of("constant", "1"));

    assertThat(document.text())
        .isEqualTo(
            """
            # a mapping
            source: { system: salesforce, object: 'Lead', module: crm }  # the CRM
            fields:
              country: { constant: "1" }

              email:
                from: Work_Email__c   # the work address
                use: [trim]
              # about names
              name:
                from:
                  - Name
                  - "yes"
              phone: { from: Phone }
            unknown: kept
            """);
  }

  @Test
  void removesWholeEntries() {
    YamlDocument document =
        read(FILE)
            .remove(List.of("fields", "email", "use"))
            .remove(List.of("source", "object"))
            .remove(List.of("fields", "name"))
            .remove(List.of("nothing"));

    assertThat(document.text())
        .isEqualTo(
            """
            # a mapping
            source: { system: salesforce }  # the CRM
            fields:

              email:
                from: Email   # the work address
              # about names
            unknown: kept
            """);
  }

  @Test
  void changesBetweenOneLineAndSeveralKeepTheComment() {
    YamlDocument document = read("a: 1 # one\nb:  # two\n  - x\nc: 3");

    YamlDocument swapped =
        document.set(List.of("a"), "x\ny").set(List.of("b"), 2).set(List.of("c"), List.of());

    assertThat(swapped.text()).isEqualTo("a: |- # one\n  x\n  y\nb: 2  # two\nc: []");
    assertThat(swapped.map()).isEqualTo(Map.of("a", "x\ny", "b", 2L, "c", List.of()));
  }

  @Test
  void keepsTheFilesLineEnds() {
    assertThat(read("a: 1\r\nb: 2\r\n").set(List.of("aa", "k"), "x\ny").text())
        .isEqualTo("a: 1\r\naa:\r\n  k: |-\r\n    x\r\n    y\r\nb: 2\r\n");
    assertThat(read("\uFEFFa: 1").set(List.of("b"), 2).text()).isEqualTo("\uFEFFa: 1\nb: 2");
    assertThat(read("# only a comment").set(List.of("b"), 2).text())
        .isEqualTo("# only a comment\nb: 2\n");
  }

  @Test
  void aBlankLineAfterABlockStaysWhereAnEntryIsTakenAwayInAWindowsFile() {
    assertThat(read("a: |\r\n  x\r\nb: 1\r\n\r\n").remove(List.of("b")).text())
        .isEqualTo("a: |\r\n  x\r\n\r\n");
  }

  @Test
  void writesInTheStyleOfTheHouse() {
    assertThat(
            YamlWriter.write(
                Map.of("use", List.of("trim", Map.of("join", Map.of("separator", " ")))),
                YamlLayout.PLAIN))
        .isEqualTo("use: [trim, { join: { separator: \" \" } }]\n");
    assertThat(YamlWriter.write(Map.of("a", Arrays.asList(null, "no", "2026-11-21")), path -> true))
        .isEqualTo("a:\n  - null\n  - \"no\"\n  - \"2026-11-21\"\n");
  }

  @Test
  void anEditOfALargeFileIsFast() {
    StringBuilder text = new StringBuilder("format: crosswalk/v1\nfields:\n");
    for (int i = 10_000; i < 15_000; i++) {
      text.append("  field_").append(i).append(":\n    from: Source_").append(i);
      text.append("\n    use: [trim, { phone: { format: E164 } }]\n");
      text.append("    origin: { by: suggestion, score: 0.97, why: name+values }\n");
    }
    YamlDocument document = YamlDocument.parse(text.toString(), "big.yaml");
    // Processor time: the machine may be busy with other things.
    var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 30; i++) {
      long start = cpu.getCurrentThreadCpuTime();
      document = document.set(List.of("fields", "field_1200" + i % 10, "from"), "X" + i);
      document = document.set(List.of("fields", "new_" + i), Map.of("from", "Y"));
      best = Math.min(best, cpu.getCurrentThreadCpuTime() - start);
    }
    long reading = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = cpu.getCurrentThreadCpuTime();
      YamlDocument.parse(document.text(), "big.yaml");
      reading = Math.min(reading, cpu.getCurrentThreadCpuTime() - start);
    }
    assertThat(best).as("two edits cost less than reading the file anew").isLessThan(reading);
  }
}
