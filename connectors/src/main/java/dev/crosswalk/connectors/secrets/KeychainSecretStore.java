package dev.crosswalk.connectors.secrets;

import com.microsoft.credentialstorage.StorageProvider;
import com.microsoft.credentialstorage.StorageProvider.SecureOption;
import com.microsoft.credentialstorage.model.StoredCredential;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's keychain: Secret Service, macOS Keychain or Windows Credential Manager. */
final class KeychainSecretStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(KeychainSecretStore.class);

  private final com.microsoft.credentialstorage.SecretStore<StoredCredential> keychain;

  private KeychainSecretStore(
      com.microsoft.credentialstorage.SecretStore<StoredCredential> keychain) {
    this.keychain = keychain;
  }

  /** The keychain if there is one and it really keeps what it is given. */
  static Optional<SecretStore> find() {
    try {
      var keychain = StorageProvider.getCredentialStorage(true, SecureOption.REQUIRED);
      if (keychain == null) {
        return Optional.empty();
      }
      KeychainSecretStore store = new KeychainSecretStore(keychain);
      store.put("crosswalk", "probe", "works");
      boolean works = store.get("crosswalk", "probe").equals(Optional.of("works"));
      store.remove("crosswalk", "probe");
      return works ? Optional.of(store) : Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      LOG.info("There is no usable keychain: {}", e.toString());
      return Optional.empty();
    }
  }

  @Override
  public String describe() {
    return "the system's keychain";
  }

  @Override
  public Optional<String> get(String connection, String key) {
    StoredCredential credential = keychain.get(name(connection, key));
    if (credential == null) {
      return Optional.empty();
    }
    String value = new String(credential.getPassword());
    credential.clear();
    return Optional.of(value);
  }

  @Override
  public void put(String connection, String key, String value) {
    if (!keychain.add(name(connection, key), new StoredCredential(key, value.toCharArray()))) {
      throw new ProblemException(
          Problem.error(
              "keychain-refused",
              null,
              "The system's keychain did not take the secret '"
                  + key
                  + "' of the connection '"
                  + connection
                  + "'.",
              "Unlock the keychain and try again, or set CROSSWALK_SECRETS=file and"
                  + " CROSSWALK_PASSPHRASE to keep secrets in a sealed file."));
    }
  }

  @Override
  public void remove(String connection, String key) {
    keychain.delete(name(connection, key));
  }

  private static String name(String connection, String key) {
    return "crosswalk/" + connection + "/" + key;
  }
}
