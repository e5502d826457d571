package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The import request has the shape that HubSpot documents, and says what it leaves out. */
class HubspotImportExportTest {
  private static final Map<String, FieldMapping> FIELDS =
      Map.of(
          "email", from("Mail", step("email")),
          "firstname", from("Vorname"),
          "nickname", from("Vorname"),
          "lifecyclestage", field(new Constant("lead")),
          "company.domain", from("Domain"));

  private static Mapping contacts(Map<String, FieldMapping> fields) {
    return Exports.mapping("acme.person", "hubspot.contacts", Direction.READ, fields);
  }

  @Test
  void columnsGoToProperties() {
    ExportResult result =
        Exports.run(
            new HubspotImportExport(), MappingSet.of(Exports.key(contacts(FIELDS), "email")));
    assertThat(result.problems()).isEmpty();
    assertThat(Exports.file(result, "the-mapping.import.json"))
        .isEqualTo(
            """
            {
              "name" : "the-mapping",
              "importOperations" : {
                "0-1" : "UPSERT"
              },
              "dateFormat" : "YEAR_MONTH_DAY",
              "files" : [
                {
                  "fileName" : "the-mapping.csv",
                  "fileFormat" : "CSV",
                  "fileImportPage" : {
                    "hasHeader" : true,
                    "columnMappings" : [
                      {
                        "columnObjectTypeId" : "0-1",
                        "columnName" : "Mail",
                        "propertyName" : "email",
                        "columnType" : "HUBSPOT_ALTERNATE_ID"
                      },
                      {
                        "columnObjectTypeId" : "0-1",
                        "columnName" : "Vorname",
                        "propertyName" : "firstname"
                      }
                    ]
                  }
                }
              ]
            }
            """);
    assertThat(result.notExpressed())
        .containsExactly(
            "the-mapping: email: steps are not run (email).",
            "the-mapping: lifecyclestage: the constant is not set.",
            "the-mapping: company.domain: a property of another object is not loaded.",
            "the-mapping: nickname: the column goes to firstname only.");
  }

  @Test
  void aMappingOutOfItIsRunBackwardsWhereItWrites() {
    SchemaObject object =
        new SchemaObject(
            "p1_licence",
            null,
            null,
            null,
            true,
            "2-345",
            null,
            List.of(Field.builder("licence_key", FieldType.STRING).unique(true).build()));
    Map<String, FieldMapping> fields =
        Map.of("key", from("licence_key"), "record", from("hs_object_id"));
    Mapping both = Exports.mapping("hubspot.p1_licence", "acme.licence", Direction.BOTH, fields);
    ExportResult result =
        Exports.run(
            new HubspotImportExport(), Exports.set(both, Map.of("north", both), object, null));
    Map<?, ?> request =
        JsonMapper.builder()
            .build()
            .readValue(Exports.file(result, "north/the-mapping.import.json"), Map.class);
    assertThat(request.get("name")).isEqualTo("the-mapping (north)");
    assertThat(request.get("importOperations")).isEqualTo(Map.of("2-345", "UPSERT"));
    assertThat(request.toString())
        .contains("columnName=key, propertyName=licence_key, columnType=HUBSPOT_ALTERNATE_ID")
        .contains("columnName=record, propertyName=hs_object_id, columnType=HUBSPOT_OBJECT_ID");
  }

  @Test
  void whatCannotBeImportedIsAnError() {
    Mapping read =
        Exports.mapping("hubspot.contacts", "acme.p", Direction.READ, Map.of("a", from("b")));
    assertThat(codes(read)).containsExactly("hubspot-import-direction");
    Mapping custom =
        Exports.mapping("acme.p", "hubspot.p1_pets", Direction.READ, Map.of("a", from("b")));
    assertThat(codes(custom)).containsExactly("hubspot-import-object");
    assertThat(codes(Exports.settings(custom, "hubspot-import", Map.of("objectTypeId", "2-1"))))
        .containsExactly("hubspot-import-key");
    assertThat(
            codes(
                Exports.settings(contacts(FIELDS), "hubspot-import", Map.of("operation", "MERGE"))))
        .contains("hubspot-import-setting");
    assertThat(codes(Exports.mapping("erp.a", "acme.b", Direction.READ, Map.of())))
        .containsExactly("hubspot-import-side");
  }

  private static List<String> codes(Mapping mapping) {
    return Exports.run(new HubspotImportExport(), MappingSet.of(mapping)).problems().stream()
        .map(Problem::code)
        .toList();
  }

  @Property(tries = 100)
  void anyColumnComesThrough(@ForAll @NotBlank String column) {
    Mapping mapping = contacts(Map.of("email", from("['" + column.replace("'", "''") + "']")));
    ExportResult result = Exports.run(new HubspotImportExport(), MappingSet.of(mapping));
    Map<?, ?> request =
        JsonMapper.builder().build().readValue(result.files().get(0).text(), Map.class);
    Map<?, ?> file = (Map<?, ?>) ((List<?>) request.get("files")).get(0);
    Map<?, ?> page = (Map<?, ?>) file.get("fileImportPage");
    Map<?, ?> first = (Map<?, ?>) ((List<?>) page.get("columnMappings")).get(0);
    assertThat(first.get("columnName")).isEqualTo(column);
  }
}
