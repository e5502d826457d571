package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * What a person is told when a remote did not do what was asked. Two reasons have a code of their
 * own, because the studio can help: {@code git-auth} (asks for a token) and {@code git-behind}
 * (pulls first).
 */
final class GitFailure {
  private static final List<String> KEY = List.of("permission denied (publickey", "publickey");
  private static final List<String> SIGN_IN =
      List.of(
          "authentication failed",
          "could not read username",
          "could not read password",
          "terminal prompts disabled",
          "not authorized",
          "authentication is required",
          "authentication not supported",
          "access denied",
          "returned error: 401",
          "returned error: 403",
          "not permitted");
  private static final List<String> BEHIND =
      List.of("non-fast-forward", "fetch first", "nonfastforward");
  private static final List<String> GUARDED =
      List.of("protected branch", "hook declined", "gh006", "not allowed to push");
  private static final List<String> UNREACHABLE =
      List.of(
          "could not resolve host",
          "connection refused",
          "timed out",
          "time out",
          "unreachable",
          "unknown host",
          "unable to access",
          "connection reset",
          "failed to connect",
          "cannot open git-upload-pack");
  private static final List<String> NOT_THERE =
      List.of(
          "repository not found",
          "does not appear to be a git repository",
          "does not exist",
          "not found",
          "no such file");

  private GitFailure() {}

  /**
   * @param code of the act: {@code git-push} and the like
   * @param what the act that failed, a sentence without its end
   * @param said why, in git's words
   */
  static ProblemException of(String code, String what, String said) {
    String why = GitUrl.blanked(said.strip());
    String lower = why.toLowerCase(Locale.ROOT);
    String sentence = what + ": " + why + (why.endsWith(".") ? "" : ".");
    if (any(lower, KEY)) {
      return problem(
          code,
          sentence,
          "Add your key to the agent (ssh-add) or to the server, or use the https address with a"
              + " token.");
    }
    if (lower.contains("host key verification failed")) {
      return problem(
          code,
          sentence,
          "Connect to the host once in a terminal to look at its key and accept it; then try"
              + " again.");
    }
    if (any(lower, SIGN_IN)) {
      return problem(
          "git-auth",
          sentence,
          "Sign in with a token that may read and write the repository (in a terminal, set up"
              + " git's credential helper).");
    }
    if (any(lower, BEHIND)) {
      return problem(
          "git-behind",
          "The remote has commits that this workspace does not have, so it did not take the push.",
          "Pull them in and push again; the commits are safe in the workspace.");
    }
    if (any(lower, GUARDED)) {
      return problem(
          code,
          sentence,
          "The server guards this branch: make a branch of your own, push that, and ask for a"
              + " review there.");
    }
    if (any(lower, NOT_THERE)) {
      return problem(
          code,
          sentence,
          "Check the address. Many servers also say so of a repository that you may not see.");
    }
    if (any(lower, UNREACHABLE)) {
      return problem(
          code,
          sentence,
          "Check the address, the network, VPN and proxy, and try again; nothing is lost.");
    }
    return problem(code, sentence, "Try the same with git in a terminal; nothing here is lost.");
  }

  private static boolean any(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  private static ProblemException problem(String code, String what, String next) {
    return new ProblemException(Problem.error(code, null, what, next));
  }
}
