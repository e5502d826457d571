package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.MappingEdit.Composite;
import dev.crosswalk.engine.mapping.MappingEdit.Ignore;
import dev.crosswalk.engine.mapping.MappingEdit.Reject;
import dev.crosswalk.engine.mapping.MappingEdit.RemoveField;
import dev.crosswalk.engine.mapping.MappingEdit.ReplaceText;
import dev.crosswalk.engine.mapping.MappingEdit.SetField;
import dev.crosswalk.engine.mapping.MappingEdit.SetKey;
import dev.crosswalk.engine.mapping.MappingEdit.Unignore;
import dev.crosswalk.engine.mapping.MappingEdit.Unreject;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: the mapping file means what the design says, and edits keep what is not edited. */
class MappingDocumentTest {

  static final String FILE =
      """
      # yaml-language-server: $schema=https://crosswalk.dev/schema/v1/mapping.json
      format: crosswalk/v1
      kind: Mapping
      id: salesforce-lead-to-prospect
      title: Salesforce lead → prospect
      source: { system: salesforce, object: Lead, fingerprint: "sha256:0123456789ab" }
      target: { system: acme, object: prospect }
      defaults: { onMissing: omit, onError: reject, timezone: UTC, region: GB }
      fields:                       # one target, one key
        email:
          from: Email
          use: [trim, email]
          origin: { by: suggestion, score: 0.97, why: name+values }
        grade:
          from: Rating__c
          values: { map: { Hot: a, "No": b }, other: { set: none, warn: true } }
        name:
          from: [FirstName, LastName]
          use: [{ join: { separator: " " } }]
        notes:
          ask: Which field holds the notes?      # answered by each customer
          suggest: Description
        phone:
          from: Phone
          use: [{ phone: { format: E164, onInvalid: keep } }]
      rejected:
        region: [Old_Region__c]
      ignored:
        Jigsaw: no longer used
      """;

  private static MappingDocument document() {
    return MappingDocument.parse(FILE, "m.yaml");
  }

  private static FieldMapping from(String path) {
    return FieldMapping.of(From.of(path));
  }

  private static FieldMapping suggested(String path) {
    return from(path)
        .withUse(List.of(StepCall.of("trim")))
        .withOrigin(new Origin("suggestion", 0.9, null));
  }

  @Test
  void readsWhatTheFileSays() {
    MappingDocument document = document();

    assertThat(document.problems()).isEmpty();
    Mapping mapping = document.mapping().orElseThrow();
    assertThat(mapping.source().fingerprint()).isEqualTo("sha256:0123456789ab");
    assertThat(mapping.fields().get("name").sources()).containsExactly("FirstName", "LastName");
    assertThat(mapping.fields().get("name").use())
        .containsExactly(new StepCall("join", Map.of("separator", " ")));
    assertThat(mapping.fields().get("notes").input())
        .isEqualTo(new Ask("Which field holds the notes?", "Description"));
    assertThat(mapping.fields().get("email").origin())
        .isEqualTo(new Origin("suggestion", 0.97, "name+values"));
    assertThat(mapping.fields().get("grade").values().other()).isEqualTo(new SetOther("none"));
    assertThat(mapping.rejected()).containsEntry("region", List.of("Old_Region__c"));
    assertThat(document.place("grade").line()).isEqualTo(15);
  }

  @Test
  void savesTheSameBytesAndWritesWhatItReads() {
    Mapping mapping = document().mapping().orElseThrow();

    assertThat(document().text()).isEqualTo(FILE);
    MappingDocument written = MappingDocument.create(mapping, "n.yaml");
    assertThat(written.mapping()).contains(mapping);
    assertThat(written.problems()).isEmpty();
    assertThat(written.text()).contains("\n    use: [{ join: { separator: \" \" } }]\n");
    assertThat(written.text()).contains("fingerprint: \"sha256:0123456789ab\" }\n");
  }

