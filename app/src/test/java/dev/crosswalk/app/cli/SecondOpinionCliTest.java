package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.ModelServer;
import dev.crosswalk.app.cli.CliRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: nothing is sent to a language model before a person agreed, and no lie comes through.
 */
class SecondOpinionCliTest {
  @TempDir Path folder;
  private ModelServer model;
  private CliRunner cli;

  @BeforeEach
  void start() throws IOException {
    cli = new CliRunner(folder);
    Files.writeString(
        folder.resolve("source.yaml"),
        """
        format: crosswalk/v1
        kind: Schema
        system: crm
        objects:
          Contact:
            fields:
              Mood__c: { label: Mood, type: string }
              Spirit__c: { label: Spirit, type: string, samples: [sunny] }
        """);
    Files.writeString(
        folder.resolve("target.yaml"),
        """
        format: crosswalk/v1
        kind: Schema
        system: model
        objects:
          person:
            fields:
              temper: { type: string }
        """);
    model =
        ModelServer.start(
            question -> "{\"target\":1,\"candidate\":9},{\"target\":1,\"candidate\":2}");
  }

  @AfterEach
  void stop() {
    model.close();
  }

  private Result suggest(String... more) {
    List<String> all = new ArrayList<>(List.of("--second-opinion"));
    all.addAll(List.of(more));
    return cli.suggestContact(all);
  }

  @Test
  void asksOnlyAfterConsentAndRemembersIt() {
    String url = model.url();
    Result without = suggest("--model-url", url, "--model", "tiny");
    assertThat(without.status()).isEqualTo(2);
    assertThat(without.err()).contains("Nobody has agreed").contains("--model-agree");
    assertThat(model.asked()).isEmpty();

    Result agreed = suggest("--model-url", url, "--model", "tiny", "--model-agree");
    assertThat(agreed.status()).as(agreed.err()).isZero();
    assertThat(model.asked()).hasSize(1);
    assertThat(model.asked().get(0)).contains("Spirit").doesNotContain("sunny");
    assertThat(agreed.out()).contains("Contact.Spirit__c").contains("\"model\"");

    Result again = suggest();
    assertThat(again.out()).isEqualTo(agreed.out());
    assertThat(model.asked()).as("answered from memory").hasSize(1);
    Result values = suggest("--model-values");
    assertThat(values.status()).as("values need an agreement of their own").isEqualTo(2);
  }
}
