package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects what scripts rely on: exit status, counts, and the same result as the preview's. */
class ApplyCommandTest {
  private static final String RECORDS =
      "{\"Name\":\" Ada \",\"Age\":\"36\"}\n{\"Name\":\"Bob\",\"Age\":\"old\"}\n"
          + "{\"Name\":\"Eve\",\"Age\":\"7\",\"Gone\":true}\n{\"Name\":\"Zoë\"}\n";

  @TempDir private Path folder;
  private WrittenWorkspace workspace;
  private CliRunner cli;

  @BeforeEach
  void makeWorkspace() throws IOException {
    cli = new CliRunner(folder);
    workspace = WrittenWorkspace.in(folder);
    workspace.write(
        "mappings/sf/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: sf, object: Contact }
        target: { system: acme, object: person }
        where: [{ field: Gone, operator: ne, value: true }]
        fields:
          age: { from: Age, use: [number] }
          name: { from: Name, use: [trim] }
        """);
    workspace.write(
        "customers/north/sf/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Overlay
        extends: m
        customer: north
        fields:
          age: { use: [{ number: { onInvalid: "null" } }] }
        """);
    workspace.write("in.ndjson", RECORDS);
  }

  @Test
  void tellsCountsAndRejectsByStatusAndFile() throws IOException {
    CliRunner.Result result =
        cli.run(
            "apply",
            "m",
            "--in",
            "in.ndjson",
            "--out",
            "out.ndjson",
            "--rejects",
            "r.ndjson",
            "--format",
            "json");
    assertThat(result.status()).isEqualTo(Exit.FINDINGS);
    assertThat(result.err()).contains("4 records in: 2 out, 1 rejected, 1 filtered out");
    JsonNode counts = result.json();
    assertThat(counts.get("in").asInt()).isEqualTo(4);
    assertThat(workspace.read("out.ndjson"))
        .isEqualTo("{\"age\":36,\"name\":\"Ada\"}\n{\"name\":\"Zoë\"}\n");
    assertThat(Json.mapper().readTree(workspace.read("r.ndjson")).get("field").asString())
        .isEqualTo("age");
    assertThat(folder.resolve("out.ndjson.journal")).doesNotExist();
  }

  @Test
  void aCustomersOverlayCountsAndStandardStreamsWork() {
    CliRunner.Result result =
        cli.input(RECORDS).run("apply", "m", "--customer", "north", "--in", "-", "--out", "-");
    assertThat(result.status()).isEqualTo(Exit.FINE);
    assertThat(result.out())
        .isEqualTo(
            "{\"age\":36,\"name\":\"Ada\"}\n{\"age\":null,\"name\":\"Bob\"}\n{\"name\":\"Zoë\"}\n");
  }

  @Test
  void thePreviewShowsWhatApplyWrites() throws IOException {
    for (String form : new String[] {"in.ndjson", "in.json", "in.csv"}) {
      workspace.write("in.json", "[" + RECORDS.strip().replace("\n", ",\n") + "]");
      workspace.write("in.csv", "Name,Age,Gone\n Ada ,36,\nBob,old,\nEve,7,true\n\"Z\noë\",,\n");
      cli.run("apply", "m", "--in", form, "--out", "out.ndjson");
      JsonNode preview = cli.run("preview", "m", "--records", form, "--format", "json").json();
      StringBuilder passed = new StringBuilder();
      for (JsonNode sample : preview.get("samples")) {
        if (!sample.get("rejected").asBoolean() && !sample.get("after").isEmpty()) {
          passed.append(sample.get("after")).append('\n');
        }
      }
      assertThat(passed.toString()).isEqualTo(workspace.read("out.ndjson")).isNotEmpty();
    }
  }

  @Test
  void wrongArgumentsAndBrokenInputAreStatusTwo() throws IOException {
    workspace.write("broken.json", "[{\"Name\":\"A\"},\n{\"Name\": ]");
    CliRunner.Result broken = cli.run("apply", "m", "--in", "broken.json", "--out", "o.json");
    assertThat(broken.status()).isEqualTo(Exit.INPUT);
    assertThat(broken.err()).contains("broken.json:2", "1 out", "--resume");
    assertThat(folder.resolve("o.json.journal")).exists();
    workspace.write("broken.json", "[{\"Name\":\"A\"},\n{\"Name\":\"B\"}]");
    assertThat(cli.run("apply", "m", "--in", "broken.json", "--out", "o.json", "--resume").status())
        .isEqualTo(Exit.FINE);
    assertThat(workspace.read("o.json")).isEqualTo("[\n{\"name\":\"A\"},\n{\"name\":\"B\"}\n]\n");

    for (String[] wrong :
        new String[][] {
          {"--in", "none.ndjson", "--out", "o.ndjson"},
          {"--in", "in.ndjson", "--out", "in.ndjson"},
          {"--in", "in.ndjson", "--out", "o.ndjson.gz"},
          {"--in", "in.ndjson", "--out", "-", "--resume"},
          {"--in", "in.ndjson", "--out", "o.ndjson", "--threads", "0"},
          {"--in", "in.ndjson", "--out", "no/such/o.ndjson"},
          {"--out", "o.ndjson"}
        }) {
      String[] all = new String[wrong.length + 2];
      all[0] = "apply";
      all[1] = "m";
      System.arraycopy(wrong, 0, all, 2, wrong.length);
      CliRunner.Result result = cli.run(all);
      assertThat(result.status()).as(String.join(" ", wrong)).isEqualTo(Exit.INPUT);
      assertThat(result.err()).doesNotContain("unforeseen", "Exception");
    }
    assertThat(workspace.read("in.ndjson")).isEqualTo(RECORDS);
  }

  @Test
  void saysWhatAnInputIsAndWhereAnOutputCannotBe() throws IOException {
    Files.write(
        folder.resolve("old.csv"),
        "Name;Age;Gone\nZo\u00eb;7;\n".getBytes(java.nio.charset.Charset.forName("windows-1252")));
    CliRunner.Result read =
        cli.run("apply", "m", "--in", "old.csv", "--encoding", "windows-1252", "--out", "o.ndjson");
    assertThat(read.status()).as(read.err()).isEqualTo(Exit.FINE);
    assertThat(workspace.read("o.ndjson")).isEqualTo("{\"age\":7,\"name\":\"Zoë\"}\n");
    CliRunner.Result unknown =
        cli.run("apply", "m", "--in", "old.csv", "--encoding", "klingon", "--out", "o.ndjson");
    assertThat(unknown.status()).isEqualTo(Exit.INPUT);
    assertThat(unknown.err()).contains("klingon", "windows-1252");
    CliRunner.Result nowhere = cli.run("apply", "m", "--in", "in.ndjson", "--out", "no/o.ndjson");
    assertThat(nowhere.status()).isEqualTo(Exit.INPUT);
    assertThat(nowhere.err())
        .contains("does not exist", "Make the folder")
        .doesNotContain("resume");
  }
}
