package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections survive a restart, and one damaged file neither hides nor harms the others. */
final class ConnectionStoreTest {
  @TempDir Path config;

  private static ConnectionProfile profile(String name, Map<String, String> settings) {
    return new ConnectionProfile(name, "salesforce", "web", settings);
  }

  @Test
  void keepsWhatWasSavedAndListsByName() {
    ConnectionStore store = new ConnectionStore(config);
    ConnectionProfile b = profile("b-uat", Map.of("loginHost", "yes", "odd", "a: \"b\"\n#c'"));
    ConnectionProfile a = profile("a", Map.of());
    store.save(b);
    store.save(a);
    assertThat(new ConnectionStore(config).list()).containsExactly(a, b);
    assertThat(new ConnectionStore(config).get("b-uat")).contains(b);
    assertThat(store.remove("a")).isTrue();
    assertThat(store.remove("a")).isFalse();
    assertThat(store.list()).containsExactly(b);
  }

  @Test
  void refusesNamesThatAreNotFileNames() {
    ConnectionStore store = new ConnectionStore(config);
    for (String name : new String[] {"", "../x", "a/b", ".hidden", "con", "a.", "ä"}) {
      assertThatThrownBy(() -> store.save(profile(name, Map.of())))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("'" + name + "' cannot be the name");
    }
    assertThat(store.get("../x")).isEmpty();
  }

  @Test
  void aDamagedFileIsNamedAndLeftAlone() throws IOException {
    ConnectionStore store = new ConnectionStore(config);
    store.save(profile("good", Map.of()));
    Path bad = config.resolve("connections/bad.yaml");
    Files.writeString(bad, "connector: x\n\tauth: y\n");
    assertThat(store.list()).extracting(ConnectionProfile::name).containsExactly("good");
    assertThat(store.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.place().toString()).endsWith("bad.yaml:2:1"));
    assertThat(bad).hasContent("connector: x\n\tauth: y\n");
  }
}
