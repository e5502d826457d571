package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.fallback;
import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.required;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static dev.crosswalk.engine.transform.Mappings.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.Replayed.Difference;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.mapping.Mapping.OnError;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Mappings;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The exported expression gives, as a whole, what the mapping gives; what it cannot say is told.
 */
class JsonataExportTest {
  private static final String FILE = "contact-to-person.jsonata";

  /** What comes to steps from CRMs, beside the values that they are meant for. */
  private static final List<Object> ANY =
      Arrays.asList(
          null,
          "",
          " ",
          " Ada  ",
          "a;b",
          "0",
          "é 😀",
          42,
          0,
          -3,
          true,
          List.of(),
          List.of("x"),
          Arrays.asList("x", null, " y "));

  @TestFactory
  Stream<DynamicTest> eachStepGivesTheSameOnItsExamplesAndOnAnythingElse() {
    return Steps.all().stream()
        .map(Step::declaration)
        .filter(d -> d.is(Trait.JSONATA))
        .map(d -> DynamicTest.dynamicTest(d.name(), () -> assertThat(differences(d)).isEmpty()));
  }

  private static List<String> differences(Declaration step) {
    List<String> found = new ArrayList<>();
    for (Example example : step.examples()) {
      Mapping mapping =
          Mappings.of(Map.of("t", from("v", new StepCall(step.name(), example.parameters()))));
      List<Object> inputs = new ArrayList<>(ANY);
      inputs.add(example.input());
      List<GoldenRecord> golden = new ArrayList<>();
      inputs.forEach(v -> golden.add(golden(record("v", v))));
      golden.add(golden(record("other", 1)));
      ExportResult result = export(mapping, golden);
      if (result.notExpressed().isEmpty()) {
        assertThat(result.problems()).isEmpty();
        assertThat(result.replayed().records()).isEqualTo(golden.size());
        result
            .replayed()
            .differences()
            .forEach(d ->
                found.add(
                    example.parameters()
                        + " on "
                        + golden.get(d.record() - 1).source()
                        + ": ours "
                        + d.ours()
                        + ", theirs "
                        + d.theirs()));
      }
    }
    return found;
  }

  @Test
  void whatSurroundsTheStepsIsSaidToo() {
    Map<String, FieldMapping> fields = new TreeMap<>();
    fields.put("name", from(List.of("First", "Last"), step("join")));
    fields.put("owner.email", from("Owner.Email", step("lower")));
    fields.put("owner.name", from("Owner.Name"));
    fields.put("kind", fallback(when(from("Kind"), "Active"), "none"));
    fields.put("tags", from("Tags", step("split"), step("upper")));
    fields.put(
        "tier",
        values(
            from("Tier", step("trim")),
            new ValueMap(record("Gold", "gold", "Tin", null), new RejectOther(), false)));
    fields.put("id", required(from("Id")));
    fields.put("big", field(new FieldMapping.Expr("Amount > 100")));
    fields.put("source", field(new FieldMapping.Constant("crm \"x\"")));
    fields.put("first", from(List.of("None", "Last"), step("item", "at", 1)));
    Mapping mapping =
        Mappings.of(
            fields,
            Defaults.STANDARD,
            List.of(
                new RowFilter("Status", "in", List.of("open", 1)),
                new RowFilter("Amount", "gte", 10),
                new RowFilter("Id", "exists", true)));
    List<Map<String, Object>> sources = new ArrayList<>();
    for (Object tier : Arrays.asList("Gold", " Tin ", "Iron", null, "")) {
      for (Object status : Arrays.asList("open", "1", 1, "shut", null)) {
        sources.add(
            record(
                "Status", status, "Amount", 120, "Id", "7", "Tier", tier, "Active", true, "Kind",
                "x", "First", " Ada", "Last", "L", "Tags", "a; b", "Owner", null));
      }
    }
    sources.add(record("Status", "open", "Amount", "9", "Id", 7));
    sources.add(record("Status", "open", "Amount", "11", "Id", 7, "Active", false, "Kind", "x"));
    sources.add(record("Status", "open", "Amount", 11.5, "Id", ""));
    sources.add(record("Status", "open", "Amount", 11, "Id", 1, "Owner", record("Email", "A@B")));
    ExportResult result = export(mapping, sources.stream().map(JsonataExportTest::golden).toList());
    assertThat(result.problems()).isEmpty();
    assertThat(result.replayed().records()).isEqualTo(29);
    assertThat(result.replayed().differences()).isEmpty();
  }

