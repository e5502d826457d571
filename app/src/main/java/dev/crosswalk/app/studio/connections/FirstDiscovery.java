package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.connections.ConnectionsModel.Backstage;
import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.ConnectionHealth.State;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.problem.Problem;
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
          context
              .notifications()
              .info(
                  context
                      .texts()
                      .of("connections.discovered", found.info().objects(), found.info().fields()));
          context.reportDiscovery();
          found.discovery().problems().stream().limit(3).forEach(context.notifications()::problem);
          context.go(PlaceIds.SCHEMAS, profile.name());
        },
        otherwise);
  }

  private record Found(SnapshotInfo info, Discovery discovery, Identity.@Nullable Budget budget) {}
}
