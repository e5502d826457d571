package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.cli.CliRunner.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects connect, discover and schemas against real servers, reachable and not. */
class CliSandboxTest {
  @TempDir Path folder;
  CliRunner cli;

  @BeforeEach
  void start() {
    cli = new CliRunner(folder);
  }

  @Test
  void connectsDiscoversAndShowsWhatTheCacheHolds() {
    Result connected =
        cli.run("connect", "sandbox-northwind", "--connector", "salesforce", "--format", "json");
    assertThat(connected.status()).as(connected.err()).isZero();
    assertThat(connected.json().get("user").asString()).contains("northwind");

    Result found =
        cli.run(
            "discover",
            "sandbox-northwind",
            "--object",
            "Contact",
            "--records",
            "5",
            "--format",
            "json");
    assertThat(found.status()).as(found.err()).isZero();
    assertThat(found.json().get("records").asInt()).isEqualTo(5);
    assertThat(found.json().get("complete").asBoolean()).isTrue();

    JsonNode objects = cli.run("schemas", "sandbox-northwind", "--format", "json").json();
    assertThat(objects.get(0).get("object").asString()).isEqualTo("Contact");
    assertThat(objects.get(0).get("fields").asInt()).isGreaterThan(40);
    assertThat(cli.run("schemas").out()).contains("sandbox-northwind");
  }

  @Test
  void aSystemThatCannotBeReachedIsStatusThreeAndStoresNothing() {
    Result result =
        cli.with("TOKEN", "pat-made-up")
            .run(
                "connect",
                "away",
                "--connector",
                "hubspot",
                "--set",
                "loopback=http://127.0.0.1:1",
                "--secret-env",
                "token=TOKEN");
    assertThat(result.status()).as(result.err()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).doesNotContain("pat-made-up").doesNotContain("Exception");
    assertThat(cli.run("discover", "away").status()).isEqualTo(2);
  }
}
