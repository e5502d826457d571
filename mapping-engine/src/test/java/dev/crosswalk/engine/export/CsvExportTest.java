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

import de.siegmar.fastcsv.reader.CsvReader;
import dev.crosswalk.engine.export.CsvImport.Changes;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Mappings;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A mapping goes to a spreadsheet and comes back, unchanged or with what a person changed. */
class CsvExportTest {
  private static final SchemaObject SOURCE =
      SchemaObject.of(
          "Contact",
          List.of(
              Field.builder("Email", FieldType.EMAIL).label("E-Mail").build(),
              Field.builder("First", FieldType.STRING).build(),
              Field.builder("Last", FieldType.STRING).build(),
              Field.builder("Tier", FieldType.ENUM).build(),
              Field.builder("OwnerId", FieldType.REFERENCE).relationship("Owner").build()));

  private static final SchemaObject TARGET =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("email", FieldType.EMAIL).label("=E-mail").required(true).build(),
              Field.builder("name", FieldType.STRING).build(),
              Field.builder("owner", FieldType.STRING).build(),
              Field.builder("score", FieldType.DECIMAL).build(),
              Field.builder("tier", FieldType.ENUM).build(),
              Field.builder("x.y", FieldType.STRING).build(),
              Field.builder("zip", FieldType.STRING).required(true).build()));

  private static Mapping mapping() {
    Map<String, FieldMapping> fields = new TreeMap<>();
    fields.put("email", required(from("Email", step("trim"), step("email", "onInvalid", "keep"))));
    fields.put("name", from(List.of("First", "Last"), step("join", "separator", " - ")));
    fields.put("owner", when(from("Owner.Email").withNote("+ask\n\"them\"; twice"), "$x = 1"));
    fields.put("score", fallback(field(new Expr("-Score / 100")), -1));
    fields.put(
        "tier",
        values(
            from(List.of("Tier")),
            new ValueMap(
                record("Gold", "gold", "yes", null, "=1", "a: b"), new SetOther("none"), true)));
    fields.put("x.y", field(new Constant("'@x")));
    fields.put("zip", field(new Ask("@Which field?", null)));
    return Mappings.of(fields);
  }

  @Test
  void whatNobodyChangedChangesNothing() {
    for (String separator : List.of(",", ";", "tab")) {
      String csv = export(mapping(), Map.of("separator", separator));
      Changes changes = read(csv, mapping());
      assertThat(changes.problems()).isEmpty();
      assertThat(changes.fields()).isEmpty();
    }
  }

  @Test
  void anEmptyMappingTakesTheWholeTable() {
    Mapping empty = Mappings.of(Map.of());
    Changes changes = read(export(mapping(), Map.of()), empty);
    assertThat(changes.problems()).isEmpty();
    mapping()
        .fields()
        .forEach((target, field) ->
            assertThat(changes.fields().get(target).map(f -> f.withOrigin(null)))
                .as(target)
                .contains(normal(field)));
  }

  @Test
  void noCellIsAFormula() {
    String csv = export(mapping(), Map.of());
    assertThat(csv).startsWith("\ufefftarget,").endsWith("\r\n");
    CsvReader.builder()
        .ofCsvRecord(csv)
        .forEach(
            row -> assertThat(row.getFields()).noneMatch(c -> c.matches("(?s)[=+\\-@\t\r].*")));
    assertThat(export(mapping(), Map.of("bom", "false"))).startsWith("target,");
  }

  @Property(tries = 200)
  void guardedCellsComeBack(@ForAll String text) {
    assertThat(CsvExport.unguarded(CsvExport.guarded(text))).isEqualTo(text);
    assertThat(CsvExport.guarded("=" + text)).doesNotStartWith("=");
  }

  @Test
  void stepsAndValuesOfEveryStepComeBack() {
    for (Step step : Steps.all()) {
      step.declaration()
          .examples()
          .forEach(e -> {
            Mapping one =
                Mappings.of(
                    Map.of(
                        "name",
                        from(
                            "First",
                            new FieldMapping.StepCall(step.declaration().name(), e.parameters()))));
            Changes changes =
                new CsvImport("t.csv", Mappings.of(Map.of()), null, null, Mappings.LOOKUPS)
                    .read(export(one, Map.of()));
            assertThat(changes.problems()).as(step.declaration().name()).isEmpty();
            assertThat(changes.fields().get("name").map(FieldMapping::use))
                .contains(normal(one.fields().get("name")).use());
          });
    }
  }

  @Test
  void editsOfAColleagueAreTaken() {
    String csv =
        "target;source;steps;values;other values;default;required;note;my remarks\n"
            + "email;Last;trim, lower;;;;no;Asked Ada;hm\n"
            + "name;First;\"collapse, truncate: { length: 10 }\";;;n/a;yes;;\n"
            + "tier;Tier;;\"Gold: 1\nTin: two\";keep;;;;\n"
            + "zip;;;;;;;;\n"
            + "owner;Owner.Email;;;;;;;\n"
            + "score;;;;;;;;\n";
    Changes changes = read(csv, mapping());
    assertThat(changes.problems())
        .extracting(Problem::what)
        .containsExactly("The column 'my remarks' is not read.");
    Map<String, Optional<FieldMapping>> fields = new LinkedHashMap<>(changes.fields());
    assertThat(fields.keySet()).containsExactly("email", "name", "tier", "owner", "score");
    FieldMapping email = fields.get("email").orElseThrow();
    assertThat(email.sources()).containsExactly("Last");
    assertThat(email.use()).containsExactly(step("trim"), step("lower"));
    assertThat(email.required()).isFalse();
    assertThat(email.note()).isEqualTo("Asked Ada");
    assertThat(email.origin()).isEqualTo(new FieldMapping.Origin("import", null, null));
    FieldMapping name = fields.get("name").orElseThrow();
    assertThat(name.fallback()).isEqualTo(new FieldMapping.Fallback("n/a"));
    assertThat(name.use()).containsExactly(step("collapse"), step("truncate", "length", 10L));
    assertThat(fields.get("tier").orElseThrow().values())
        .isEqualTo(new ValueMap(record("Gold", 1L, "Tin", "two"), new KeepOther(), false));
    assertThat(fields.get("owner").orElseThrow().note()).isNull();
    assertThat(fields.get("owner").orElseThrow().when()).isEqualTo("$x = 1");
    // The expression's column is not there, so only the default is gone.
    assertThat(fields.get("score").orElseThrow().fallback()).isNull();
  }

  @Test
  void aRowWithoutAnInputUnmaps() {
    Changes changes = read("target,source,expression,steps\nname,,,\nscore,,,\n", mapping());
    assertThat(changes.problems()).isEmpty();
    assertThat(changes.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("name", Optional.empty(), "score", Optional.empty()));
  }

  @Test
  void aFileThatBreaksOffUnmapsNothing() {
    String csv = export(mapping(), Map.of());
    int end = csv.indexOf("\r\nname,") + "\r\nname,Na".length();
    Changes changes = read(csv.substring(0, end), mapping());
    assertThat(changes.problems()).isEmpty();
    assertThat(changes.fields()).isEmpty();
  }

  @Test
  void theSameTableMayBeTakenTwice() {
    String csv = "target,source,steps\nname,,join: { separator: ' - ' }\n";
    assertThat(read(csv, mapping()).fields()).containsEntry("name", Optional.empty());
    Map<String, FieldMapping> fields = new TreeMap<>(mapping().fields());
    fields.remove("name");
    Changes again = read(csv, Mappings.of(fields));
    assertThat(again.fields()).isEmpty();
    assertThat(again.problems())
        .allMatch(p -> !p.isError() && p.what().contains("is not mapped"))
        .hasSize(1);
  }

  @Test
  void aCellThatASpreadsheetWritesAnotherWayChangesNothing() {
    Map<String, FieldMapping> fields = new TreeMap<>();
    fields.put("name", field(new Constant(true)));
    fields.put("score", fallback(from("Score"), 10));
    String csv = "target,constant,source,default\nname,TRUE,,\nscore,,Score,10\n";
    assertThat(read(csv, Mappings.of(fields)).fields()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsRefusedWithRowAndColumn() {
    String csv =
        "target,source,steps,required,expression\n"
            + "emial,Email,,,\n"
            + "email,Emial,,,\n"
            + "name,First,trimm,,\n"
            + "name,First,,,\n"
            + "owner,First,,perhaps,\n"
            + "tier,First,,,1 +\n"
            + "score,,,,1 +\n"
            + "x.y,First,truncate: { length: x },,\n";
    Changes changes = read(csv, mapping());
    List<String> told = new ArrayList<>();
    changes.problems().forEach(p -> told.add(p.toString()));
    assertThat(told)
        .satisfiesExactly(
            t ->
                assertThat(t)
                    .startsWith("t.csv:2:1: Column 'target': The model has no target")
                    .endsWith("Did you mean 'email'?"),
            t -> assertThat(t).startsWith("t.csv:3:2: ").endsWith("Did you mean 'Email'?"),
            t -> assertThat(t).startsWith("t.csv:4:3: ").contains("no step 'trimm'"),
            t -> assertThat(t).startsWith("t.csv:5:1: ").contains("two rows"),
            t -> assertThat(t).startsWith("t.csv:6:4: ").contains("neither yes nor no"),
            t -> assertThat(t).startsWith("t.csv:7:5: ").contains("both source and expression"),
            t -> assertThat(t).startsWith("t.csv:8:5: ").contains("cannot be read"),
            t -> assertThat(t).startsWith("t.csv:9:").contains("x.y"));
    assertThat(changes.fields()).isEmpty();
  }

  @Test
  void aTableThatIsNoneIsRefused() {
    assertThat(read("", mapping()).problems()).extracting(Problem::code).contains("csv-columns");
    assertThat(read("name,source\nx,y\n", mapping()).problems())
        .anyMatch(p -> p.what().contains("no column 'target'"));
  }

  private static FieldMapping normal(FieldMapping field) {
    return dev.crosswalk.engine.mapping.MappingDocument.create(
            Mappings.of(Map.of("t", field)), "t.yaml")
        .mapping()
        .orElseThrow()
        .fields()
        .get("t");
  }

  private static Changes read(String csv, Mapping into) {
    return new CsvImport("t.csv", into, SOURCE, TARGET, Lookups.NONE).read(csv);
  }

  private static String export(Mapping mapping, Map<String, Object> settings) {
    ExportResult result =
        new CsvExport()
            .export(
                new ExportRequest(
                    List.of(new MappingSet(mapping, new TreeMap<>(), SOURCE, TARGET)), settings));
    assertThat(result.problems()).isEmpty();
    return result.text("contact-to-person.csv").orElseThrow();
  }
}
