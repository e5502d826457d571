package dev.crosswalk.connectors.secrets;

import java.util.Optional;

/**
 * Keeps secrets by connection and key (an input of the definition, or {@code refresh-token} and the
 * like). A value handed in is on disk, or in the system's keychain, when {@code put} returns.
 * Thread-safe. Throws {@code ProblemException} where the store cannot be used.
 */
public interface SecretStore {

  /** Where secrets go, in words for a person, such as {@code the system's keychain}. */
  String describe();

  /** Whether another process, later, gets what this one put in. */
  default boolean lasting() {
    return true;
  }

  Optional<String> get(String connection, String key);

  void put(String connection, String key, String value);

  /** Forgets one secret; nothing happens if there is none. */
  void remove(String connection, String key);
}
