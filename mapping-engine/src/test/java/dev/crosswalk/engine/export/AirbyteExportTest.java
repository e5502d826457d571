package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.fallback;
import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The stream's keys and the connection's mappers say what the mapping says, or name what not. */
class AirbyteExportTest {

  private static Mapping base() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("email", from("Email"));
    fields.put("full_name", from(List.of("First", "Last"), step("join", "separator", " ")));
    fields.put("owner.email", from("Owner.Email"));
    fields.put("phone", from("Phone", step("phone")));
    fields.put("score", field(new Expr("Score / 100")));
    fields.put("source", field(new Constant("crm")));
    fields.put(
        "tier",
        fallback(
            values(from("Tier__c"), new ValueMap(record("Gold", 1), new SetOther(null), true)), 0));
    return Exports.where(
        Exports.mapping("salesforce.Contact", "acme.person", Direction.READ, fields),
        new RowFilter("IsDeleted", "eq", false),
        new RowFilter("Kind", "ne", "test"),
        new RowFilter("Age", "gt", 17));
  }

  @Test
  void targetsAreMadeBesideTheRecordAndTakeItsPlace() {
    ExportResult result = Exports.run(new AirbyteExport(), MappingSet.of(base()));
    String text =
        ("{% set v2 = (v1 if v1 is string else 'true' if v1 is true else 'false' if v1 is false else"
            + " '%s'|format(v1|int if v1 is float and v1 == v1|int else v1)) if v1 is not none else"
            + " none %}");
    assertThat(Exports.file(result, "the-mapping.stream.yaml"))
        .startsWith("# Written by Crosswalk (export airbyte) from the-mapping.\n")
        .contains(
            """
            type: DeclarativeStream
            name: Contact
            retriever:
              record_selector:
                record_filter:
                  type: RecordFilter
                  condition: "{{ ((record.get('IsDeleted') is false or record.get('IsDeleted') == 'false')) and (not \
            (record.get('Kind') == 'test')) and ((record.get('Age') is number and record.get('Age') is not boolean and \
            record.get('Age') > 17)) }}"
            transformations:
              - type: AddFields
                fields:
                  - type: AddedFieldDefinition
                    path: [crosswalk_target, email]
                    value: "{% set v1 = record.get('Email') %}{{ v1|pprint }}"
                condition: "{{ 'Email' in record }}"
            """)
        .contains(
            "value: \"{% set v1 = (record.get('Owner') or {}).get('Email') %}{{ v1|pprint }}\"",
            "value: \"{% set v1 = 'crm' %}{{ v1|pprint }}\"",
            "{% set v1 = record.get('Tier__c') %}" + text + "{% set v3 = {'Gold': 1 } %}",
            "condition: \"{{ 'First' in record or 'Last' in record }}\"")
        .endsWith(
            """
              - type: DpathFlattenFields
                field_path:
                  - crosswalk_target
                replace_record: true
            """);
    assertThat(result.notExpressed())
        .contains(
            "the-mapping: phone: the step phone is not run.",
            "the-mapping: score: the expression is not run.",
            "the-mapping: tier: nothing is reported of values outside the map.",
            "the-mapping: the row filter on Age (gt): texts do not pass.");
  }

  @Test
  void aConnectionRenamesFiltersAndLeavesOut() {
    ExportResult result = Exports.run(new AirbyteExport(), MappingSet.of(base()));
    Map<?, ?> body =
        JsonMapper.builder()
            .build()
            .readValue(Exports.file(result, "the-mapping.connection.json"), Map.class);
    Map<?, ?> streams = (Map<?, ?>) body.get("configurations");
    Map<?, ?> stream = (Map<?, ?>) ((List<?>) streams.get("streams")).get(0);
    assertThat(stream.get("name")).isEqualTo("Contact");
    assertThat(String.valueOf(stream.get("selectedFields")))
        .contains("[Email]", "[First]", "[Owner]", "[Tier__c]", "[IsDeleted]", "[Kind]")
        .doesNotContain("Age");
    assertThat(String.valueOf(stream.get("mappers")))
        .isEqualTo(
            "[{type=row-filtering, mapperConfiguration={conditions={type=EQUAL, fieldName=IsDeleted,"
                + " comparisonValue=false}}}, {type=row-filtering,"
                + " mapperConfiguration={conditions={type=NOT, conditions=[{type=EQUAL,"
                + " fieldName=Kind, comparisonValue=test}]}}}, {type=field-filtering,"
                + " mapperConfiguration={targetField=IsDeleted}}, {type=field-filtering,"
                + " mapperConfiguration={targetField=Kind}}, {type=field-renaming,"
                + " mapperConfiguration={originalFieldName=Email, newFieldName=email}},"
                + " {type=field-renaming, mapperConfiguration={originalFieldName=Phone,"
                + " newFieldName=phone}}, {type=field-renaming,"
                + " mapperConfiguration={originalFieldName=Tier__c, newFieldName=tier}}]");
    assertThat(result.notExpressed())
        .contains(
            "the-mapping: connection: full_name: its sources (First, Last) are not combined.",
            "the-mapping: connection: owner.email: a value inside an object is not moved.",
            "the-mapping: connection: source: it has no source to rename.",
            "the-mapping: connection: the row filter on Age (gt) is not applied.");
  }

  @Test
  void aFieldIsNeverRenamedOntoAnother() {
    Map<String, FieldMapping> fields = Map.of("b", from("a"), "c", from("b"), "d", from("b"));
    Mapping mapping = Exports.mapping("crm.x", "acme.y", Direction.READ, fields);
    ExportResult result = Exports.run(new AirbyteExport(), MappingSet.of(mapping));
    assertThat(result.notExpressed())
        .contains(
            "the-mapping: connection: b: a keeps its name, because another field has that one.",
            "the-mapping: connection: d: b is renamed to c only.");
  }

  @Test
  void eachCustomerHasItsFilesAndTheBytesAreTheSameTwice() {
    Map<String, FieldMapping> own = Map.of("email", from("Work_Email__c"));
    Mapping northwind = Exports.mapping("salesforce.Contact", "acme.person", Direction.READ, own);
    MappingSet set = Exports.set(base(), Map.of("northwind", northwind), null, null);
    ExportResult result = Exports.run(new AirbyteExport(), set);
    assertThat(result.files().stream().map(OutputFile::path))
        .containsExactly(
            "the-mapping.stream.yaml",
            "the-mapping.connection.json",
            "northwind/the-mapping.stream.yaml",
            "northwind/the-mapping.connection.json");
    assertThat(result.files().get(2).text()).contains("record.get('Work_Email__c')");
    assertThat(Exports.run(new AirbyteExport(), set)).isEqualTo(result);
  }

  @Property(tries = 200)
  void noTextGetsOutOfItsTemplate(@ForAll @NotBlank String odd) {
    String path = "['" + odd.replace("'", "''") + "']";
    Map<String, FieldMapping> fields = new TreeMap<>();
    fields.put("a", from(path, step("prefix", "text", odd)));
    fields.put("b", field(new Constant(odd)));
    fields.put("c", fallback(from("C"), "stream_state" + odd));
    Mapping mapping =
        Exports.where(
            Exports.mapping("crm.x", "acme.y", Direction.READ, fields),
            new RowFilter(path, "eq", odd));
    String text = Exports.run(new AirbyteExport(), MappingSet.of(mapping)).files().get(0).text();
    new Load(LoadSettings.builder().build()).loadFromString(text);
    String quoted = JinjaTemplate.quoted(odd);
    // Nothing inside ends the text or a template, and all of it is ASCII.
    assertThat(quoted.substring(1, quoted.length() - 1).replaceAll("\\\\.", ""))
        .doesNotContain("'", "{", "}", "%", "#", "\\")
        .matches("[ -~]*");
    assertThat(text).doesNotContain("stream_state");
  }
}
