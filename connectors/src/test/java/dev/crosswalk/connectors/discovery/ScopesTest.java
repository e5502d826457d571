package dev.crosswalk.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.guide.FakeServer;
import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.engine.schema.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of fields that needs a right is asked for by those who have it, and by nobody else. */
final class ScopesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"read, false", "read boat.sensitive, true"})
  void onlyWithTheScope(String granted, boolean asked) throws IOException {
    String yaml =
        """
        connector: 1
        id: harbour
        name: Harbour
        inputs: {clientId: {label: Id}, clientSecret: {label: Secret, secret: true}}
        auth: [{id: app, type: oauth2-client-credentials, label: App, token: ORIGIN/token, clientAuth: post, scopes: [read]}]
        http: {base: ORIGIN/api, allowHosts: [127.0.0.1]}
        objects: {static: [{name: boat}]}
        fields:
          request: {get: /fields}
          items: fields
          map: {name: key, native: kind}
          more:
            - {when: "(object.name & '.sensitive') in $scopes", request: {get: /fields, query: {kind: sensitive}}, items: fields}
        types: {"*": string}
        """;
    try (FakeServer server =
            new FakeServer(
                folder,
                seen ->
                    seen.path().equals("/token")
                        ? Reply.ok(
                            Map.of(
                                "access_token",
                                "t0k3n-of-harbour",
                                "scope",
                                granted,
                                "expires_in",
                                900))
                        : Reply.ok(
                            Map.of(
                                "fields",
                                List.of(
                                    Map.of(
                                        "key",
                                        seen.query().getOrDefault("kind", "name"),
                                        "kind",
                                        "text")))));
        Session session =
            server.own(yaml, "app", Map.of("clientSecret", "s3cr3t"), Map.of("clientId", "me"))) {
      Discovery found = session.discover(List.of(), Progress.NONE);
      assertThat(found.problems()).isEmpty();
      assertThat(found.schema().objects().getFirst().fields())
          .extracting(Field::name)
          .containsExactlyElementsOf(asked ? List.of("name", "sensitive") : List.of("name"));
    }
  }
}
