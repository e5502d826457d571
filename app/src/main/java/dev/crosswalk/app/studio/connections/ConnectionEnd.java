package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.ConnectionSecrets;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Backstage;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import java.util.List;
import java.util.Map;

/** Ends a sign-in, or a whole connection with all that this computer knows by it. */
final class ConnectionEnd {
  private final StudioContext context;
  private final Backstage backstage;
  private final RemoteCalls remote;

  ConnectionEnd(StudioContext context, Backstage backstage, RemoteCalls remote) {
    this.context = context;
    this.backstage = backstage;
    this.remote = remote;
  }

  /** Forgets a connection, its secrets and what was discovered by it, after asking. */
  void delete(ConnectionProfile profile, List<ConnectorInfo> connectors, Runnable then) {
    context
        .dialogs()
        .confirm(
            new Dialogs.Question(
                context.texts().of("connections.deleteTitle"),
                context.texts().of("connections.deleteText", profile.name()),
                context.texts().of("connections.delete"),
                true),
            () -> forget(profile, connectors, then));
  }

  private void forget(ConnectionProfile profile, List<ConnectorInfo> connectors, Runnable then) {
    context
        .tasks()
        .run(
            context.texts().of("connections.deleting", profile.name()),
            progress -> {
              ConnectionSecrets.forget(backstage.secrets(), profile, connectors);
              backstage.approvals().forget(profile.name());
              backstage.cache().get().forget(profile.name());
              backstage.store().remove(profile.name());
              return profile;
            },
            done -> {
              context.reportDiscovery();
              then.run();
            },
            context.dialogs()::error);
  }

  /** Ends the sign-in here and, where the system lets one, there; what was typed stays. */
  void signOut(ConnectionProfile profile, Runnable then) {
    remote.run(
        context.texts().of("connections.signingOut", profile.name()),
        profile,
        Map.of(),
        (session, progress) -> {
          session.signOut(progress);
          return profile;
        },
        done -> {
          then.run();
          context.notifications().info(context.texts().of("connections.signedOut", profile.name()));
        },
        context.dialogs()::error);
  }
}