  @Test
  void missingFollowsTheMappingsRule() {
    for (OnMissing rule : OnMissing.values()) {
      Mapping mapping =
          Mappings.of(
              Map.of(
                  "a", from("A", step("trim")),
                  "b", when(from("B"), "C = 1"),
                  "c", fallback(from("D"), null)),
              new Defaults(rule, OnError.REJECT, "UTC", null, null),
              List.of());
      ExportResult result =
          export(
              mapping,
              List.of(
                  golden(record()),
                  golden(record("A", "x")),
                  golden(record("A", "x", "C", 1)),
                  golden(record("A", "x", "B", 1, "C", 1, "D", ""))));
      assertThat(result.replayed().differences()).as(rule.toString()).isEmpty();
    }
  }

  @Test
  void whatCannotBeSaidIsLeftOutAndTold() {
    Mapping mapping =
        Mappings.of(
            Map.of(
                "phone", from("Phone", step("phone", "region", "GB")),
                "flag", from("Flag", step("boolean", "onInvalid", "null")),
                "notes", field(new Ask("Which field */ holds notes?", null)),
                "name", from("Name")));
    ExportResult result =
        export(mapping, List.of(golden(record("Phone", "020 7946 0123", "Name", "Ada"))));
    assertThat(result.notExpressed())
        .containsExactly(
            "contact-to-person: flag: it is left out, because JSONata cannot say boolean.",
            "contact-to-person: notes: nobody has answered yet: Which field */ holds notes?.",
            "contact-to-person: phone: it is left out, because JSONata cannot say phone.");
    assertThat(result.replayed().differences()).isEmpty();
    assertThat(result.text(FILE).orElseThrow())
        .contains("- phone: it is left out, because JSONata cannot say phone\n")
        .endsWith("*/\n{\n  \"name\": Name\n}\n");
  }

  @Test
  void aDifferenceIsTold() {
    // JSONata makes one value of a list of one that a path goes through; a mapping keeps the list.
    Mapping mapping = Mappings.of(Map.of("names", from("Items.Name")));
    ExportResult result =
        export(mapping, List.of(golden(record("Items", List.of(record("Name", "x"))))));
    assertThat(result.replayed().differences())
        .extracting(Difference::sentence)
        .containsExactly(
            "contact-to-person differs on golden record 1: names, ours [x], theirs x.");
  }

  @Test
  void eachCustomerHasAnExpression() {
    Mapping base = Mappings.of(Map.of("name", from("Name")));
    Mapping own = Mappings.of(Map.of("name", from("Full", step("phone"))));
    MappingSet set = new MappingSet(base, new TreeMap<>(Map.of("northwind", own)), null, null);
    ExportResult result = new JsonataExport().export(ExportRequest.of(set));
    assertThat(result.files())
        .extracting(ExportResult.OutputFile::path)
        .containsExactly(FILE, "northwind/" + FILE);
    assertThat(result.notExpressed())
        .containsExactly(
            "contact-to-person for northwind: name: it is left out, because JSONata cannot say"
                + " phone.");
  }

  private static ExportResult export(Mapping mapping, List<GoldenRecord> golden) {
    MappingSet set =
        new MappingSet(
            mapping,
            new TreeMap<>(),
            null,
            null,
            Map.of(MappingSet.BASE, golden),
            Mappings.LOOKUPS);
    return Replays.export(new JsonataExport(), ExportRequest.of(set));
  }

  private static GoldenRecord golden(Map<String, Object> source) {
    return new GoldenRecord("r", new LinkedHashMap<>(source), Map.of(), false);
  }
}
