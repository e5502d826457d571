package dev.crosswalk.connectors.secrets;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Picks where secrets go. {@code CROSSWALK_SECRETS} may say {@code keychain}, {@code file} or
 * {@code memory}; otherwise the first that works of keychain, file (where a passphrase is to be
 * had) and memory. {@code CROSSWALK_SECRET_<CONNECTION>_<KEY>} in the environment comes before all
 * of them.
 */
public final class SecretStores {
  private SecretStores() {}

  /**
   * Opens the store at its first use, because looking for a keychain may take a moment.
   *
   * @param folder the user's configuration folder, for the sealed file
   * @param environment the process's environment
   * @param passphrase asks a person where {@code CROSSWALK_PASSPHRASE} is not set; empty = there is
   *     nobody to ask, or they would not say
   */
  public static SecretStore open(
      Path folder, Map<String, String> environment, Supplier<Optional<char[]>> passphrase) {
    return new EnvironmentSecretStore(
        environment, new LazySecretStore(() -> choose(folder, environment, passphrase)));
  }

  /** The variable of the environment that gives a secret of a connection. */
  public static String variable(String connection, String key) {
    return EnvironmentSecretStore.variable(connection, key);
  }

  private static SecretStore choose(
      Path folder, Map<String, String> environment, Supplier<Optional<char[]>> passphrase) {
    String wish = environment.getOrDefault("CROSSWALK_SECRETS", "");
    if (wish.equals("memory")) {
      return new MemorySecretStore();
    }
    if (!wish.equals("file")) {
      Optional<SecretStore> keychain = KeychainSecretStore.find();
      if (keychain.isPresent()) {
        return keychain.get();
      }
    }
    String given = environment.getOrDefault("CROSSWALK_PASSPHRASE", "");
    Optional<char[]> secret = given.isEmpty() ? passphrase.get() : Optional.of(given.toCharArray());
    if (secret.isEmpty() || secret.get().length == 0) {
      return new MemorySecretStore();
    }
    return new SealedFileSecretStore(
        folder.resolve("secrets.sealed"), secret.get(), new SecureRandom());
  }

  /** Opens what it stands for when it is first asked. */
  private static final class LazySecretStore implements SecretStore {
    private final Supplier<SecretStore> opener;
    private volatile Optional<SecretStore> opened = Optional.empty();

    LazySecretStore(Supplier<SecretStore> opener) {
      this.opener = opener;
    }

    private SecretStore store() {
      Optional<SecretStore> now = opened;
      if (now.isPresent()) {
        return now.get();
      }
      synchronized (this) {
        if (opened.isEmpty()) {
          opened = Optional.of(opener.get());
        }
        return opened.get();
      }
    }

    @Override
    public String describe() {
      return store().describe();
    }

    @Override
    public boolean lasting() {
      return store().lasting();
    }

    @Override
    public Optional<String> get(String connection, String key) {
      return store().get(connection, key);
    }

    @Override
    public void put(String connection, String key, String value) {
      store().put(connection, key, value);
    }

    @Override
    public void remove(String connection, String key) {
      store().remove(connection, key);
    }
  }
}
