package dev.crosswalk.app.studio.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.connectors.http.RequestEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The request table and what can be taken out of it. */
class ActivityModelTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private ActivityModel model;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder);
    model = new ActivityModel(studio.context(dialogs), studio.log, Runnable::run);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private static RequestEntry request(String path, int status) {
    return new RequestEntry(
        StudioFixture.NOW,
        "northwind",
        "query",
        "GET",
        "https://example.org" + path,
        List.of(Map.entry("Authorization", "***"), Map.entry("X-Note", "it's")),
        status,
        Duration.ofMillis(12),
        100,
        1,
        Map.of(),
        null);
  }

  @Test
  void new_requests_come_first_and_filters_narrow_them() {
    studio.log.add(request("/a", 200));
    studio.log.add(request("/b", 500));
    assertThat(model.shown()).extracting(RequestEntry::status).containsExactly(500, 200);
    model.failedOnly().set(true);
    assertThat(model.shown()).extracting(RequestEntry::status).containsExactly(500);
    model.failedOnly().set(false);
    model.filter().set("/A");
    assertThat(model.shown()).extracting(RequestEntry::status).containsExactly(200);
  }

  @Test
  void a_curl_command_is_quoted_for_the_shell_and_holds_no_secret() {
    assertThat(Curl.of(request("/a?q=1", 200)))
        .contains("-H 'Authorization: ***'")
        .contains("-H 'X-Note: it'\\''s'")
        .endsWith("'https://example.org/a?q=1'");
  }

  @Test
  void a_har_file_holds_what_is_shown() throws Exception {
    studio.log.add(request("/a?q=x%20y", 200));
    Path file = folder.resolve("out.har");
    dialogs.paths.add(file);
    model.exportHar();
    JsonNode entry =
        JsonMapper.builder().build().readTree(Files.readString(file)).at("/log/entries/0");
    assertThat(entry.at("/request/queryString/0/value").asString()).isEqualTo("x y");
    assertThat(entry.at("/response/status").asInt()).isEqualTo(200);
  }
}
