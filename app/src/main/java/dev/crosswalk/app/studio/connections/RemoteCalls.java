package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.HostApprovals;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.engine.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Work with a session of a connection. Where its definition is not a shipped one and wants to send
 * to a host that the person has not approved, they are asked, and after a yes the work starts
 * again.
 */
final class RemoteCalls {
  private final StudioContext context;
  private final Connectors connectors;
  private final HostApprovals approvals;

  RemoteCalls(StudioContext context, Connectors connectors, HostApprovals approvals) {
    this.context = context;
    this.connectors = connectors;
    this.approvals = approvals;
  }

  interface Call<T> {
    T with(Session session, Progress progress);
  }

  private sealed interface Reply<T> {}

  private record Done<T>(T value) implements Reply<T> {}

  private record Unapproved<T>(String host, Problem problem) implements Reply<T> {}

  /**
   * @param title what is done, for the status bar
   * @param otherwise gets what went wrong, also before the question about a host
   */
  <T> void run(
      String title,
      ConnectionProfile profile,
      Map<String, String> secrets,
      Call<T> call,
      Consumer<T> then,
      Consumer<Problem> otherwise) {
    Tasks.Work<Reply<T>> work =
        progress -> {
          try (Session session = connectors.open(profile, secrets)) {
            return new Done<>(call.with(session, progress));
          } catch (ApiFailure e) {
            Optional<String> host = e.hostToApprove();
            if (host.isEmpty()) {
              throw e;
            }
            return new Unapproved<>(host.get(), e.problems().getFirst());
          }
        };
    context
        .tasks()
        .run(
            title,
            work,
            reply -> {
              switch (reply) {
                case Done<T> done -> then.accept(done.value());
                case Unapproved<T> no -> {
                  otherwise.accept(no.problem());
                  ask(
                      profile,
                      no.host(),
                      () -> run(title, profile, secrets, call, then, otherwise));
                }
              }
            },
            otherwise);
  }

  private void ask(ConnectionProfile profile, String host, Runnable again) {
    context
        .dialogs()
        .confirm(
            new Dialogs.Question(
                context.texts().of("connections.hostTitle", host),
                context.texts().of("connections.hostText", profile.connector(), host),
                context.texts().of("connections.hostYes"),
                true),
            () ->
                context
                    .tasks()
                    .latest(
                        "approve-host",
                        progress -> {
                          approvals.approve(profile.name(), host);
                          return host;
                        },
                        done -> again.run(),
                        context.dialogs()::error));
  }
}
