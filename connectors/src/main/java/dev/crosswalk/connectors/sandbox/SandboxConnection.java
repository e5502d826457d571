package dev.crosswalk.connectors.sandbox;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection to an account of the embedded sandbox, as a person could set it up: the shipped
 * definition, with a loopback server in place of the system's hosts.
 *
 * @param profile to save, and to open
 * @param secrets to open it with the first time
 */
public record SandboxConnection(ConnectionProfile profile, Map<String, String> secrets) {

  public SandboxConnection {
    secrets = Map.copyOf(secrets);
  }

  /**
   * Signs in without a person: with the first way of the connector that needs no browser.
   *
   * @param name of the connection
   */
  public static SandboxConnection of(String name, SandboxAccount account, Connectors connectors) {
    ConnectorInfo info = connectors.find(account.dialect()).orElseThrow();
    String auth =
        info.auths().stream()
            .filter(a -> !a.interactive())
            .findFirst()
            .orElseGet(() -> info.auths().getFirst())
            .id();
    return of(name, account, info, auth);
  }

  /**
   * @param auth id of one of the connector's ways to sign in
   */
  public static SandboxConnection of(
      String name, SandboxAccount account, ConnectorInfo info, String auth) {
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> secrets = new TreeMap<>();
    for (ConnectorInfo.Input input : info.inputsFor(auth)) {
      String value = account.credentials().get(input.key());
      // What has a default, such as the login host, is what the loopback server stands in for.
      if (value != null && input.defaultValue() == null) {
        (input.secret() ? secrets : settings).put(input.key(), value);
      }
    }
    settings.put(ConnectionProfile.LOOPBACK, account.baseUrl());
    return new SandboxConnection(
        new ConnectionProfile(name, account.dialect(), auth, settings), secrets);
  }
}
