package dev.crosswalk.connectors;

import java.util.Map;
import java.util.TreeMap;

/**
 * A connection as a person set it up. Holds no secret: those lie in the {@code SecretStore} under
 * the connection's name.
 *
 * @param name the person's name for it: letters, digits, {@code . _ -}
 * @param connector id of the connector definition
 * @param auth id of one of the definition's auth methods
 * @param settings values of the definition's inputs that are not secret, by input key
 */
public record ConnectionProfile(
    String name, String connector, String auth, Map<String, String> settings) {

  public ConnectionProfile {
    settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
