package dev.crosswalk.connectors.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The definition files that come with the program. */
public final class ShippedDefinitions {
  private static final String RESOURCES = "/dev/crosswalk/assets/connectors/";

  private ShippedDefinitions() {}

  /** The ids, in the order of their list. */
  public static List<String> ids() {
    return text("shipped.txt").orElseThrow().lines().filter(l -> !l.isBlank()).toList();
  }

  /** The text of a definition; empty where none of this id is shipped. */
  public static Optional<String> of(String id) {
    return id.matches("[a-z][a-z0-9-]*") ? text(id + ".yaml") : Optional.empty();
  }

  private static Optional<String> text(String name) {
    try (InputStream in = ShippedDefinitions.class.getResourceAsStream(RESOURCES + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
