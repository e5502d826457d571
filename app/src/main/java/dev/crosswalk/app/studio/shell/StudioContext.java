package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** What every place is given: the services, what is open, and the window's help. */
public final class StudioContext {
  private static final int MOST_BACK = 50;

  private final StudioServices services;
  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Notifications notifications;
  private final Commands commands = new Commands();
  private final UndoStack undo = new UndoStack();
  private final Texts texts;
  private final Themes themes;
  private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper workspaceName = new ReadOnlyStringWrapper("");
  private final StringProperty customer = new SimpleStringProperty("");
  private final ObservableList<String> customers = FXCollections.observableArrayList();
  private final ObservableMap<String, String> customerNames = FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<ConnectionHealth> health =
      new ReadOnlyObjectWrapper<>(ConnectionHealth.NONE);
  private final Map<String, ConnectionHealth> told = new HashMap<>();
  private final BooleanProperty keepSamples = new SimpleBooleanProperty(true);
  private final IntegerProperty scale = new SimpleIntegerProperty();
  private final StringProperty language = new SimpleStringProperty("");
  private final ReadOnlyLongWrapper filesChanged = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper discoveries = new ReadOnlyLongWrapper();
  private final ObservableList<Command> recentWorkspaces = FXCollections.observableArrayList();
  private final ObservableList<Command> workspaceCommands = FXCollections.observableArrayList();
  private final Deque<String> past = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Route> route =
      new ReadOnlyObjectWrapper<>(new Route("", null, 0));

  public StudioContext(
      StudioServices services, Tasks tasks, Dialogs dialogs, Texts texts, Themes themes) {
    this.services = services;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.notifications = new Notifications(texts);
    this.themes = themes;
  }

  public StudioServices services() {
    return services;
  }

  public Tasks tasks() {
    return tasks;
  }

  public Dialogs dialogs() {
    return dialogs;
  }

  public Notifications notifications() {
    return notifications;
  }

  public Commands commands() {
    return commands;
  }

  /** What was done outside the mapping editor and can be taken back. */
  public UndoStack undo() {
    return undo;
  }

  public Texts texts() {
    return texts;
  }

  public Themes themes() {
    return themes;
  }

  /** The open workspace; null where none is open. Changes on the JavaFX thread. */
  public ReadOnlyObjectProperty<@Nullable Workspace> workspace() {
    return workspace.getReadOnlyProperty();
  }

  /** The open workspace's name; empty where none is open. */
  public ReadOnlyStringProperty workspaceName() {
    return workspaceName.getReadOnlyProperty();
  }

  /** Id of the customer whose overlays are shown; empty = the base mappings. */
  public StringProperty customer() {
    return customer;
  }

  /** Ids of the open workspace's customers, sorted. */
  public ObservableList<String> customers() {
    return customers;
  }

  /**
   * Makes a workspace the open one, in place of the one before, which is closed.
   *
   * @param name as {@code crosswalk.yaml} says
   */
  public void opened(Workspace now, String name, List<String> customerIds) {
    Workspace before = workspace.get();
    customersAre(customerIds);
    workspaceName.set(name);
    workspace.set(now);
    if (before != now) {
      if (before != null) {
        before.close();
        undo.clear();
      }
      watch(now);
    }
  }

  /** The open workspace has these customers from now on. */
  public void customersAre(List<String> ids) {
    if (!customers.equals(ids)) {
      customers.setAll(ids);
    }
    if (!ids.contains(customer.get())) {
      customer.set("");
    }
  }

  /**
   * What people call the customers.
   *
   * @param names by id
   */
  public void customersAreCalled(Map<String, String> names) {
    customerNames.keySet().retainAll(names.keySet());
    customerNames.putAll(names);
  }

  /** What people call a customer; the id where that is not known, empty text for the base. */
  public String customerName(String id) {
    return customerNames.getOrDefault(id, id);
  }

  /** What people call the customers, by id; to watch for changes. */
  public Observable customerNames() {
    return customerNames;
  }

