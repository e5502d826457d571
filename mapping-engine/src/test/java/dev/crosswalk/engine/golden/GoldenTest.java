package dev.crosswalk.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.text.PublishedSchemas;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Mappings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects that golden records hold a mapping to what it did, and nobody's data. */
class GoldenTest {
  private static final MaskKey KEY =
      MaskKey.of("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

  private static CompiledMapping mapping(String step) {
    return CompiledMapping.compile(
        Mappings.of(
            Map.of(
                "who.name", Mappings.from("Name", new StepCall(step, Map.of())),
                "age", Mappings.from("Age", new StepCall("number", Map.of())),
                "tags", Mappings.from("Tags"),
                "nothing", Mappings.from("Nothing")),
            Mapping.Defaults.STANDARD,
            List.of(new Mapping.RowFilter("Gone", "ne", true))),
        null,
        null);
  }

  private static Map<String, Object> record(Object name, Object age) {
    Map<String, Object> record = new HashMap<>();
    record.put("Name", name);
    record.put("Age", age);
    record.put("Tags", Arrays.asList("a: b", null, 1, new BigDecimal("2.50")));
    record.put("Nothing", null);
    record.put("Unmapped", "secret");
    return record;
  }

  private static GoldenFile golden() {
    CompiledMapping mapping = mapping("trim");
    Map<String, Object> gone = record("Eve", 1);
    gone.put("Gone", true);
    List<GoldenRecord> records =
        Golden.make(
            mapping,
            new Masker(KEY, mapping.mapping(), null, Lookups.NONE),
            List.of(
                record(" Ada Lovelace ", "36"),
                record("yes: \"no\"\n- #x", 36),
                record("Bob", "old"),
                gone));
    return GoldenFile.create(mapping.mapping().id(), records, "g.yaml");
  }

  @Test
  void whatIsSavedIsReadAndReplayedWithoutFindings() {
    GoldenFile file = golden();
    assertThat(file.records()).hasSize(3);
    assertThat(file.records().get(2).rejected()).isTrue();
    assertThat(file.text()).doesNotContain("Ada", "Lovelace", "secret", "Unmapped");
    GoldenFile read = GoldenFile.read(file.text(), "g.yaml");
    assertThat(read.records()).isEqualTo(file.records());
    assertThat(Golden.replay(read, mapping("trim"))).isEmpty();
    YamlDocument yaml = YamlDocument.parse(file.text(), "g.yaml");
    assertThat(PublishedSchemas.validate("golden", yaml)).isEmpty();
    assertThat(golden().text()).isEqualTo(file.text());
  }

  @Test
  void anotherResultIsToldWithItsLine() {
    GoldenFile file = golden();
    List<Problem> problems = Golden.replay(file, mapping("upper"));
    assertThat(problems).hasSize(2).allMatch(p -> p.code().equals("FM131"));
    Problem first = problems.getFirst();
    assertThat(first.what()).contains("Record 1", "who.name was");
    assertThat(file.text().lines().toList().get(first.place().line() - 1)).contains("name:");

    String passes = file.text().replace("rejected: true", "target: {}");
    assertThat(Golden.replay(GoldenFile.read(passes, "g.yaml"), mapping("trim")))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("is rejected now", "is not a number"));
    String shorter = file.text().replaceFirst("\n      nothing: null", "");
    assertThat(Golden.replay(GoldenFile.read(shorter, "g.yaml"), mapping("trim")))
        .anyMatch(p -> p.what().contains("nothing was left out and is null now"));
  }

  @Test
  void theFieldsThatAStepLooksAtAreKeptToo() {
    CompiledMapping mapping =
        CompiledMapping.compile(
            Mappings.of(
                Map.of(
                    "phone",
                    Mappings.from(
                        "Phone", new StepCall("phone", Map.of("regionFrom", "Address.Country"))))),
            null,
            null);
    GoldenRecord kept =
        Golden.make(
                mapping,
                new Masker(KEY, mapping.mapping(), null, Lookups.NONE),
                List.of(
                    Map.of(
                        "Phone", "020 7946 0123", "Address", Map.of("Country", "GB"), "Other", 1)))
            .getFirst();
    assertThat(kept.source()).containsOnlyKeys("Phone", "Address");
    assertThat(kept.rejected()).isFalse();
    assertThat((String) kept.target().get("phone")).startsWith("+44");
  }
}
