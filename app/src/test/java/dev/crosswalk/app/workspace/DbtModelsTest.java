package dev.crosswalk.app.workspace;

import static dev.crosswalk.app.workspace.DbtCases.from;
import static dev.crosswalk.app.workspace.DbtCases.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.DbtExport;
import dev.crosswalk.engine.export.ExportRequest;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult;
import dev.crosswalk.engine.export.Replayed.Difference;
import dev.crosswalk.engine.export.Replays;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** A model of dbt, run in a database, gives what the mapping gives. */
class DbtModelsTest {
  private static final DbtExport DBT = new DbtExport(Exporting::query);

  private static ExportResult run(MappingSet set) {
    ExportResult result = Replays.export(DBT, ExportRequest.of(set));
    assertThat(result.hasErrors()).as(result.problems().toString()).isFalse();
    return result;
  }

  @Test
  void everyStepGivesWhatTheMappingGives() {
    ExportResult result = run(DbtCases.set(DbtCases.fields(), List.of(), DbtCases.records()));
    assertThat(result.replayed().records()).isEqualTo(DbtCases.records().size());
    assertThat(result.replayed().differences()).isEmpty();
  }

  @Test
  void theSameRecordsAreRejected() {
    DbtCases.refusing()
        .forEach((target, field) -> {
          ExportResult result =
              run(DbtCases.set(Map.of(target, field), List.of(), DbtCases.records()));
          assertThat(result.replayed().differences()).as(target).isEmpty();
        });
  }

  @Test
  void theSameRecordsAreFiltered() {
    for (RowFilter filter : DbtCases.filters()) {
      ExportResult result =
          run(DbtCases.set(Map.of("b", from("B")), List.of(filter), DbtCases.records()));
      assertThat(result.replayed().differences()).as(filter.toString()).isEmpty();
    }
  }

  @Test
  void whatSqlReadsOtherwiseIsTold() {
    ExportResult result =
        run(
            DbtCases.set(
                Map.of("n", from("N", step("number"))),
                List.of(),
                List.of(
                    new GoldenRecord("sum", DbtCases.map("N", "(42)"), Map.of("n", -42), false))));
    assertThat(result.replayed().differences().stream().map(Difference::sentence))
        .singleElement()
        .asString()
        .contains("differs on golden record 1", "refused");
    assertThat(result.notExpressed())
        .singleElement()
        .asString()
        .contains("n: numbers in parentheses or with a currency sign are not read");
  }

  @Test
  void columnsHaveTheTypesOfTheirTargets() {
    SchemaObject person =
        SchemaObject.of(
            "person",
            List.of(
                Field.builder("born", FieldType.DATE).build(),
                Field.builder("count", FieldType.INTEGER).build(),
                Field.builder("name", FieldType.STRING).required(true).build(),
                Field.builder("seen", FieldType.DATETIME).build()));
    Map<String, FieldMapping> fields =
        Map.of(
            "born", from("Born"),
            "count", from("Count"),
            "name", from("Name"),
            "seen", from("Seen", step("date")));
    Map<String, Object> source =
        DbtCases.map(
            "Born", "2024-02-29", "Count", 7, "Name", "Ada", "Seen", "2024-02-29T10:00:00Z");
    ExportResult result =
        run(
            DbtCases.set(
                fields,
                List.of(),
                List.of(new GoldenRecord("one", source, Map.of(), false)),
                person));
    assertThat(result.replayed().differences()).isEmpty();
    assertThat(result.text("models/staging/salesforce/_salesforce__models.yml").orElseThrow())
        .contains("data_type: date", "data_type: bigint", "data_type: varchar")
        .contains("data_type: timestamp with time zone")
        .contains("data_tests:\n          - not_null");
  }

  @Property(tries = 40)
  void noTextGetsOutOfItsPlace(
      @ForAll @NotEmpty @StringLength(max = 12) @CharRange(from = ' ', to = '\u2fff') String odd) {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("constant", FieldMapping.of(new Constant(odd)));
    fields.put("fallback", from("N").withFallback(new Fallback(odd)));
    fields.put("prefix", from("A", step("prefix", "text", odd)));
    fields.put("joined", from(List.of("A", "A"), step("join", "separator", odd)));
    fields.put(
        "mapped",
        from("A")
            .withValues(
                new ValueMap(DbtCases.map(odd, "found", "x" + odd, odd), new KeepOther(), false)));
    ExportResult result =
        run(
            DbtCases.set(
                fields,
                List.of(new RowFilter("A", "ne", odd + "!")),
                List.of(
                    new GoldenRecord("odd", DbtCases.map("A", odd, "N", null), Map.of(), false))));
    assertThat(result.replayed().differences()).isEmpty();
  }

  @Property(tries = 40)
  void noNameGetsOutOfItsPlace(
      @ForAll @NotEmpty @StringLength(max = 12) @CharRange(from = '!', to = '~') String odd) {
    String path = "['" + odd.replace("'", "''") + "']";
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put(path, from(path, step("trim")));
    fields.put("plain", from(path));
    fields.put("order", FieldMapping.of(new Constant(1)));
    ExportResult result =
        run(
            DbtCases.set(
                fields,
                List.of(),
                List.of(new GoldenRecord("odd", DbtCases.map(odd, " x "), Map.of(), false))));
    if (odd.indexOf('{') < 0) {
      assertThat(result.notExpressed()).isEmpty();
    }
    assertThat(result.replayed().differences()).isEmpty();
  }
}