  @Test
  void aNewMappingGetsEachTargetAsItsOwnBlock() {
    Mapping empty =
        new Mapping(
            "lead-to-prospect",
            null,
            null,
            new Mapping.Endpoint("salesforce", null, "Lead", null),
            new Mapping.Endpoint("acme", null, "prospect", null),
            Mapping.Direction.READ,
            Mapping.Defaults.STANDARD,
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    MappingEditor editor = new MappingEditor(MappingDocument.create(empty, "new.yaml"));
    String start = editor.document().text();
    assertThat(start).endsWith("\nfields: {}\n");
    String head = start.substring(0, start.indexOf("fields:"));

    editor.apply(new SetField("email", suggested("Email")));
    editor.apply(new RemoveField("email"));
    assertThat(editor.document().text()).isEqualTo(start);
    editor.apply(new SetField("email", suggested("Email")));
    editor.apply(new SetField("city", from("City")));
    editor.apply(new Reject("phone", "Fax"));
    editor.apply(new Ignore("Jigsaw", "no longer used"));

    assertThat(editor.document().text())
        .isEqualTo(
            head
                + """
                fields:
                  city:
                    from: City
                  email:
                    from: Email
                    use: [trim]
                    origin: { by: suggestion, score: 0.90 }
                rejected:
                  phone: [Fax]
                ignored:
                  Jigsaw: no longer used
                """);
  }

  @Test
  void emptyMapsOfAPersonBecomeBlocksAndFullOnesStayInBraces() {
    String head = FILE.substring(0, FILE.indexOf("fields:"));
    MappingDocument empty =
        MappingDocument.parse(
            head + "fields: {}   # none yet\nrejected: {}\nignored: {}\n", "m.yaml");
    MappingDocument braces =
        MappingDocument.parse(head + "fields: { email: { from: Email } }\n", "m.yaml");

    Composite edits =
        new Composite(
            "Three",
            List.of(
                new SetField("city", from("City")), new Reject("a", "B"), new Ignore("X", "old")));

    assertThat(edits.apply(empty).text())
        .isEqualTo(
            head
                + "fields:   # none yet\n  city:\n    from: City\n"
                + "rejected:\n  a: [B]\nignored:\n  X: old\n");
    assertThat(new SetField("city", from("City")).apply(braces).text())
        .isEqualTo(head + "fields: { city: { from: City }, email: { from: Email } }\n");
  }

  @Test
  void editsChangeTheirOwnLinesAndUndoRestoresTheBytes() {
    MappingEditor editor = new MappingEditor(document());

    editor.apply(new SetField("tier", suggested("Acct_Tier__c")));
    editor.apply(new SetField("notes", from("Description")));
    editor.apply(new RemoveField("phone"));
    editor.apply(new Unreject("region", "Old_Region__c"));
    editor.apply(new Reject("tier", "Other__c"));
    editor.apply(new Unignore("Jigsaw"));
    editor.apply(new SetKey(List.of("email")));

    String text = editor.document().text();
    assertThat(text)
        .contains(
            """
              notes:
                from: Description
              tier:
                from: Acct_Tier__c
                use: [trim]
                origin: { by: suggestion, score: 0.90 }
            rejected:
              tier: [Other__c]
            """)
        .contains("region: GB }\nkey: email\nfields:                       # one target, one key")
        .doesNotContain("phone", "ignored", "Jigsaw");
    assertThat(editor.document().mapping().orElseThrow().key()).containsExactly("email");
    assertThat(editor.undoName()).contains("Match records by email");
    assertThat(editor.dirty()).isTrue();
    for (int i = 0; i < 7; i++) {
      editor.undo();
    }
    assertThat(editor.document().text()).isEqualTo(FILE);
    assertThat(editor.redoName()).contains("Accept tier ← Acct_Tier__c");
    assertThat(editor.dirty()).isFalse();
    for (int i = 0; i < 7; i++) {
      editor.redo();
    }
    assertThat(editor.document().text()).isEqualTo(text);
  }

  @Test
  void severalEditsAreOneStep() {
    MappingEditor editor = new MappingEditor(document());
    List<String> heard = new ArrayList<>();
    Runnable silence = editor.listen(() -> heard.add(editor.undoName().orElse("")));

    editor.apply(
        new Composite(
            "Accept 2 suggestions",
            List.of(new SetField("a", from("A")), new SetField("b", from("B")))));
    silence.run();
    editor.apply(new Ignore("X", "not needed: yes"));

    assertThat(heard).containsExactly("Accept 2 suggestions");
    assertThat(editor.document().mapping().orElseThrow().fields()).containsKeys("a", "b");
    assertThat(editor.revision()).isEqualTo(2);
    editor.undo();
    editor.undo();
    assertThat(editor.document().text()).isEqualTo(FILE);
  }

  @Test
  void unknownKeysSurviveWithAHint() {
    MappingDocument document =
        MappingDocument.parse(
            FILE.replace("    from: Email\n", "    from: Email\n    usse: x\n"), "m");

    Problem problem = document.problems().get(0);
    assertThat(problem.isError()).isFalse();
    assertThat(problem.next()).isEqualTo("Did you mean 'use'?");
    assertThat(problem.place().line()).isEqualTo(12);
    MappingDocument edited = new SetField("email", from("Mail")).apply(document);
    assertThat(edited.text())
        .contains("    from: Mail\n    usse: x\n")
        .doesNotContain("[trim, email]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: crosswalk/v1|format: crosswalk/v2|crosswalk/v2|2",
        "kind: Mapping|kind: Overlay|Overlay|3",
        "from: Email|from: Email\\n    expr: x|from and expr|11",
        "from: Phone|form: Phone|no input|24",
        "use: [trim, email]|use: [3]|A step is a name|12",
        "region: GB }|region: GB }\\ndirection: back|not a value of 'direction'|9",
        "from: Rating__c|from: a..b|a..b|15",
      })
  void placesErrorsAndRefusesEdits(String old, String now, String what, int line) {
    MappingDocument document =
        MappingDocument.parse(
            FILE.replaceFirst(java.util.regex.Pattern.quote(old), now.replace("\\n", "\n")), "m");

    Problem error = document.problems().stream().filter(Problem::isError).findFirst().orElseThrow();
    assertThat(error.what()).contains(what);
    assertThat(error.place().line()).isEqualTo(line);
    assertThat(document.editable()).isFalse();
    assertThat(document.mapping()).isEmpty();
    assertThatThrownBy(() -> new RemoveField("email").apply(document))
        .isInstanceOf(ProblemException.class);
    assertThat(new ReplaceText(FILE).apply(document).editable()).isTrue();
  }

  @Test
  void textThatIsNotYamlIsKept() {
    MappingDocument document = MappingDocument.parse("a: [\n", "m");

    assertThat(document.text()).isEqualTo("a: [\n");
    assertThat(document.editable()).isFalse();
    assertThat(document.problems()).hasSize(1);
  }

  private static MappingDocument large() {
    StringBuilder text = new StringBuilder(FILE.substring(0, FILE.indexOf("  email:")));
    for (int i = 10_000; i < 15_000; i++) {
      text.append("  field_").append(i).append(":\n    from: Source_").append(i);
      text.append("\n    use: [trim, { phone: { format: E164 } }]\n");
      text.append("    origin: { by: suggestion, score: 0.97, why: name+values }\n");
    }
    MappingDocument large = MappingDocument.parse(text.toString(), "big");
    assertThat(large.editable()).isTrue();
    return large;
  }

  /** Nanoseconds of processor time, as the machine may be busy with other things. */
  private static long fastest(int times, Runnable work) {
    var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < times; i++) {
      long start = cpu.getCurrentThreadCpuTime();
      work.run();
      best = Math.min(best, cpu.getCurrentThreadCpuTime() - start);
    }
    return best;
  }

