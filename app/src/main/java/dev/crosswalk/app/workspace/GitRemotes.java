package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * What pushing, pulling and cloning share. The person's own {@code git} does them where there is
 * one and no token was given here; the built-in one does them else, over https and local paths.
 */
final class GitRemotes {
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private GitRemotes() {}

  /** The address of a remote; empty text where it has none. */
  static String url(Repository repository, String remote) {
    String url =
        repository
            .getConfig()
            .getString(
                ConfigConstants.CONFIG_REMOTE_SECTION, remote, ConfigConstants.CONFIG_KEY_URL);
    return url == null ? "" : url;
  }

  /** Gives a command of the built-in git its credentials and its patience. */
  static <C extends TransportCommand<C, ?>> C with(C command, Optional<GitCredentials> as) {
    as.ifPresent(c ->
        command.setCredentialsProvider(
            new UsernamePasswordCredentialsProvider(c.user(), c.secret())));
    return command.setTimeout((int) SILENCE.toSeconds());
  }

  /** The built-in git speaks no ssh. */
  static void refuseSsh(String code, String url) {
    if (GitUrl.isSsh(url)) {
      throw new ProblemException(
          Problem.error(
              code,
              null,
              "The address " + url + " needs ssh, and there is no git program to speak it.",
              "Install git, or use the https address with a token."));
    }
  }

  /** Why the built-in git failed: the innermost words, which say most. */
  static String reason(Exception e) {
    StringBuilder said = new StringBuilder(String.valueOf(e.getMessage()));
    for (Throwable at = e.getCause(); at != null && said.length() < 400; at = at.getCause()) {
      String more = at.getMessage();
      if (more != null && said.indexOf(more) < 0) {
        said.append("; ").append(more);
      }
    }
    return said.toString();
  }

  /** Remembers that a branch goes to a remote, as {@code --set-upstream} does. */
  static void track(Repository repository, String remote, String branch) throws IOException {
    StoredConfig config = repository.getConfig();
    config.setString(
        ConfigConstants.CONFIG_BRANCH_SECTION, branch, ConfigConstants.CONFIG_KEY_REMOTE, remote);
    config.setString(
        ConfigConstants.CONFIG_BRANCH_SECTION,
        branch,
        ConfigConstants.CONFIG_KEY_MERGE,
        Constants.R_HEADS + branch);
    config.save();
  }
}
