package dev.crosswalk.connectors.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/** Answers of real systems, which lie beside the repository on some machines and are not ours. */
final class Fixtures {
  private Fixtures() {}

  /** The fixture as JSON; the test is skipped with a message where there is none. */
  static JsonNode json(String path) {
    Path file = shared().resolve("fixtures").resolve(path);
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        () -> "skipped: no answers of real systems here (" + path + "); set -Dcrosswalk.shared");
    try {
      return Client.JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared() {
    String given = System.getProperty("crosswalk.shared");
    if (given != null) {
      return Path.of(given);
    }
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("assets"))) {
      at = at.getParent();
    }
    return at == null ? Path.of("nowhere") : at.resolveSibling("shared");
  }

  /**
   * What the real answer has and ours lacks: missing keys, and values of another kind where neither
   * is null. Lists are compared by their first elements; keys named in {@code open} hold names of
   * their own and are not looked into.
   */
  static List<String> lacks(JsonNode real, JsonNode ours, String... open) {
    List<String> found = new ArrayList<>();
    compare("", real, ours, Set.of(open), found);
    return found;
  }

  private static void compare(
      String at, JsonNode real, JsonNode ours, Set<String> open, List<String> found) {
    if (real.isNull() || ours.isNull()) {
      return;
    }
    if (!kind(real).equals(kind(ours))) {
      found.add(at + " is " + kind(ours) + ", really " + kind(real));
      return;
    }
    if (real.isArray() && !real.isEmpty() && !ours.isEmpty()) {
      compare(at + "[0]", real.get(0), ours.get(0), open, found);
    }
    if (real.isObject()) {
      for (String key : new TreeSet<>(real.propertyNames())) {
        String path = at + "." + key;
        if (!ours.has(key)) {
          found.add(path + " is missing");
        } else if (!open.contains(key)) {
          compare(path, real.get(key), ours.get(key), open, found);
        }
      }
    }
  }

  private static String kind(JsonNode node) {
    return node.isObject()
        ? "object"
        : node.isArray()
            ? "list"
            : node.isString()
                ? "text"
                : node.isNumber() ? "number" : node.isBoolean() ? "boolean" : "other";
  }
}
