package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Backstage;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the place offers: connectors, the person's connections, made-up companies. */
final class ConnectionLists {
  private final StudioContext context;
  private final Backstage backstage;
  private final ObservableList<ConnectorInfo> connectors = FXCollections.observableArrayList();
  private final ObservableList<ConnectionProfile> connections = FXCollections.observableArrayList();
  private final ObservableList<SandboxHost.Account> companies = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper secretPlace = new ReadOnlyStringWrapper("");
  private List<Problem> told = List.of();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

  ConnectionLists(StudioContext context, Backstage backstage) {
    this.context = context;
    this.backstage = backstage;
  }

  ObservableList<ConnectorInfo> connectors() {
    return connectors;
  }

  ObservableList<ConnectionProfile> connections() {
    return connections;
  }

  /** The made-up companies of the sandbox. */
  ObservableList<SandboxHost.Account> companies() {
    return companies;
  }

  /** Where secrets go, in words for a person; empty until that is known. */
  ReadOnlyStringProperty secretPlace() {
    return secretPlace.getReadOnlyProperty();
  }

  /** False until the lists were read for the first time. */
  ReadOnlyBooleanProperty read() {
    return read.getReadOnlyProperty();
  }

  /** Reads everything again; what cannot be read is told. Lists in which nothing is new stay. */
  void refresh(Runnable onRead) {
    findSecretPlace();
    context
        .tasks()
        .latest(
            "connections",
            progress -> {
              backstage.connectors().refresh();
              return new Found(
                  backstage.connectors().list(),
                  backstage.connectors().problems(),
                  backstage.store().list(),
                  backstage.store().problems(),
                  companies.isEmpty() ? backstage.companies().all() : List.copyOf(companies));
            },
            found -> {
              renew(connectors, found.connectors());
              renew(companies, found.companies());
              renew(connections, found.connections());
              read.set(true);
              onRead.run();
              found.problems().forEach(context.notifications()::problem);
              tell(found.broken());
            },
            context.dialogs()::error);
  }

  /** Once for each mistake, as the files are read again whenever one of them changes. */
  private void tell(List<Problem> broken) {
    broken.stream().filter(p -> !told.contains(p)).forEach(context.notifications()::problem);
    told = broken;
  }

  private record Found(
      List<ConnectorInfo> connectors,
      List<Problem> broken,
      List<ConnectionProfile> connections,
      List<Problem> problems,
      List<SandboxHost.Account> companies) {}

  private static <T> void renew(ObservableList<T> list, List<T> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  /** Looking for a keychain may take a moment, so it is done apart from the lists. */
  private void findSecretPlace() {
    if (secretPlace.get().isEmpty()) {
      context
          .tasks()
          .latest(
              "connections-secrets",
              progress -> backstage.secrets().describe(),
              secretPlace::set,
              context.notifications()::problem);
    }
  }
}
