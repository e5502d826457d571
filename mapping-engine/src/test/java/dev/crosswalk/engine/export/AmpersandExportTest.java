package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Mappings;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The manifest keeps Ampersand's shape and rules, and says what it leaves out. */
class AmpersandExportTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final SchemaObject SOURCE =
      SchemaObject.of(
          "Contact",
          List.of(
              Field.builder("Email", FieldType.EMAIL).custom(false).build(),
              Field.builder("Region__c", FieldType.STRING).custom(true).build(),
              Field.builder("Description", FieldType.TEXT).custom(false).build(),
              Field.builder("Score__c", FieldType.DECIMAL).custom(true).build(),
              Field.builder("Tier__c", FieldType.ENUM).custom(true).build()));

  private static final SchemaObject TARGET =
      SchemaObject.of(
          "person", List.of(Field.builder("email", FieldType.EMAIL).label("E-mail").build()));

  private static final Map<String, FieldMapping> FIELDS =
      Map.of(
          "email", from("Email", step("email")),
          "full_name", from(List.of("FirstName", "LastName"), step("join")),
          "notes", field(new Ask("Which field holds notes?", "Description")),
          "owner.email", from("Owner.Email"),
          "phone", from("Phone"),
          "region", from("Region__c"),
          "score", field(new Expr("Score__c / 100")),
          "source", field(new Constant("crm")),
          "tier",
              values(
                  from("Tier__c"),
                  new ValueMap(record("Gold", "gold", "Tin", "tin"), new RejectOther(), false)));

  @Test
  void theManifestComesFromTheBaseAndAllOverlays() throws IOException {
    ExportResult result = export(set(base(), customers()));
    assertThat(result.hasErrors()).as(result.problems().toString()).isFalse();
    OutputFile manifest = result.files().get(0);
    assertThat(manifest.path()).isEqualTo("amp.yaml");
    assertThat(manifest.text())
        .isEqualTo(
            """
            # Written by Crosswalk (export ampersand) from contact-to-person.
            # Edit the mapping and export again; changes made here are lost.
            specVersion: "1.0.0"
            integrations:
              - name: contact-to-person
                provider: salesforce
                read:
                  objects:
                    - objectName: Contact
                      destination: crmHook
                      schedule: "*/15 * * * *"
                      mapToName: person
                      mapToDisplayName: person
                      requiredFields:
                        - fieldName: Email
                          mapToName: email
                          mapToDisplayName: E-mail
                        - mapToName: notes
                          mapToDisplayName: Notes
                          prompt: Which field holds notes?
                          default: Description
                        - fieldName: $['Owner']['Email']
                          mapToName: $['owner']['email']
                          mapToDisplayName: Owner email
                        - mapToName: region
                          mapToDisplayName: Region
                          prompt: Which field is the Region?
                        - fieldName: Tier__c
                          mapToName: tier
                          mapToDisplayName: Tier
                        - fieldName: FirstName
                        - fieldName: LastName
                        - fieldName: Score__c
                      optionalFields:
                        - fieldName: Extra__c
                          mapToName: extra
                          mapToDisplayName: Extra
                        - fieldName: Phone
                          mapToName: phone
                          mapToDisplayName: Phone
                      backfill:
                        defaultPeriod:
                          days: 30
            """);
    valid(manifest.text());
  }

  @Test
  void eachCustomerGetsItsInstallation() {
    Map<String, OutputFile> files = new HashMap<>();
    export(set(base(), customers())).files().forEach(f -> files.put(f.path(), f));
    Map<?, ?> config =
        JSON.readValue(
            Objects.requireNonNull(files.get("installations/northwind.json")).text(), Map.class);
    Map<?, ?> object =
        (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) config.get("read")).get("objects")).get("Contact");
    assertThat(config.get("provider")).isEqualTo("salesforce");
    assertThat(object.get("selectedFields")).isEqualTo(Map.of("Extra__c", true));
    assertThat(object.get("selectedFieldMappings"))
        .isEqualTo(Map.of("notes", "Notes__c", "region", "Sales_Region__c"));
    assertThat(object.get("selectedValueMappings"))
        .isEqualTo(Map.of("Tier__c", Map.of("gold", "Gold", "tin", "Tin")));
    assertThat(object.get("fieldFilters"))
        .isEqualTo(List.of(Map.of("fieldName", "Active__c", "operator", "eq", "value", true)));
    Map<?, ?> other =
        JSON.readValue(
            Objects.requireNonNull(files.get("installations/contoso.json")).text(), Map.class);
    object =
        (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) other.get("read")).get("objects")).get("Contact");
    assertThat(object.get("selectedFields")).isEqualTo(Map.of("Phone", true));
    assertThat(object.get("selectedFieldMappings")).isEqualTo(Map.of("region", "Region__c"));
  }

  @Test
  void whatAmpersandCannotSayIsListedWithItsJsonata() {
    ExportResult result = export(set(base(), customers()));
    assertThat(result.notExpressed())
        .containsExactly(
            "contact-to-person: email: steps are not run (email).",
            "contact-to-person: full_name: its sources (FirstName, LastName) are not combined;"
                + " steps are not run (join).",
            "contact-to-person: score: the expression is not run.",
            "contact-to-person: source: the constant is not set.",
            "contact-to-person: tier: values outside the value map are not treated.",
            "contact-to-person: the row filter on Age (gt) is not applied.");
    String notes = result.files().get(1).text();
    assertThat(result.files().get(1).path()).isEqualTo("amp.not-expressed.md");
    assertThat(notes)
        .contains("Written by Crosswalk")
        .contains("```jsonata\n($x := (Score__c / 100);")
        .contains("$exists(FirstName) or $exists(LastName)")
        .contains("Not sayable in JSONata: the steps email.");
  }

  @Test
  void anUnansweredQuestionIsAWarning() {
    ExportResult result = export(set(base(), customers()));
    assertThat(result.problems().stream().map(Problem::what))
        .contains("The customer 'contoso' has not answered for 'notes': Which field holds notes?");
  }

  @Test
  void defaultsAreValidAndSaid() throws IOException {
    Mapping plain = Mappings.of(Map.of("email", from("Email")));
    ExportResult result = export(MappingSet.of(plain));
    valid(result.files().get(0).text());
    assertThat(result.files()).hasSize(1);
    assertThat(result.notExpressed()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("ampersand-destination");
  }

  @Test
  void writeInheritsTheMappingOfTheReadObject() throws IOException {
    ExportResult result = export(MappingSet.of(with(base(), Direction.BOTH, base().fields())));
    assertThat(result.files().get(0).text())
        .contains(
            "write:\n      objects:\n        - objectName: Contact\n          inheritMapping: true");
    valid(result.files().get(0).text());
  }

  @Test
  void whatAmpersandWouldRefuseIsAnError() {
    for (String schedule :
        List.of("* * * * *", "*/5 * * * *", "0 25 * * *", "hourly", "0,55 * * * *")) {
      Mapping mapping = exportSettings(base(), Map.of("destination", "d", "schedule", schedule));
      assertThat(export(MappingSet.of(mapping)).hasErrors()).as(schedule).isTrue();
    }
    for (String schedule :
        List.of("*/10 * * * *", "0 9 * * mon-fri", "0,55 9 * * *", "5 */2 1,15 * *")) {
      Mapping mapping = exportSettings(base(), Map.of("destination", "d", "schedule", schedule));
      assertThat(export(MappingSet.of(mapping)).problems()).as(schedule).isEmpty();
    }
    assertThat(export(MappingSet.of(Mappings.of(Map.of()))).problems().toString())
        .contains("The object has no field. Map at least one field.");
    ExportResult twice =
        new AmpersandExport()
            .export(
                new ExportRequest(List.of(MappingSet.of(base()), MappingSet.of(base())), Map.of()));
    assertThat(twice.problems().toString()).contains("Two integrations have the name");
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static void valid(String yaml) throws IOException {
    try (InputStream in =
        AmpersandExportTest.class.getResourceAsStream("ampersand-manifest.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      assertThat(schema.validate(JSON.writeValueAsString(load(yaml)), InputFormat.JSON)).isEmpty();
    }
  }

  private static ExportResult export(MappingSet set) {
    return new AmpersandExport().export(ExportRequest.of(set));
  }

  private static MappingSet set(Mapping base, Map<String, Mapping> customers) {
    return new MappingSet(base, new TreeMap<>(customers), SOURCE, TARGET);
  }

  private static Mapping base() {
    Mapping mapping =
        Mappings.of(
            FIELDS,
            Mapping.Defaults.STANDARD,
            List.of(new RowFilter("Active__c", "eq", true), new RowFilter("Age", "gt", 17)));
    return exportSettings(
        mapping, Map.of("destination", "crmHook", "schedule", "*/15 * * * *", "backfillDays", 30));
  }

  /**
   * One customer re-sources region, answers, adds a field and drops phone; the other does nothing.
   */
  private static Map<String, Mapping> customers() {
    Map<String, FieldMapping> northwind = new LinkedHashMap<>(FIELDS);
    northwind.put("region", from("Sales_Region__c"));
    northwind.put("notes", from("Notes__c"));
    northwind.put("extra", from("Extra__c"));
    northwind.remove("phone");
    return Map.of("contoso", base(), "northwind", with(base(), Direction.READ, northwind));
  }

  private static Mapping with(Mapping m, Direction direction, Map<String, FieldMapping> fields) {
    return new Mapping(
        m.id(),
        m.title(),
        m.note(),
        m.source(),
        m.target(),
        direction,
        m.defaults(),
        m.where(),
        m.key(),
        new TreeMap<>(fields),
        m.rejected(),
        m.ignored(),
        m.export());
  }

  private static Mapping exportSettings(Mapping m, Map<String, Object> settings) {
    return new Mapping(
        m.id(),
        m.title(),
        m.note(),
        m.source(),
        m.target(),
        m.direction(),
        m.defaults(),
        m.where(),
        m.key(),
        m.fields(),
        m.rejected(),
        m.ignored(),
        Map.of("ampersand", settings));
  }
}
