package dev.crosswalk.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Crosswalk keeps what belongs to a person and not to a workspace.
 *
 * @param config connections and settings
 * @param cache what can be fetched again: schemas and sample records
 * @param state logs
 */
public record Directories(Path config, Path cache, Path state) {

  /**
   * The places that each system has for it: XDG base directories, {@code ~/Library} on macOS,
   * {@code %APPDATA%} on Windows. Relative values of XDG variables are ignored, as its
   * specification asks.
   *
   * @param env the process's environment
   * @param osName the value of {@code os.name}
   * @param home the person's home directory
   */
  public static Directories of(Map<String, String> env, String osName, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean xdg = env.keySet().stream().anyMatch(k -> k.startsWith("XDG_") && k.endsWith("_HOME"));
    if (os.startsWith("windows")) {
      Path roaming = absolute(env.get("APPDATA"), home.resolve("AppData/Roaming"));
      Path local = absolute(env.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
      return new Directories(
          roaming.resolve("Crosswalk"),
          local.resolve("Crosswalk/cache"),
          local.resolve("Crosswalk/state"));
    }
    if (os.startsWith("mac") && !xdg) {
      Path library = home.resolve("Library");
      return new Directories(
          library.resolve("Application Support/Crosswalk"),
          library.resolve("Caches/Crosswalk"),
          library.resolve("Logs/Crosswalk"));
    }
    return new Directories(
        absolute(env.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("crosswalk"),
        absolute(env.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("crosswalk"),
        absolute(env.get("XDG_STATE_HOME"), home.resolve(".local/state")).resolve("crosswalk"));
  }

  /** As {@link #of(Map, String, Path)} for this process; {@code HOME} is asked first on Unix. */
  public static Directories ofThisProcess() {
    return of(
        System.getenv(),
        System.getProperty("os.name"),
        home(System.getenv(), Path.of(System.getProperty("user.home"))));
  }

  /** Java takes the home from the user database, where everybody else asks {@code HOME}. */
  static Path home(Map<String, String> env, Path otherwise) {
    return absolute(env.get("HOME"), otherwise);
  }

  private static Path absolute(@Nullable String value, Path otherwise) {
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    Path path = Path.of(value);
    return path.isAbsolute() ? path : otherwise;
  }
}
