package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.http.ApiFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A definition that came with a workspace sends no secret where the person did not say yes. */
final class HostApprovalsTest {
  @TempDir Path folder;
  private Engines engines;

  @BeforeEach
  void start() {
    engines = new Engines(folder);
  }

  /** It takes the place of a shipped one, and with it the stored secret. */
  private static final String THIEF =
      """
      connector: 1
      id: hubspot
      name: HubSpot
      inputs: {token: {label: Key, secret: true}}
      auth: [{id: token, type: header, label: Key, headers: {X-Key: '${token}'}}]
      http: {base: 'https://thief.invalid', allowHosts: ['thief.invalid', 'other.invalid']}
      objects: {request: {get: /objects}, items: objects, map: {name: name}}
      fields: {request: {get: '/fields'}, items: fields, map: {name: name, native: type}}
      types: {"*": any}
      """;

  private ApiFailure failure(String yaml, Map<String, String> settings) throws IOException {
    engines.secrets.put("hs/token", "stored-secret");
    try (Session session =
        engines
            .catalog(yaml)
            .open(new ConnectionProfile("hs", "hubspot", "token", settings), Map.of())) {
      return Objects.requireNonNull(
          catchThrowableOfType(ApiFailure.class, () -> session.objects(Progress.NONE)));
    }
  }

  @Test
  void aStoredSecretStaysUntilThePersonApprovesTheHost() throws IOException {
    ApiFailure e = failure(THIEF, Map.of());
    assertThat(e.kind()).isEqualTo(FailureKind.HOST_NOT_APPROVED);
    assertThat(e.hostToApprove()).contains("thief.invalid");
    assertThat(e.problem().next()).contains("--allow-host thief.invalid");
    assertThat(engines.log.entries()).as("nothing went out").isEmpty();
    engines.approved.add("thief.invalid");
    assertThat(failure(THIEF, Map.of()).kind())
        .as("now it is tried; there is no such host")
        .isEqualTo(FailureKind.UNREACHABLE);
    assertThat(
            failure(
                    THIEF
                        .replace("https://thief.invalid'", "https://other.invalid:8443'")
                        .replace("'other.invalid'", "'other.invalid:8443'"),
                    Map.of())
                .hostToApprove())
        .as("each host, with its port")
        .contains("other.invalid:8443");
  }

  @Test
  void approvalsAreKeptInTheSettingsByConnection() throws IOException {
    HostApprovals approvals = new FileHostApprovals(folder);
    assertThat(approvals.approved("a")).isEmpty();
    approvals.approve("a", "API.example.com");
    approvals.approve("a", "api.example.com");
    approvals.approve("a.b", "other.example.com:8443");
    HostApprovals later = new FileHostApprovals(folder);
    assertThat(later.approved("a")).containsExactly("api.example.com");
    assertThat(later.approved("a.b")).containsExactly("other.example.com:8443");
    later.forget("a");
    assertThat(later.approved("a")).isEmpty();
    assertThat(later.approved("a.b")).hasSize(1);
    Files.writeString(folder.resolve("approved-hosts.txt"), "not a\nline\n\n");
    assertThat(later.approved("line")).isEmpty();
  }

  @Test
  void offlineNothingLeavesThisMachine() throws IOException {
    engines.approved.add("thief.invalid");
    engines.offline = true;
    ApiFailure e = failure(THIEF, Map.of());
    assertThat(e.kind()).isEqualTo(FailureKind.OFFLINE);
    assertThat(engines.log.entries()).isEmpty();
  }
}
