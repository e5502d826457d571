package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.Companies;
import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.ConnectionHealth.State;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Notifications.Notice;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.HostApprovals;
import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.ConnectorInfo.Input;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.Severity;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The connections of this person: set up, test, use, delete. */
final class ConnectionsModel {

  /** What the place works with. */
  record Backstage(
      Connectors connectors,
      ConnectionStore store,
      SecretStore secrets,
      Supplier<SchemaCache> cache,
      RequestLog log,
      Clock clock,
      HostApprovals approvals,
      Companies companies) {}

  /** How the latest test of the form went. */
  sealed interface TestResult {}

  record Untested() implements TestResult {}

  record Passed(Identity identity) implements TestResult {}

  /**
   * @param details the last request and its answer
   */
  record Failed(Problem problem, String details) implements TestResult {}

  private final StudioContext context;
  private final Backstage backstage;
  private final ObjectProperty<@Nullable ConnectionForm> form = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<TestResult> result =
      new ReadOnlyObjectWrapper<>(new Untested());
  private final ConnectionLists lists;
  private final RemoteCalls remote;
  private final ConnectionEnd end;
  private @Nullable String wanted;

  ConnectionsModel(StudioContext context, Backstage backstage) {
    this.context = context;
    this.backstage = backstage;
    this.lists = new ConnectionLists(context, backstage);
    this.remote = new RemoteCalls(context, backstage.connectors(), backstage.approvals());
    this.end = new ConnectionEnd(context, backstage, remote);
  }

  /** What there is to choose from. */
  ConnectionLists lists() {
    return lists;
  }

  /** Makes the connection to a made-up company, if it is not there, and opens it. */
  void tryOut(SandboxHost.Account company) {
    context
        .tasks()
        .latest(
            "connection-company",
            progress -> {
              if (backstage.store().get(company.profile().name()).isEmpty()) {
                backstage.store().save(company.profile());
              }
              return company.profile().name();
            },
            name -> {
              want(name);
              refresh();
            },
            context.dialogs()::error);
  }

  /** What can be made to go wrong at a made-up company. */
  SandboxFaults faults(ConnectionForm sandbox) {
    return new SandboxFaults(context, backstage.companies(), sandbox.name().get());
  }

  /** The connection being set up; null = the gallery is shown. */
  ObjectProperty<@Nullable ConnectionForm> form() {
    return form;
  }

  ReadOnlyObjectProperty<TestResult> result() {
    return result.getReadOnlyProperty();
  }

  /** Opens a connection as soon as the list is there. */
  void want(String connection) {
    wanted = connection;
  }

  private void openWanted() {
    String name = wanted;
    wanted = null;
    lists.connections().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .ifPresent(this::edit);
  }

  /** Reads the lists again; what cannot be read is told. */
  void refresh() {
    lists.refresh(this::openWanted);
  }

  /** Starts a new connection with a connector. */
  void create(ConnectorInfo connector) {
    Set<String> taken =
        lists.connections().stream().map(ConnectionProfile::name).collect(Collectors.toSet());
    String name = connector.id();
    for (int n = 2; taken.contains(name); n++) {
      name = connector.id() + "-" + n;
    }
    result.set(new Untested());
    form.set(new ConnectionForm(connector, null, name, context.texts()));
  }

  /** Opens a saved connection. */
  void edit(ConnectionProfile profile) {
    ConnectorInfo connector =
        lists.connectors().stream()
            .filter(c -> c.id().equals(profile.connector()))
            .findFirst()
            .orElse(null);
    if (connector == null) {
      context
          .dialogs()
          .confirm(
              new Dialogs.Question(
                  texts().of("connections.unknownTitle"),
                  texts().of("connections.unknown", profile.name(), profile.connector())
                      + " "
                      + texts().of("connections.unknownNext"),
                  texts().of("connections.delete"),
                  true),
              () -> delete(profile));
      return;
    }
    result.set(new Untested());
    ConnectionForm opened = new ConnectionForm(connector, profile, profile.name(), texts());
    form.set(opened);
    context
        .tasks()
        .latest(
            "connection-secrets",
            progress -> {
              Set<String> stored = new HashSet<>();
              for (Input input : connector.inputs()) {
                if (input.secret()
                    && backstage.secrets().get(profile.name(), input.key()).isPresent()) {
                  stored.add(input.key());
                }
              }
              return stored;
            },
            opened::knowStored,
            context.notifications()::problem);
  }

  /** Back to the gallery. */
  void close() {
    form.set(null);
  }

  /** Signs in and says who that is. */
  void test() {
    ConnectionForm now = form.get();
    if (now != null && now.valid().get()) {
      test(now, identity -> {});
    }
  }

  private void test(ConnectionForm now, Consumer<Identity> then) {
    signIn(now, then, problem -> {});
  }