  /** The watch ends when the workspace is closed. */
  private void watch(Workspace now) {
    try {
      now.onChange(() ->
          tasks.later(() -> {
            if (workspace.get() == now) {
              filesChanged.set(filesChanged.get() + 1);
            }
          }));
    } catch (ProblemException e) {
      e.problems().forEach(notifications::problem);
    }
  }

  /** Counts up a moment after files of the open workspace changed, whoever changed them. */
  public ReadOnlyLongProperty filesChanged() {
    return filesChanged.getReadOnlyProperty();
  }

  /** Counts up when the cache got another snapshot of some connection, or lost one. */
  public ReadOnlyLongProperty discoveries() {
    return discoveries.getReadOnlyProperty();
  }

  /** Tells everybody that the cache's snapshots changed. */
  public void reportDiscovery() {
    discoveries.set(discoveries.get() + 1);
  }

  /** Opens one of the workspaces that were open lately, newest first. */
  public ObservableList<Command> recentWorkspaces() {
    return recentWorkspaces;
  }

  /** The ways to open or make another workspace. */
  public ObservableList<Command> workspaceCommands() {
    return workspaceCommands;
  }

  /** Whether sample records stay in the cache, for their seven days, when the window is closed. */
  public BooleanProperty keepSamples() {
    return keepSamples;
  }

  /** Size of everything in percent, from the next start on; 0 = as the system says. */
  public IntegerProperty scale() {
    return scale;
  }

  /** Language of all texts, from the next start on; empty = as the system says. */
  public StringProperty language() {
    return language;
  }

  /** The connection that was used last. */
  public ReadOnlyObjectProperty<ConnectionHealth> health() {
    return health.getReadOnlyProperty();
  }

  /** Whether its data are live stays as it was told last, where this does not tell it. */
  public void reportHealth(ConnectionHealth said) {
    ConnectionHealth before = told.getOrDefault(said.connection(), ConnectionHealth.NONE);
    ConnectionHealth now =
        said.production() != null
            ? said
            : new ConnectionHealth(
                said.connection(), said.state(), said.budget(), before.production());
    health.set(now);
    if (now.state() == ConnectionHealth.State.GOOD) {
      told.put(now.connection(), now);
    }
  }

  /**
   * A request went out: its connection is the one in use, whatever it was for. What was told of it
   * before, its budget and whether its data are live, stays until it is told anew.
   *
   * @param answered whether the system answered and knew who asked
   */
  public void reportRequest(String connection, boolean answered) {
    ConnectionHealth now = health.get();
    ConnectionHealth.State state =
        answered ? ConnectionHealth.State.GOOD : ConnectionHealth.State.FAILED;
    if (!connection.isEmpty() && (!now.connection().equals(connection) || now.state() != state)) {
      ConnectionHealth before = told.getOrDefault(connection, ConnectionHealth.NONE);
      health.set(new ConnectionHealth(connection, state, before.budget(), before.production()));
    }
  }

  /** Where the window is or goes. */
  public ReadOnlyObjectProperty<Route> route() {
    return route.getReadOnlyProperty();
  }

  /** Tells what went wrong: in a dialog where a person waits for it, in the corner elsewhere. */
  public void tell(String place, Problem problem) {
    if (route.get().place().equals(place)) {
      dialogs.error(problem);
    } else {
      notifications.problem(problem);
    }
  }

  /** Goes to a place; see {@link PlaceIds}. */
  public void go(String place) {
    move(place, null);
  }

  /** Goes to a place to look at something there. */
  public void go(String place, Object argument) {
    move(place, argument);
  }

  /** Goes to the place that was shown before, as it was left; does nothing at the first one. */
  public void back() {
    if (!past.isEmpty()) {
      String place = past.pop();
      route.set(new Route(place, null, route.get().number() + 1));
    }
  }

  private void move(String place, @Nullable Object argument) {
    String now = route.get().place();
    if (!now.isEmpty() && !now.equals(place)) {
      past.push(now);
      if (past.size() > MOST_BACK) {
        past.removeLast();
      }
    }
    route.set(new Route(place, argument, route.get().number() + 1));
  }
}
