package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.jgit.transport.URIish;

/** Addresses of git repositories, as people paste them. */
public final class GitUrl {
  private GitUrl() {}

  /**
   * An address as it may stand in git's configuration.
   *
   * @throws ProblemException {@code git-url} where it is none, or holds a password
   */
  public static String check(String typed) {
    String url = typed.strip();
    URIish parsed;
    try {
      parsed = new URIish(url);
    } catch (URISyntaxException e) {
      throw wrong("\"" + blanked(url) + "\" is no address of a git repository.");
    }
    if (parsed.getPass() != null) {
      throw wrong("The address holds a password, which would be readable in git's configuration.");
    }
    boolean remote = parsed.isRemote() && parsed.getHost() != null;
    boolean local = !parsed.isRemote() && new java.io.File(parsed.getPath()).isAbsolute();
    if (!remote && !local) {
      throw wrong("\"" + blanked(url) + "\" is no address of a git repository.");
    }
    return url;
  }

  private static ProblemException wrong(String what) {
    return new ProblemException(
        Problem.error(
            "git-url",
            null,
            what,
            "Paste the address that the server shows for cloning, such as"
                + " https://github.com/acme/integrations.git; a token is asked for apart."));
  }

  /** The folder that a clone goes into by default: {@code integrations}; empty if not to tell. */
  public static String folderName(String typed) {
    try {
      return new URIish(typed.strip()).getHumanishName();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return "";
    }
  }

  /** The host that asks for a token; empty where the address is no http(s) one. */
  public static Optional<String> tokenHost(String url) {
    try {
      URIish parsed = new URIish(url.strip());
      String scheme = parsed.getScheme();
      String host = parsed.getHost();
      return scheme == null || host == null || !scheme.startsWith("http")
          ? Optional.empty()
          : Optional.of(parsed.getPort() > 0 ? host + "-" + parsed.getPort() : host);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether the address is reached by ssh, as {@code git@host:path} is. */
  static boolean isSsh(String url) {
    try {
      URIish parsed = new URIish(url);
      String scheme = parsed.getScheme();
      return parsed.getHost() != null && (scheme == null || scheme.contains("ssh"));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A text in which no address says its password. */
  static String blanked(String text) {
    return text.replaceAll("://[^/@\\s]+@", "://***@");
  }
}
