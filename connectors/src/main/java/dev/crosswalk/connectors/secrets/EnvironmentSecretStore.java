package dev.crosswalk.connectors.secrets;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the environment give secrets, for CI: {@code CROSSWALK_SECRET_<CONNECTION>_<KEY>}, in
 * capitals with every other character as an underscore. What is not there comes from the store
 * behind; everything is written to the store behind.
 */
final class EnvironmentSecretStore implements SecretStore {
  private final Map<String, String> environment;
  private final SecretStore behind;

  EnvironmentSecretStore(Map<String, String> environment, SecretStore behind) {
    this.environment = environment;
    this.behind = behind;
  }

  static String variable(String connection, String key) {
    return ("CROSSWALK_SECRET_" + connection + "_" + key)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "_");
  }

  @Override
  public String describe() {
    return behind.describe();
  }

  @Override
  public boolean lasting() {
    return behind.lasting();
  }

  @Override
  public Optional<String> get(String connection, String key) {
    String value = environment.get(variable(connection, key));
    return value == null || value.isEmpty() ? behind.get(connection, key) : Optional.of(value);
  }

  @Override
  public void put(String connection, String key, String value) {
    behind.put(connection, key, value);
  }

  @Override
  public void remove(String connection, String key) {
    behind.remove(connection, key);
  }
}
