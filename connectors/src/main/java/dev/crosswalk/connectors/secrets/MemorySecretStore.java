package dev.crosswalk.connectors.secrets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets only until the program ends: for tests, and where nothing safer is at hand. */
public final class MemorySecretStore implements SecretStore {
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  @Override
  public String describe() {
    return "memory, until Crosswalk is closed";
  }

  @Override
  public boolean lasting() {
    return false;
  }

  @Override
  public Optional<String> get(String connection, String key) {
    return Optional.ofNullable(secrets.get(name(connection, key)));
  }

  @Override
  public void put(String connection, String key, String value) {
    secrets.put(name(connection, key), value);
  }

  @Override
  public void remove(String connection, String key) {
    secrets.remove(name(connection, key));
  }

  private static String name(String connection, String key) {
    return connection + "/" + key;
  }
}