  private void signIn(ConnectionForm now, Consumer<Identity> then, Consumer<Problem> otherwise) {
    ConnectionProfile profile = now.profile();
    Map<String, String> secrets = now.secrets();
    result.set(new Untested());
    remote.run(
        texts().of("connections.testing", profile.name()),
        profile,
        secrets,
        Session::test,
        identity -> {
          result.set(new Passed(identity));
          context.reportHealth(
              new ConnectionHealth(
                  profile.name(),
                  State.GOOD,
                  identity.budget(),
                  Boolean.TRUE.equals(identity.production())));
          then.accept(identity);
        },
        problem -> {
          result.set(new Failed(problem, lastRequest(profile.name())));
          context.reportHealth(new ConnectionHealth(profile.name(), State.FAILED, null));
          otherwise.accept(problem);
        });
  }

  /**
   * Keeps the connection. Secrets just typed are kept only if they sign in: the session stores them
   * when its first call succeeds.
   */
  void save() {
    withFreeName(now -> {
      if (now.secrets().isEmpty()) {
        save(now, () -> {});
      } else {
        signIn(
            now,
            identity -> save(now, () -> {}),
            problem -> save(now, () -> keepTyped(now, problem)));
      }
    });
  }

  /** The connection was saved, but its secrets did not sign in: they stay in the form only. */
  private void keepTyped(ConnectionForm typed, Problem problem) {
    context.notifications().warn(texts().of("connections.savedWithout", typed.name().get()));
    ConnectionForm shown = form.get();
    if (shown != null && shown != typed && shown.name().get().equals(typed.name().get())) {
      typed.secrets().forEach((key, value) -> shown.value(key).set(value));
    }
    result.set(new Failed(problem, lastRequest(typed.profile().name())));
  }

  /** Goes on with a form that is filled in, and asks first where it replaces another connection. */
  private void withFreeName(Consumer<ConnectionForm> then) {
    ConnectionForm now = form.get();
    if (now == null || !now.valid().get()) {
      return;
    }
    if (now.isNew() && isTaken(now.profile().name())) {
      context
          .dialogs()
          .confirm(
              new Dialogs.Question(
                  texts().of("connections.replaceTitle"),
                  texts().of("connections.replaceText", now.profile().name()),
                  texts().of("connections.replace"),
                  true),
              () -> then.accept(now));
    } else {
      then.accept(now);
    }
  }

  private boolean isTaken(String name) {
    return lists.connections().stream().anyMatch(c -> c.name().equals(name));
  }

  private void save(ConnectionForm now, Runnable then) {
    ConnectionProfile profile = now.profile();
    context
        .tasks()
        .run(
            texts().of("connections.saving", profile.name()),
            progress -> {
              backstage.store().save(profile);
              return profile;
            },
            done -> {
              context.notifications().info(texts().of("connections.saved", profile.name()));
              refresh();
              if (form.get() == now && now.isNew()) {
                TestResult kept = result.get();
                edit(profile);
                result.set(kept);
              }
              then.run();
            },
            context.dialogs()::error);
  }

  /** Forgets a connection, its secrets and what was discovered by it, after asking. */
  void delete(ConnectionProfile profile) {
    end.delete(
        profile,
        lists.connectors(),
        () -> {
          form.set(null);
          refresh();
        });
  }

  /** Ends the sign-in here and, where the system lets one, there; what was typed stays. */
  void signOut(ConnectionProfile profile) {
    end.signOut(profile, () -> result.set(new Untested()));
  }

  /** Signs in, saves, asks where that is a live account, and reads all objects into the cache. */
  void discover() {
    withFreeName(now -> test(now, identity -> save(now, () -> discover(now.profile(), identity))));
  }

  private void discover(ConnectionProfile profile, Identity identity) {
    new FirstDiscovery(context, backstage, remote)
        .start(
            profile,
            identity,
            problem -> {
              ConnectionForm shown = form.get();
              boolean open = shown != null && shown.name().get().equals(profile.name());
              if (open) {
                result.set(new Failed(problem, lastRequest(profile.name())));
              }
              if (!open || !context.route().get().place().equals(PlaceIds.CONNECTIONS)) {
                tellFailure(profile.name(), problem);
              }
            });
  }

  /** For who is at something else by then, and is not interrupted. */
  private void tellFailure(String connection, Problem problem) {
    context
        .notifications()
        .add(
            new Notice(
                Severity.ERROR,
                texts().of("connections.discoveryFailed", connection, texts().of(problem)),
                texts().of("connections.toConnection"),
                () -> context.go(PlaceIds.CONNECTIONS, connection)));
  }

  private String lastRequest(String connection) {
    return backstage.log().entries().reversed().stream()
        .filter(e -> e.connection().equals(connection))
        .findFirst()
        .map(e ->
            e.method()
                + " "
                + e.url()
                + "\n"
                + (e.failure() == null
                    ? texts().of("connections.answer", e.status(), e.took().toMillis())
                    : e.failure()))
        .orElse("");
  }

  private Texts texts() {
    return context.texts();
  }
}
