package dev.crosswalk.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: whatever description of fields somebody has, it is read, or they are told why not. */
class AnySchemaTest {
  private static final String OURS =
      """
      {"format": "crosswalk/v1", "kind": "Schema", "system": "crm", "objects": {"Contact":
        {"label": "Contact", "fields": {"Email": {"label": "E-mail", "type": "email", "length": 80,
        "values": [{"value": "a"}, "b"], "samples": ["x", 1.50, true]}}}}}
      """;

  private static Field field(Schema schema, String object, String field) {
    return schema.object(object).flatMap(o -> o.field(field)).orElseThrow();
  }

  @Test
  void readsOurFilesInJsonAsTheYamlReaderDoes() {
    assertThat(AnySchema.read(OURS, "a.json")).isEqualTo(SchemaFile.read(OURS, "a.json"));
  }

  @Test
  void readsListsOfObjectsAndFields() {
    String list =
        """
        [{"name": "Account", "label": "Company", "fields": [
          {"name": "Tier__c", "type": "picklist", "picklist": ["Gold", {"value": "S", "label": "Silver"}],
           "custom": true, "required": false},
          {"name": "Size", "type": "double", "samples": [1, 2.5, "3"]},
          {"name": "Size", "type": "string"},
          {"name": "OwnerId", "type": "reference", "references": ["User"], "relationship": "Owner"},
          "Blob"]}]
        """;
    Schema schema = AnySchema.read(list, "data/set1/source.json");
    assertThat(schema.system()).isEqualTo("source-set1");
    for (String top : List.of("/source.json", "C:\\source.json", "./source.json", "source.json")) {
      assertThat(AnySchema.read(list, top).system()).as(top).isEqualTo("source");
    }
    assertThat(AnySchema.read(list, "C:\\set1\\source.json").system()).isEqualTo("source-set1");
    assertThat(schema.object("Account").orElseThrow().fields()).hasSize(4);
    Field tier = field(schema, "Account", "Tier__c");
    assertThat(tier.type()).isEqualTo(FieldType.ENUM);
    assertThat(tier.values()).extracting(PicklistValue::shown).containsExactly("Gold", "Silver");
    assertThat(tier.isCustom()).isTrue();
    assertThat(field(schema, "Account", "Size").type()).isEqualTo(FieldType.DECIMAL);
    assertThat(field(schema, "Account", "Size").samples()).containsExactly("1", "2.5", "3");
    assertThat(field(schema, "Account", "Blob").type()).isEqualTo(FieldType.ANY);
    assertThat(field(schema, "Account", "OwnerId").references()).containsExactly("User");
    assertThat(field(schema, "Account", "OwnerId").relationship()).isEqualTo("Owner");
    assertThat(
            AnySchema.read("{\"system\": \"erp\", \"objects\": " + list + "}", "x.json").system())
        .isEqualTo("erp");
  }

  @Test
  void tellsTheOtherFormsApartByWhatStandsInThem() {
    assertThat(
            field(
                    AnySchema.read(
                        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\":"
                            + " \"object\", \"properties\": {\"due\": {\"type\": \"string\","
                            + " \"format\": \"date\"}}}",
                        "task.schema.json"),
                    "task",
                    "due")
                .type())
        .isEqualTo(FieldType.DATE);
    assertThat(
            field(
                    AnySchema.read(
                        """
                        openapi: 3.1.0
                        components:
                          schemas:
                            Person:
                              type: object
                              properties: { email: { type: string, format: email } }
                        """,
                        "api.yaml"),
                    "Person",
                    "email")
                .type())
        .isEqualTo(FieldType.EMAIL);
    assertThat(
            field(
                    AnySchema.read("-- ours\nCREATE TABLE people (born date);", "dump.txt"),
                    "people",
                    "born")
                .type())
        .isEqualTo(FieldType.DATE);
    assertThat(AnySchema.read("id;name\n1;Ada\n", "people.csv").object("people")).isPresent();
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    for (String[] each :
        List.of(
            new String[] {"", "empty"},
            new String[] {"[]", "no objects with fields"},
            new String[] {"[{\"email\": \"a@b.c\"}]", "--records"},
            new String[] {"[{\"name\": \"A\", \"fields\": [{\"label\": \"x\"}]}]", "Field 1"},
            new String[] {"[{\"fields\": []}]", "Object 1"},
            new String[] {"{\"kind\": \"Mapping\"}", "Schema was expected"},
            new String[] {OURS.replace("\"type\": \"email\"", "\"type\": \"emial\""), "emial"},
            new String[] {OURS.replace("\"email\", ", "\"email\" "), "line"},
            new String[] {"{\"kind\":\n", "JSON cannot be read"},
            new String[] {"just words", "holds no schema"})) {
      assertThatThrownBy(() -> AnySchema.read(each[0], "a.json"))
          .as(each[0])
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems().toString() + e.problems().getFirst().next())
                      .containsIgnoringCase(each[1]));
    }
    assertThatThrownBy(
            () -> AnySchema.read(OURS.replace("\"type\": \"email\"", "\"type\": \"emial\""), "a"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().place()).hasToString("a:2:72"));
  }
}
