package dev.crosswalk.connectors;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import dev.crosswalk.engine.text.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The connections a person has set up, one small YAML file each in {@code
 * <configDir>/connections/<name>.yaml}, without secrets. Files are written whole or not at all.
 * Thread-safe; several processes may use it.
 */
public final class ConnectionStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Set<String> TAKEN_BY_WINDOWS = Set.of("con", "prn", "aux", "nul");
  private static final String ENDING = ".yaml";

  private final Path folder;

  /**
   * @param configDir the user's configuration folder of Crosswalk; made when first needed
   */
  public ConnectionStore(Path configDir) {
    this.folder = configDir.resolve("connections");
  }

  /** Why a name cannot be used, or empty if it can. */
  public static Optional<Problem> checkName(String name) {
    boolean good =
        NAME.matcher(name).matches()
            && !name.endsWith(".")
            && !TAKEN_BY_WINDOWS.contains(name.toLowerCase(Locale.ROOT));
    return good
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                "connection-name",
                null,
                "'" + name + "' cannot be the name of a connection.",
                "Use up to 64 letters, digits, dots, hyphens and underscores, and start with a"
                    + " letter or digit."));
  }

  /** All connections that can be read, sorted by name; see {@link #problems()} for the others. */
  public List<ConnectionProfile> list() {
    List<ConnectionProfile> profiles = new ArrayList<>();
    readAll(profiles, new ArrayList<>());
    return profiles;
  }

  /** What is wrong with files that cannot be read; they are left as they are. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    readAll(new ArrayList<>(), problems);
    return problems;
  }

  /**
   * @return empty if there is none of this name
   * @throws ProblemException where its file cannot be read
   */
  public Optional<ConnectionProfile> get(String name) {
    if (checkName(name).isPresent()) {
      return Optional.empty();
    }
    return read(file(name), name);
  }

  /**
   * Writes a connection, in place of one of the same name.
   *
   * @throws ProblemException where the name cannot be used or the file cannot be written
   */
  public synchronized void save(ConnectionProfile profile) {
    checkName(profile.name())
        .ifPresent(problem -> {
          throw new ProblemException(problem);
        });
    Path target = file(profile.name());
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "." + profile.name(), ".part");
      try {
        Files.writeString(part, write(profile), StandardCharsets.UTF_8);
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "connection-write",
              Place.of(target.toString()),
              "The connection '" + profile.name() + "' cannot be saved: " + reason(e) + ".",
              "Make the folder " + folder + " writable and try again."),
          e);
    }
  }

  /**
   * Removes a connection's file; its secrets and its cache are the caller's to remove.
   *
   * @return false if there was none
   */
  public synchronized boolean remove(String name) {
    if (checkName(name).isPresent()) {
      return false;
    }
    try {
      return Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "connection-write",
              Place.of(file(name).toString()),
              "The connection '" + name + "' cannot be removed: " + reason(e) + ".",
              "Make the folder " + folder + " writable and try again."),
          e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  private void readAll(List<ConnectionProfile> profiles, List<Problem> problems) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(f -> named(f).isPresent()).sorted().toList();
    } catch (IOException e) {
      problems.add(unreadable(folder, reason(e)));
      return;
    }
    for (Path file : files) {
      try {
        read(file, named(file).orElseThrow()).ifPresent(profiles::add);
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
  }

  private static Optional<String> named(Path file) {
    String text = String.valueOf(file.getFileName());
    if (!text.endsWith(ENDING)) {
      return Optional.empty();
    }
    String name = text.substring(0, text.length() - ENDING.length());
    return checkName(name).isEmpty() ? Optional.of(name) : Optional.empty();
  }

  private static Optional<ConnectionProfile> read(Path file, String name) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Map<String, @Nullable Object> map = YamlDocument.parse(text, file.toString()).map();
      if (map.get("connector") instanceof String connector
          && map.get("auth") instanceof String auth) {
        Map<String, String> settings = new TreeMap<>();
        if (map.get("settings") instanceof Map<?, ?> given) {
          given.forEach((k, v) -> settings.put(String.valueOf(k), v == null ? "" : v.toString()));
        }
        return Optional.of(new ConnectionProfile(name, connector, auth, settings));
      }
      throw new ProblemException(unreadable(file, "it needs the keys 'connector' and 'auth'"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(unreadable(file, reason(e)), e);
    }
  }

  private static Problem unreadable(Path file, String why) {
    return Problem.error(
        "connection-read",
        Place.of(file.toString()),
        "The connection file cannot be read: " + why + ".",
        "Mend the file, or remove it and set the connection up again.");
  }

  private static String write(ConnectionProfile profile) {
    Map<String, Object> tree = new java.util.LinkedHashMap<>();
    tree.put("format", "crosswalk/v1");
    tree.put("kind", "Connection");
    tree.put("connector", profile.connector());
    tree.put("auth", profile.auth());
    tree.put("settings", profile.settings());
    return YamlWriter.write(tree, YamlLayout.PLAIN);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName().replace("Exception", "")
        + (message == null ? "" : " (" + message.lines().findFirst().orElse("") + ")");
  }
}
