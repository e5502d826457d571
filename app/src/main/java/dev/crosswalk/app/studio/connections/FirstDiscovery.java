package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.connections.ConnectionsModel.Backstage;
import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.ConnectionHealth.State;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Notifications.Notice;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads all objects of a connection into the cache, and goes to the schemas. */
final class FirstDiscovery {
  private final StudioContext context;
  private final Backstage backstage;
  private final RemoteCalls remote;

  FirstDiscovery(StudioContext context, Backstage backstage, RemoteCalls remote) {
    this.context = context;
    this.backstage = backstage;
    this.remote = remote;
  }

  /** Asks first where that is a live account. */
  void start(ConnectionProfile profile, Identity identity, Consumer<Problem> otherwise) {
    if (Boolean.TRUE.equals(identity.production())) {
      context
          .dialogs()
          .confirm(
              new Dialogs.Question(
                  context.texts().of("connections.liveTitle"),
                  context.texts().of("connections.liveText", profile.name()),
                  context.texts().of("connections.liveYes"),
                  true),
              () -> read(profile, otherwise));
    } else {
      read(profile, otherwise);
    }
  }

  private void read(ConnectionProfile profile, Consumer<Problem> otherwise) {
    remote.run(
        context.texts().of("connections.discovering", profile.name()),
        profile,
        Map.of(),
        (session, progress) -> {
          Discovery discovery =
              session.discover(backstage.cache().get().answers(profile.name()), progress);
          progress.check();
          SnapshotInfo stored =
              backstage
                  .cache()
                  .get()
                  .store(profile.name(), Set.of(), discovery, backstage.clock().instant());
          return new Found(stored, discovery, session.budget().orElse(null));
        },
        found -> {
          context.reportHealth(new ConnectionHealth(profile.name(), State.GOOD, found.budget()));
          say(profile.name(), found.info());
          context.reportDiscovery();
          found.discovery().problems().stream().limit(3).forEach(context.notifications()::problem);
        },
        otherwise);
  }

  /** Goes to the schemas where somebody waited for them; who went on elsewhere is not disturbed. */
  private void say(String connection, SnapshotInfo info) {
    Texts texts = context.texts();
    String done = texts.of("connections.discovered", info.objects(), info.fields());
    if (context.route().get().place().equals(PlaceIds.CONNECTIONS)) {
      context.notifications().info(done);
      context.go(PlaceIds.SCHEMAS, connection);
    } else {
      context
          .notifications()
          .add(
              new Notice(
                  Severity.INFO,
                  connection + ": " + done,
                  texts.of("connections.toSchemas"),
                  () -> context.go(PlaceIds.SCHEMAS, connection)));
    }
  }

  private record Found(SnapshotInfo info, Discovery discovery, Identity.@Nullable Budget budget) {}
}
