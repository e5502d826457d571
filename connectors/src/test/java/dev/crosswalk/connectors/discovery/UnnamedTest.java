package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.plugin.sample.Inference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a definition misses in answers is told, and guesses are no narrower than what they saw. */
final class UnnamedTest {
  @TempDir Path folder;

  private Discovery discovered(String name, String fields) throws IOException {
    String yaml =
        """
        connector: 1
        id: odd
        name: Odd
        inputs: {area: {label: Area, optional: true, default: ""}}
        auth: [{id: none, type: none, label: None}]
        http:
          base: ORIGIN
          allowHosts: [127.0.0.1]
        objects:
          static: [{name: boats}]
        fields:
          request: {get: /fields, query: {area: '${area}', kind: ''}}
          items: fields
          map: {name: "NAME", native: type}
        types: {"*": string}
        """;
    try (FakeServer fake = new FakeServer(folder, s -> Reply.text(fields, "application/json"));
        Session session = fake.own(yaml.replace("NAME", name), "none", Map.of())) {
      Discovery found = session.discover(List.of("boats"), Progress.NONE);
      assertThat(fake.seen)
          .as("an optional parameter that is not given is not sent; one written empty is")
          .allSatisfy(s -> assertThat(s.query()).containsOnlyKeys("kind"));
      return found;
    }
  }

  @Test
  void fieldsWhoseNameCannotBeReadAreTold() throws IOException {
    Discovery found =
        discovered("$string($number(key))", "{\"fields\": [{\"key\": \"7\"}, {\"key\": \"b\"}]}");
    assertThat(found.schema().object("boats").orElseThrow().fields()).hasSize(1);
    assertThat(found.problems())
        .anySatisfy(p -> {
          assertThat(p.code()).isEqualTo("fields-without-name");
          assertThat(p.what()).contains("1 of 2 fields of 'boats'").contains("'name' could not");
        });
  }

  @Test
  void aListOfWhichNoFieldHasANameIsTold() throws IOException {
    assertThat(discovered("wrong", "{\"fields\": [{\"key\": \"a\"}, {\"key\": \"b\"}]}").problems())
        .anySatisfy(p -> assertThat(p.what()).contains("2 of 2 fields of 'boats'"));
  }

  @Test
  void leavingSomeOutOnPurposeIsNotTold() throws IOException {
    assertThat(
            discovered("key='a' ? key : null", "{\"fields\": [{\"key\": \"a\"}, {\"key\": \"b\"}]}")
                .problems())
        .isEmpty();
  }

  @Test
  void anEmptyListDoesNotUnsayAFullOneAndTicksAreMoments() {
    List<Map<String, Object>> records =
        List.of(
            Map.of("tags", List.of("a"), "at", "/Date(1755129600000+0000)/"),
            Map.of("tags", List.of(), "at", "/Date(1755129600000)/"));
    assertThat(new Inference(false).fields(records))
        .anySatisfy(
            f -> assertThat(f).containsEntry("name", "tags").containsEntry("type", "string-list"))
        .anySatisfy(
            f -> assertThat(f).containsEntry("name", "at").containsEntry("type", "datetime"));
  }
}
