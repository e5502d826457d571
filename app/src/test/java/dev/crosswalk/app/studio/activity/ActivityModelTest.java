package dev.crosswalk.app.studio.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.connectors.http.RequestEntry;
import dev.crosswalk.connectors.http.RequestLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
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

  /** The list is kept at ten thousand, and what is selected stays while more comes in. */
  @Test
  void ten_thousand_requests_stay_in_bounds_and_what_is_new_is_only_added() throws Exception {
    RequestLog log = new RequestLog(10_000);
    List<Runnable> later = new ArrayList<>();
    ActivityModel busy = new ActivityModel(studio.context(dialogs), log, later::add);
    for (int i = 0; i < 12_000; i++) {
      log.add(request("/objects/" + i, i % 10 == 0 ? 500 : 200));
    }
    assertThat(later).as("one look for many requests").hasSize(1);
    later.removeFirst().run();
    assertThat(busy.shown()).hasSize(10_000);
    assertThat(busy.shown().getFirst().url()).endsWith("/11999");
    assertThat(busy.shown().getLast().url()).endsWith("/2000");

    List<Boolean> replaced = new ArrayList<>();
    busy.shown()
        .addListener(
            (ListChangeListener<RequestEntry>)
                change -> {
                  while (change.next()) {
                    replaced.add(change.wasReplaced());
                  }
                });
    log.add(request("/objects/new", 200));
    later.removeFirst().run();
    assertThat(replaced).isNotEmpty().doesNotContain(true);
    assertThat(busy.shown()).hasSize(10_000);
    assertThat(busy.shown().getFirst().url()).endsWith("/new");

    long start = System.nanoTime();
    busy.filter().set("/objects/119");
    assertThat(busy.shown()).hasSize(100);
    busy.failedOnly().set(true);
    assertThat(busy.shown()).hasSize(10);
    busy.filter().set("");
    assertThat(busy.shown()).as("one went out at the end").hasSize(999);
    System.out.println(
        "three filters over 10,000 requests: " + (System.nanoTime() - start) / 1_000_000 + " ms");
    busy.failedOnly().set(false);
    Path file = folder.resolve("all.har");
    dialogs.paths.add(file);
    busy.exportHar();
    assertThat(JsonMapper.builder().build().readTree(Files.readString(file)).at("/log/entries"))
        .hasSize(10_000);
  }
}
