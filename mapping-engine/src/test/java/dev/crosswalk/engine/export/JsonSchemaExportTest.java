package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaImport;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Mappings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The schema takes what the mapping gives, and nothing of another kind. */
class JsonSchemaExportTest {
  private static final SchemaObject PERSON =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("email", FieldType.EMAIL)
                  .label("E-mail")
                  .description("Where to write to")
                  .required(true)
                  .unique(true)
                  .length(30)
                  .build(),
              Field.builder("born", FieldType.DATE).build(),
              Field.builder("value", FieldType.MONEY).scale(2).build(),
              Field.builder("age", FieldType.INTEGER).defaultValue("0").build(),
              Field.builder("home.city", FieldType.STRING).required(true).build(),
              Field.builder("home.zip", FieldType.STRING).length(5).build(),
              Field.builder("wakes", FieldType.TIME).build(),
              Field.builder("tier", FieldType.ENUM)
                  .values(List.of(PicklistValue.of("gold"), PicklistValue.of("tin")))
                  .build(),
              Field.builder("likes", FieldType.MULTI_ENUM)
                  .values(List.of(PicklistValue.of("a"), PicklistValue.of("b")))
                  .build()));

  private static final Map<String, Object> GOOD =
      record(
          "email",
          "ada@free.example",
          "born",
          "1815-12-10",
          "value",
          12.5,
          "age",
          36,
          "home",
          record("city", "London", "zip", null),
          "wakes",
          "07:30:00",
          "tier",
          "gold",
          "likes",
          List.of("a"));

  @Test
  void itTakesWhatIsRightAndRefusesEachThingThatIsNot() {
    String schema = export(Map.of()).text("person.schema.json").orElseThrow();
    assertThat(errors(schema, GOOD)).isEmpty();
    assertThat(errors(schema, record("email", "a@b.example", "home", record("city", "x"))))
        .isEmpty();
    Map<String, Object> wrong =
        Map.of(
            "email", "",
            "value", "12",
            "age", 1.5,
            "home", record("zip", "123456"),
            "wakes", "7",
            "tier", "iron",
            "likes", List.of("c"));
    wrong.forEach((name, value) -> {
      Map<String, Object> bad = new TreeMap<>(GOOD);
      bad.put(name, value);
      assertThat(errors(schema, bad)).as(name).isNotEmpty();
    });
    Map<String, Object> without = new TreeMap<>(GOOD);
    without.remove("home");
    assertThat(errors(schema, without)).isNotEmpty();
  }

  @Test
  void whatItCannotDemandIsTold() {
    assertThat(export(Map.of()).notExpressed())
        .containsExactly(
            "person: email: it does not say that values are unique.",
            "person: value: it does not say how many digits it keeps.",
            "person: shoe: it is mapped, and the model does not have it.");
  }

  @Test
  void aGoldenRecordThatDoesNotFitIsAWarning() {
    GoldenRecord good = new GoldenRecord("good", Map.of(), GOOD, false);
    GoldenRecord bad = new GoldenRecord("bad", Map.of(), record("email", 7), false);
    ExportResult result = export(Map.of("", List.of(good, bad)));
    assertThat(result.hasErrors()).isFalse();
    assertThat(result.problems())
        .extracting(Problem::what)
        .hasSize(2)
        .allMatch(what -> what.startsWith("Golden record 2 does not fit the schema at "));
  }

  @Test
  void theModelComesBackFromIt() {
    String schema = export(Map.of()).text("person.schema.json").orElseThrow();
    SchemaObject back = SchemaImport.read("json-schema", schema, "acme.json").objects().get(0);
    assertThat(back.field("email"))
        .hasValueSatisfying(f -> {
          assertThat(f.type()).isEqualTo(FieldType.EMAIL);
          assertThat(f.isRequired()).isTrue();
          assertThat(f.length()).isEqualTo(30);
        });
    assertThat(back.field("home.city")).isPresent();
  }

  @Test
  void anObjectThatTheModelDoesNotHaveIsAnError() {
    ExportResult result =
        new JsonSchemaExport().export(ExportRequest.of(MappingSet.of(Mappings.of(Map.of()))));
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly("export-target-unknown");
    assertThat(result.hasErrors()).isTrue();
  }

  private static ExportResult export(Map<String, List<GoldenRecord>> golden) {
    return new JsonSchemaExport()
        .export(
            ExportRequest.of(
                new MappingSet(
                    Mappings.of(Map.of("email", from("Email"), "shoe", from("Shoe"))),
                    new TreeMap<>(),
                    null,
                    PERSON,
                    golden,
                    Lookups.NONE)));
  }

  private static List<Error> errors(String schema, Map<String, Object> record) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON)
        .validate(
            tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(record),
            InputFormat.JSON);
  }
}
