package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.workspace.GitCredentials;
import dev.crosswalk.app.workspace.GitUrl;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs work against a git server: with the token kept for the host, or as the person's own git;
 * where the server wants a sign-in, it asks for a token and tries again. A token is kept only after
 * it worked, among the other secrets and never in git's configuration.
 */
public final class GitSignIn {
  private static final String USER = "user";
  private static final String TOKEN = "token";

  /** What is done at the server; see the exceptions of {@code WorkspaceRemote}. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Optional<GitCredentials> as, Progress progress) throws Exception;
  }

  /** Gets the answer to a {@link Question}. */
  @FunctionalInterface
  public interface Answer {
    void signIn(GitCredentials as, boolean keep);
  }

  /** Asks a person for a token; nothing is called if they cancel. */
  @FunctionalInterface
  public interface Question {
    void ask(String url, Problem why, Answer onAnswer);
  }

  private final StudioContext context;
  private final Question question;

  public GitSignIn(StudioContext context) {
    this(context, new GitSignInForm(context.dialogs(), context.texts()));
  }

  public GitSignIn(StudioContext context, Question question) {
    this.context = context;
    this.question = question;
  }

  private record Job<T>(
      String title, String url, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {}

  /**
   * @param title what the status bar says
   * @param url the server's address
   */
  public <T> void run(
      String title, String url, Work<T> work, Consumer<T> onDone, Consumer<Problem> onFailed) {
    Job<T> job = new Job<>(title, url, work, onDone, onFailed);
    Optional<String> place = place(url);
    context
        .tasks()
        .run(
            title,
            progress -> work.run(place.flatMap(this::kept), progress),
            onDone,
            problem -> failed(job, problem));
  }

  /** The name under which a host's token is kept. */
  private static Optional<String> place(String url) {
    return GitUrl.tokenHost(url).map(host -> "git-" + host);
  }

  private Optional<GitCredentials> kept(String place) {
    SecretStore secrets = context.services().secrets();
    return secrets
        .get(place, TOKEN)
        .map(token -> new GitCredentials(secrets.get(place, USER).orElse(""), token));
  }

  private <T> void failed(Job<T> job, Problem problem) {
    Optional<String> place = place(job.url());
    if (!problem.code().equals("git-auth") || place.isEmpty()) {
      job.onFailed().accept(problem);
      return;
    }
    question.ask(
        job.url(),
        problem,
        (as, keep) ->
            context
                .tasks()
                .run(
                    job.title(),
                    progress -> {
                      T done = job.work().run(Optional.of(as), progress);
                      if (keep) {
                        context.services().secrets().put(place.get(), USER, as.user());
                        context.services().secrets().put(place.get(), TOKEN, as.secret());
                      }
                      return done;
                    },
                    job.onDone(),
                    again -> failed(job, again)));
  }
}
