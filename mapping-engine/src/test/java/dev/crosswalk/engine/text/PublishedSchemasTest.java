package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.WorkspaceFile;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Fingerprint;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Protects: every file that the product writes reads back the same and passes its own schema. */
class PublishedSchemasTest {

  private static final Field TIER =
      Field.builder("Acct_Tier__c", FieldType.ENUM)
          .label("Account tier: level")
          .nativeType("picklist")
          .custom(true)
          .required(false)
          .length(80)
          .values(List.of(PicklistValue.of("Gold", "Gold"), PicklistValue.of("No")))
          .defaultValue("1")
          .references(List.of("User", "Group"))
          .samples(List.of("Gold"))
          .build();

  private static final Schema SCHEMA =
      new Schema(
          "salesforce",
          "crm",
          List.of(
              new SchemaObject(
                  "Contact",
                  "Contact",
                  "Contacts",
                  null,
                  false,
                  null,
                  null,
                  List.of(TIER, Field.builder("a.b", FieldType.DATE_RANGE).build()))));

  private static void passes(String kind, String text) {
    assertThat(PublishedSchemas.validate(kind, YamlDocument.parse(text, "f.yaml"))).isEmpty();
  }

  @Test
  void schemaFilesReadBackTheSame() {
    String text = SchemaFile.write(SCHEMA);

    assertThat(SchemaFile.read(text, "s.yaml")).isEqualTo(SCHEMA);
    passes("schema", text);
    String json =
        tools.jackson.databind.json.JsonMapper.builder()
            .build()
            .writeValueAsString(SchemaFile.plain(SCHEMA));
    assertThat(SchemaFile.read(json, "s.json")).isEqualTo(SCHEMA);
  }

  @Test
  void mappingWorkspaceAndCustomerPass() {
    Mapping mapping =
        new Mapping(
            "id",
            "t",
            null,
            new Mapping.Endpoint(
                "a", null, "A", Fingerprint.of(SCHEMA.objects().get(0), List.of("Acct_Tier__c"))),
            new Mapping.Endpoint("b", null, "B", null),
            Mapping.Direction.BOTH,
            new Mapping.Defaults(Mapping.OnMissing.NULL, Mapping.OnError.NULL, "UTC", "US", null),
            List.of(new Mapping.RowFilter("x", "eq", 1L)),
            List.of("k"),
            new TreeMap<>(
                Map.of(
                    "k", FieldMapping.of(FieldMapping.From.of(List.of("x", "y"))),
                    "n", FieldMapping.of(new FieldMapping.Constant(null)))),
            new TreeMap<>(Map.of("r", List.of("s"))),
            new TreeMap<>(Map.of("i", "no")),
            Map.of("ampersand", Map.of("backfillDays", 3L)));
    MappingDocument document = MappingDocument.create(mapping, "m.yaml");
    assertThat(document.mapping()).contains(mapping);
    passes("mapping", document.text());

    WorkspaceFile workspace = new WorkspaceFile("Acme: all", "acme", Mapping.Defaults.STANDARD);
    assertThat(WorkspaceFile.read(workspace.write(), "w")).isEqualTo(workspace);
    passes("workspace", workspace.write());

    CustomerFile customer =
        new CustomerFile("nw", "Northwind", Map.of("salesforce", "nw-dev"), List.of("id"));
    assertThat(CustomerFile.read(customer.write(), "c")).isEqualTo(customer);
    passes("customer", customer.write());
  }

  @Test
  void wrongFilesAreRefusedWithTheirPlace() {
    YamlDocument wrong =
        YamlDocument.parse("format: crosswalk/v1\nkind: Customer\nid: 3\nname: x\n", "c.yaml");

    assertThat(PublishedSchemas.validate("customer", wrong))
        .singleElement()
        .satisfies(p -> assertThat(p.place().line()).isEqualTo(3));
    PublishedSchemas.kinds().forEach(k -> assertThat(PublishedSchemas.text(k)).contains("2020-12"));
  }

  @Test
  void unknownTypesAreNamed() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            SchemaFile.read(SchemaFile.write(SCHEMA).replace("type: enum", "type: enumm"), "s"))
        .hasMessageContaining("'enumm'")
        .hasMessageContaining("Did you mean 'enum'?")
        .hasMessageContaining("multi-enum");
  }

  @Test
  void theFingerprintCoversOnlyMappedFields() {
    SchemaObject object = SCHEMA.objects().get(0);
    String before = Fingerprint.of(object, List.of("Acct_Tier__c"));

    assertThat(before).matches("sha256:[0-9a-f]{12}");
    Field more = TIER.toBuilder().values(List.of(PicklistValue.of("Gold"))).build();
    Field labelled = TIER.toBuilder().label("Tier").samples(List.of()).build();
    assertThat(Fingerprint.of(object.withFields(List.of(labelled)), List.of("Acct_Tier__c")))
        .isEqualTo(before);
    assertThat(Fingerprint.of(object.withFields(List.of(more)), List.of("Acct_Tier__c")))
        .isNotEqualTo(before);
  }
}