  @Test
  void anEditOfALargeMappingIsFast() {
    MappingEditor editor = new MappingEditor(large());
    var random = new java.util.Random(1);

    long best =
        fastest(
            40,
            () ->
                editor.apply(
                    new SetField(
                        "field_" + (12_000 + random.nextInt(10)), from("X" + random.nextInt()))));

    long reading = fastest(10, () -> MappingDocument.parse(editor.document().text(), "big"));
    assertThat(best).as("less than half of reading the file anew").isLessThan(reading / 2);
  }

  @Test
  void fiveHundredEditsOfALargeMappingAtOnceAreFast() {
    MappingDocument large = large();
    List<MappingEdit> edits = new ArrayList<>();
    MappingDocument expected = large;
    for (int i = 0; i < 500; i++) {
      String target = "field_" + (10_000 + 10 * i) + (i % 2 == 0 ? "" : "_new");
      edits.add(new SetField(target, suggested("Other_" + i)));
      if (i % 50 == 0) {
        expected = edits.get(i).apply(expected);
      }
    }
    List<MappingEdit> some =
        java.util.stream.IntStream.range(0, 10).mapToObj(i -> edits.get(50 * i)).toList();

    assertThat(new Composite("Some", some).apply(large).text()).isEqualTo(expected.text());
    Composite all = new Composite("All", edits);
    assertThat(all.apply(large).mapping().orElseThrow().fields()).hasSize(5_250);
    long reading = fastest(10, () -> MappingDocument.parse(large.text(), "big"));
    long editing = fastest(10, () -> all.apply(large));
    assertThat(editing).as("as reading the file a few times").isLessThan(20 * reading);
  }
}
