package dev.crosswalk.app;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.secrets.SecretStore;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What a connection has in the secret store: what was typed, and what its sign-in left. */
public final class ConnectionSecrets {
  private static final Set<String> OF_SIGN_IN = Set.of("refresh-token", "signed-in");

  private ConnectionSecrets() {}

  /**
   * @param connectors all that there are; where the connection's own is gone, what any of them
   *     calls a secret is meant
   */
  public static Set<String> keys(ConnectionProfile profile, Collection<ConnectorInfo> connectors) {
    Set<String> keys = new TreeSet<>(OF_SIGN_IN);
    boolean known = connectors.stream().anyMatch(c -> c.id().equals(profile.connector()));
    connectors.stream()
        .filter(c -> !known || c.id().equals(profile.connector()))
        .flatMap(c -> c.inputs().stream())
        .filter(ConnectorInfo.Input::secret)
        .forEach(i -> keys.add(i.key()));
    return keys;
  }

  /** Removes them all from the store. */
  public static void forget(
      SecretStore store, ConnectionProfile profile, Collection<ConnectorInfo> connectors) {
    keys(profile, connectors).forEach(key -> store.remove(profile.name(), key));
  }
}
