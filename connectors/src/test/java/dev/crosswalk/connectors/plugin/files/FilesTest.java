package dev.crosswalk.connectors.plugin.files;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Engines;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of systems are read as they come, and nothing that looks like a code becomes a number.
 */
final class FilesTest {
  @TempDir Path folder;
  @TempDir Path other;

  private Session open(Path path) {
    return new Engines(other)
        .catalog()
        .open(
            new ConnectionProfile("export", "files", "none", Map.of("path", path.toString())),
            Map.of());
  }

  @Test
  void csvJsonAndExcelOfOneFolder() throws IOException {
    Files.writeString(
        folder.resolve("people.csv"),
        "\uFEFFName;Postcode;Age;Since;\nAda;01234;36;2026-11-21;x\nBob;99999;40;2025-01-02;\n");
    Files.writeString(
        folder.resolve("deals.ndjson"),
        "{\"title\": \"A\", \"amount\": 1.5, \"owner\": {\"id\": 7}}\n{\"title\": \"B\", \"amount\": 2, \"won\": true}\n");
    Files.writeString(folder.resolve("notes.md"), "no table");
    excel(folder.resolve("accounts.xlsx"));
    try (Session session = open(folder)) {
      assertThat(session.objects(Progress.NONE))
          .extracting(o -> o.name())
          .containsExactly("accounts", "deals", "people");
      SchemaObject people = discovered(session, "people");
      assertThat(field(people, "Postcode").type()).isEqualTo(FieldType.STRING);
      assertThat(field(people, "Age").type()).isEqualTo(FieldType.INTEGER);
      assertThat(field(people, "Since").type()).isEqualTo(FieldType.DATE);
      assertThat(field(people, "Column 5").type()).isEqualTo(FieldType.STRING);
      assertThat(field(people, "Age").warnings())
          .singleElement()
          .asString()
          .contains("Guessed from 2 records");
      assertThat(session.sample(people, List.of("Postcode"), 1, Progress.NONE))
          .containsExactly(Map.of("Postcode", "01234"));
      SchemaObject deals = discovered(session, "deals");
      assertThat(field(deals, "amount").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(field(deals, "owner.id").partOf()).isEqualTo("owner");
      assertThat(field(deals, "won").type()).isEqualTo(FieldType.BOOLEAN);
      assertThat(session.sample(deals, List.of("owner.id"), 1, Progress.NONE))
          .containsExactly(Map.of("owner", Map.of("id", 7)));
      SchemaObject accounts = discovered(session, "accounts");
      assertThat(field(accounts, "Since").type()).isEqualTo(FieldType.DATE);
      assertThat(field(accounts, "Limit").type()).isEqualTo(FieldType.DECIMAL);
      assertThat(session.sample(accounts, List.of(), 9, Progress.NONE))
          .containsExactly(
              Map.of(
                  "Name",
                  "Acme",
                  "Limit",
                  new BigDecimal("12.5"),
                  "Since",
                  "2026-11-21",
                  "Staff",
                  7L));
    }
  }

  @Test
  void whatIsBrokenIsNamed() throws IOException {
    Path broken = folder.resolve("broken.ndjson");
    Files.writeString(broken, "{\"a\": 1}\n{\"a\": \n");
    try (Session session = open(broken)) {
      assertThatThrownBy(() -> session.discover(List.of(), Progress.NONE))
          .hasMessageContaining("broken.ndjson")
          .hasMessageContaining("line 2");
    }
    Path no = folder.resolve("no.xlsx");
    Files.writeString(no, "PK but no zip");
    try (Session session = open(no)) {
      assertThatThrownBy(() -> session.objects(Progress.NONE)).hasMessageContaining("no.xlsx");
    }
    try (Session session = open(folder.resolve("missing.csv"))) {
      assertThatThrownBy(() -> session.test(Progress.NONE))
          .hasMessageContaining("There is no file");
    }
  }

  /**
   * The smallest workbook that Excel would open: texts in the cells, one style that shows dates.
   */
  private static void excel(Path file) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006/";
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns='"
                + packages
                + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>"
                + override("workbook", "sheet.main")
                + override("styles", "styles")
                + override("worksheets/sheet1", "worksheet")
                + "</Types>",
            "_rels/.rels",
            "<Relationships xmlns='"
                + packages
                + "relationships'><Relationship Id='r1' Type='"
                + office
                + "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns='"
                + main
                + "' xmlns:r='"
                + office
                + "'><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='"
                + packages
                + "relationships'><Relationship Id='r1' Type='"
                + office
                + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='"
                + office
                + "/styles' Target='styles.xml'/></Relationships>",
            "xl/styles.xml",
            "<styleSheet xmlns='"
                + main
                + "'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns='"
                + main
                + "'><sheetData>"
                + "<row r='1'>"
                + text("A1", "Name")
                + text("B1", "Limit")
                + text("C1", "Since")
                + text("D1", "Staff")
                + "</row>"
                + "<row r='2'>"
                + text("A2", "Acme")
                + "<c r='B2'><v>12.5</v></c><c r='C2' s='1'><v>46347</v></c><c r='D2'><v>7</v></c></row>"
                + "</sheetData></worksheet>");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(
            ("<?xml version='1.0' encoding='UTF-8'?>" + part.getValue())
                .getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String override(String part, String kind) {
    return "<Override PartName='/xl/"
        + part
        + ".xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml."
        + kind
        + "+xml'/>";
  }

  private static String text(String cell, String text) {
    return "<c r='" + cell + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  @Test
  void aBrokenFileIsNamedAndTheOthersAreRead() throws IOException {
    Files.writeString(folder.resolve("broken.csv"), "a,b\n1,\"x\\\"y\"z\n");
    Files.writeString(folder.resolve("people.csv"), "Name\nAda\n");
    try (Session session = open(folder)) {
      Discovery found = session.discover(List.of(), Progress.NONE);
      assertThat(found.schema().objects()).extracting(SchemaObject::name).containsExactly("people");
      assertThat(found.complete()).isFalse();
      assertThat(found.problems())
          .singleElement()
          .satisfies(p -> assertThat(p.what()).contains("broken.csv"));
      assertThat(
              session.sample(found.schema().objects().get(0), List.of(), 5, Progress.NONE).get(0))
          .containsEntry("Name", "Ada");
    }
  }

  @Test
  void theEncodingCanBeSaid() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.write(file, "Straße\nKöln\n".getBytes(Charset.forName("windows-1252")));
    try (Session session = open(file)) {
      assertThatThrownBy(() -> session.objects(Progress.NONE))
          .hasMessageContaining("not UTF-8")
          .satisfies(
              e -> assertThat(((ProblemException) e).problem().next()).contains("--set encoding="));
    }
    ConnectionProfile western =
        new ConnectionProfile(
            "export", "files", "none", Map.of("path", file.toString(), "encoding", "windows-1252"));
    try (Session session = new Engines(other).catalog().open(western, Map.of())) {
      SchemaObject people = discovered(session, "people");
      assertThat(session.sample(people, List.of(), 5, Progress.NONE).get(0))
          .containsEntry("Straße", "Köln");
    }
  }
}
