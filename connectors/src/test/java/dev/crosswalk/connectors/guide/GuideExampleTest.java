package dev.crosswalk.connectors.guide;

import static dev.crosswalk.connectors.guide.FakeServer.discovered;
import static dev.crosswalk.connectors.guide.FakeServer.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The worked example of the author's guide, as it stands there: its answers and its pieces. */
final class GuideExampleTest {
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern ANSWER = Pattern.compile("\\| `GET (\\S+)` \\| `(\\{.*})` \\|");
  private static final String THERE = "http://127.0.0.1:8080";

  @TempDir Path folder;

  private static String example() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "connectors.md"));
    return guide.substring(
        guide.indexOf("## From nothing to working"), guide.indexOf("## The two languages"));
  }

  /** The pieces of the example, laid over each other as its text says. */
  private static String definition(String example, int pieces) {
    Map<String, Object> whole = new LinkedHashMap<>();
    for (MatchResult piece : YAML.matcher(example).results().limit(pieces).toList()) {
      Object read = new Load(LoadSettings.builder().build()).loadFromString(piece.group(1));
      lay(whole, (Map<?, ?>) read);
    }
    return FakeServer.JSON.writeValueAsString(whole).replace(THERE, "ORIGIN");
  }

  @SuppressWarnings("unchecked")
  private static void lay(Map<String, Object> under, Map<?, ?> over) {
    over.forEach((key, value) -> {
      if (value instanceof Map<?, ?> more
          && under.get(String.valueOf(key)) instanceof Map<?, ?> there) {
        Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) there);
        lay(both, more);
        under.put(String.valueOf(key), both);
      } else {
        under.put(String.valueOf(key), value);
      }
    });
  }

  private static Reply answer(List<MatchResult> answers, Seen seen) {
    if (!"secret".equals(seen.headers().get("x-token"))) {
      return Reply.status(401, Map.of("problem", "bad token"));
    }
    for (MatchResult answer : answers) {
      HttpUrl url = HttpUrl.get(THERE + answer.group(1));
      if (url.encodedPath().equals(seen.path())
          && url.queryParameterNames().stream()
              .allMatch(n -> String.valueOf(url.queryParameter(n)).equals(seen.query().get(n)))) {
        return Reply.text(answer.group(2), "application/json");
      }
    }
    return Reply.status(404, Map.of("problem", "no such address"));
  }

  private FakeServer harbour(String example) throws IOException {
    List<MatchResult> answers = new ArrayList<>(ANSWER.matcher(example).results().toList());
    assertThat(answers).hasSize(4);
    return new FakeServer(folder, seen -> answer(answers, seen));
  }

  @Test
  void theSmallestFileWorksAsItIs() throws IOException {
    String example = example();
    try (FakeServer server = harbour(example);
        Session session = server.own(definition(example, 1), "token", Map.of("token", "secret"))) {
      assertThat(session.objects(Progress.NONE))
          .extracting(o -> o.name() + " " + o.label())
          .containsExactly("boat Boat", "x_berth Berth");
      assertThat(discovered(session, "boat").fields()).hasSize(3);
    }
  }

  @Test
  void theWholeExampleReadsWhatItSays() throws IOException {
    String example = example();
    String yaml = definition(example, Integer.MAX_VALUE);
    try (FakeServer server = harbour(example);
        Session session = server.own(yaml, "token", Map.of("token", "secret"))) {
      SchemaObject boat = discovered(session, "boat");
      assertThat(field(boat, "name").length()).isEqualTo(80);
      assertThat(field(boat, "name").required()).isTrue();
      assertThat(field(boat, "x_hull").custom()).isTrue();
      assertThat(field(boat, "x_hull").values())
          .containsExactly(PicklistValue.of("w", "Wood"), PicklistValue.of("s", "Steel"));
      assertThat(field(boat, "owner").type()).isEqualTo(FieldType.REFERENCE);
      assertThat(field(boat, "owner").references()).containsExactly("person");
      assertThat(session.sample(boat, List.of(), 100, Progress.NONE))
          .singleElement()
          .satisfies(r -> {
            assertThat(r).containsEntry("name", "Ada").containsEntry("x_hull", "w");
            assertThat(String.valueOf(r.get("owner"))).isEqualTo("3");
          });
    }
    try (FakeServer server = harbour(example);
        Session wrong = server.own(yaml, "token", Map.of("token", "wr0ng-one"))) {
      assertThatThrownBy(() -> wrong.objects(Progress.NONE)).hasMessageContaining("bad token");
    }
  }
}
