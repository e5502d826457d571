package dev.crosswalk.connectors.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: a secret comes back after a restart, and nobody reads it from the file. */
class SecretStoresTest {
  private static final Supplier<Optional<char[]>> NOBODY = Optional::empty;

  @TempDir Path folder;

  private SecretStore sealed(String passphrase) {
    return SecretStores.open(
        folder, Map.of("CROSSWALK_SECRETS", "file", "CROSSWALK_PASSPHRASE", passphrase), NOBODY);
  }

  private Path file() {
    return folder.resolve("secrets.sealed");
  }

  @Test
  void aSealedSecretComesBackAfterARestartAndIsNotReadable() throws IOException {
    String token = "pat-" + "ü0123456789".repeat(9000);
    SecretStore store = sealed("correct horse");
    store.put("northwind", "token", token);
    store.put("northwind", "refresh-token", "r1");
    store.put("northwind", "refresh-token", "r2");
    SecretStore restarted = sealed("correct horse");
    assertThat(restarted.get("northwind", "token")).contains(token);
    assertThat(restarted.get("northwind", "refresh-token")).contains("r2");
    assertThat(restarted.get("contoso", "token")).isEmpty();
    String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("pat-").doesNotContain("northwind").doesNotContain("token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    restarted.remove("northwind", "token");
    assertThat(sealed("correct horse").get("northwind", "token")).isEmpty();
  }

  @Test
  void aWrongPassphraseIsSaidAndLosesNothing() throws IOException {
    sealed("right").put("n", "token", "secret");
    byte[] before = Files.readAllBytes(file());
    SecretStore wrong = sealed("wrong");
    assertThatThrownBy(() -> wrong.get("n", "token"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("passphrase");
    assertThatThrownBy(() -> wrong.put("n", "token", "other")).isInstanceOf(ProblemException.class);
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThat(sealed("right").get("n", "token")).contains("secret");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    sealed("right").put("n", "token", "secret");
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 1] ^= 1;
    Files.write(file(), bytes);
    assertThatThrownBy(() -> sealed("right").get("n", "token"))
        .isInstanceOf(ProblemException.class);
    Files.writeString(file(), "not sealed at all, and long enough to hold the head of the file");
    assertThatThrownBy(() -> sealed("right").get("n", "token"))
        .hasMessageContaining("not a file of sealed secrets");
  }

  @Test
  void twoStoresOnOneFileKeepEachOthersSecrets() {
    SecretStore one = sealed("right");
    SecretStore two = sealed("right");
    one.put("a", "token", "1");
    two.put("b", "token", "2");
    one.put("c", "token", "3");
    assertThat(two.get("a", "token")).contains("1");
    assertThat(one.get("b", "token")).contains("2");
    assertThat(two.get("c", "token")).contains("3");
  }

  @Test
  void theEnvironmentComesFirst() {
    SecretStore store =
        SecretStores.open(
            folder,
            Map.of("CROSSWALK_SECRETS", "memory", "CROSSWALK_SECRET_NORTH_WIND_CLIENTSECRET", "ci"),
            NOBODY);
    store.put("north-wind", "clientSecret", "stored");
    assertThat(store.get("north-wind", "clientSecret")).contains("ci");
    assertThat(store.get("south", "clientSecret")).isEmpty();
    assertThat(store.describe()).contains("memory");
  }

  @Test
  void withoutAPassphraseNothingIsWritten() {
    SecretStore store = SecretStores.open(folder, Map.of("CROSSWALK_SECRETS", "file"), NOBODY);
    store.put("n", "token", "secret");
    assertThat(store.get("n", "token")).contains("secret");
    assertThat(folder).isEmptyDirectory();
  }
}
