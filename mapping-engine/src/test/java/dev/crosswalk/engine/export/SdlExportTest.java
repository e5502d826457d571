package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.fallback;
import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Reference;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Data Loader reads from the file what the mapping says. */
class SdlExportTest {
  private static final SchemaObject CONTACT =
      SchemaObject.of(
          "Contact",
          List.of(
              Field.builder("AccountId", FieldType.REFERENCE)
                  .relationship("Account")
                  .references(List.of("Account"))
                  .build(),
              Field.builder("OwnerId", FieldType.REFERENCE)
                  .relationship("Owner")
                  .references(List.of("User", "Group"))
                  .build()));

  private static final SchemaObject PERSON =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("mail", FieldType.EMAIL).build(),
              Field.builder("internal note", FieldType.TEXT).build()));

  private static Map<String, FieldMapping> loaded() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("Email", from("mail", step("trim")));
    fields.put("Backup_Email__c", from("mail"));
    fields.put("LastName", fallback(from("Nach name:"), "?"));
    fields.put("AccountId", refers(from("account"), "Account", "External_Id__c"));
    fields.put("OwnerId", refers(from("owner"), "User", "Email"));
    fields.put("Parent__c", refers(from("parent"), "Parent__c", "Key__c"));
    fields.put("Team.Name", from("team"));
    fields.put("LeadSource", field(new Constant("Müller = \"Web\"")));
    fields.put("Origin__c", field(new Constant("Müller = \"Web\"")));
    fields.put("Full__c", from(List.of("a", "b"), step("join")));
    return fields;
  }

  private static FieldMapping refers(FieldMapping f, String object, String key) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        f.fallback(),
        f.required(),
        f.write(),
        new Reference(object, key),
        f.shared(),
        f.origin(),
        f.note());
  }

  private static FieldMapping writes(FieldMapping f, WriteMode mode) {
    return new FieldMapping(
        f.input(),
        f.when(),
        f.use(),
        f.values(),
        f.fallback(),
        f.required(),
        mode,
        f.reference(),
        f.shared(),
        f.origin(),
        f.note());
  }

  private static Mapping load() {
    return Exports.key(
        Exports.where(
            Exports.mapping("acme.person", "salesforce.Contact", Direction.READ, loaded()),
            new RowFilter("active", "eq", true)),
        "Email");
  }

  private static Properties read(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    return properties;
  }

  @Test
  void aLoadGoesFromColumnsToFields() throws IOException {
    ExportResult result =
        Exports.run(new SdlExport(), Exports.set(load(), Map.of(), PERSON, CONTACT));
    assertThat(result.problems()).isEmpty();
    Properties lines = read(Exports.file(result, "the-mapping.load.sdl"));
    assertThat(lines)
        .isEqualTo(
            Map.of(
                "mail", "Backup_Email__c, Email",
                "Nach name:", "LastName",
                "account", "Account:External_Id__c",
                "owner", "Owner:User-Email",
                "parent", "Parent__r:Key__c",
                "team", "Team:Name",
                "\"Müller = \"Web\"\"", "LeadSource, Origin__c",
                "internal note", ""));
    assertThat(result.notExpressed())
        .containsExactly(
            "the-mapping: Email: steps are not run (trim).",
            "the-mapping: Full__c: its sources (a, b) are not combined; steps are not run (join).",
            "the-mapping: LastName: the default is not set.",
            "the-mapping: the row filter on active (eq) is not applied.");
    assertThat(Exports.file(result, "the-mapping.load.sdl"))
        .startsWith("# Written by Crosswalk (export sdl) from the-mapping.\n")
        .contains("# Upsert by Email.\n", "# Not loaded:\ninternal\\ note=\n")
        .contains("# Not expressed: the-mapping: Email: steps are not run (trim).\n");
  }

  @Test
  void anExtractGoesFromFieldsToColumnsAndBothWritesBoth() throws IOException {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("mail", from("Email"));
    fields.put("mail_again", from("Email"));
    fields.put("owner.mail", from("Owner.Email"));
    fields.put("read_only", writes(from("CreatedDate"), WriteMode.NEVER));
    fields.put("once", writes(from("Code__c"), WriteMode.CREATE));
    fields.put("system", field(new Constant("crm")));
    Mapping both = Exports.mapping("salesforce.Contact", "acme.person", Direction.BOTH, fields);
    ExportResult result = Exports.run(new SdlExport(), Exports.set(both, Map.of(), CONTACT, null));
    assertThat(read(Exports.file(result, "the-mapping.extract.sdl")))
        .isEqualTo(
            Map.of(
                "Email", "mail",
                "Owner.Email", "owner.mail",
                "CreatedDate", "read_only",
                "Code__c", "once",
                "\"crm\"", "system"));
    assertThat(read(Exports.file(result, "the-mapping.load.sdl")))
        .isEqualTo(
            Map.of(
                "mail", "Email",
                "mail_again", "Email",
                "owner.mail", "Owner:Email",
                "once", "Code__c"));
    assertThat(result.notExpressed())
        .containsExactlyInAnyOrder(
            "the-mapping: mail_again: Email is extracted as mail only.",
            "the-mapping: once: it is also written when a record is updated.",
            "the-mapping: system: a constant has no field to go to.");
  }

  @Test
  void eachCustomerHasItsFileAndTheBytesAreTheSameTwice() throws IOException {
    Map<String, FieldMapping> own = loaded();
    own.put("Email", from("work_mail"));
    Mapping northwind = Exports.mapping("acme.person", "salesforce.Contact", Direction.READ, own);
    MappingSet set = Exports.set(load(), Map.of("north wind/1", northwind), null, null);
    ExportResult result = Exports.run(new SdlExport(), set);
    assertThat(result.files()).hasSize(2);
    String path = result.files().get(1).path();
    assertThat(path).matches("north-wind-1-[0-9a-f]{8}/the-mapping\\.load\\.sdl");
    assertThat(read(Exports.file(result, path))).containsEntry("work_mail", "Email");
    assertThat(Exports.run(new SdlExport(), set)).isEqualTo(result);
  }

  @Test
  void anotherSystemHasToBeNamed() {
    Mapping mapping = Exports.mapping("erp.a", "acme.b", Direction.READ, Map.of("x", from("y")));
    ExportResult result = Exports.run(new SdlExport(), MappingSet.of(mapping));
    assertThat(result.files()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .extracting(Problem::what)
        .isEqualTo("Data Loader is for salesforce, and the mapping goes from erp to acme.");
    Mapping said = Exports.settings(mapping, "sdl", Map.of("side", "source"));
    assertThat(Exports.run(new SdlExport(), MappingSet.of(said)).files())
        .singleElement()
        .satisfies(f -> assertThat(f.text()).endsWith("y=x\n"));
    Mapping wrong = Exports.settings(mapping, "sdl", Map.of("side", "left"));
    assertThat(Exports.run(new SdlExport(), MappingSet.of(wrong)).hasErrors()).isTrue();
  }

  @Test
  void columnsThatDataLoaderWouldReadOtherwiseAreLeftOut() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("A__c", from("last, first"));
    fields.put("B__c", from("Mail"));
    fields.put("C__c", from("mail"));
    fields.put("D__c", from("\"quoted\""));
    fields.put("E.F.G", from("deep"));
    Mapping mapping = Exports.mapping("acme.person", "salesforce.Contact", Direction.READ, fields);
    ExportResult result = Exports.run(new SdlExport(), MappingSet.of(mapping));
    assertThat(result.notExpressed())
        .containsExactly(
            "the-mapping: A__c: a comma in a column's name parts two columns.",
            "the-mapping: C__c: the columns Mail and mail count as one.",
            "the-mapping: D__c: a column in quotes is read as a constant.",
            "the-mapping: E.F.G: only one reference can be crossed.");
    assertThat(result.files().get(0).text()).contains("\nMail=B__c\n").doesNotContain("=C__c");
  }

  @Property(tries = 300)
  void whatIsWrittenIsWhatIsRead(@ForAll String key, @ForAll String value) throws IOException {
    String text = SdlText.comment(value) + "\n" + SdlText.line(key, value) + "\n";
    assertThat(text.chars().allMatch(c -> c < 0x7F)).isTrue();
    assertThat(read(text)).isEqualTo(Map.of(key, value));
  }
}
