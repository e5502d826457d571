package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.customers.CustomerActs;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.GitClone;
import dev.crosswalk.app.workspace.GitUrl;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Workspaces to open, and the customers of the open one. */
final class HomeModel {
  private final StudioContext context;
  private final RecentWorkspaces recent;
  private final GitSignIn git;
  private final WorkspaceOpener opener;
  private final CustomerActs acts;
  private final OneAtATime starting = new OneAtATime();
  private final ObservableList<Path> recentPaths = FXCollections.observableArrayList();
  private final ObservableList<CustomerRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

  HomeModel(StudioContext context, RecentWorkspaces recent, GitSignIn git) {
    this.git = git;
    this.context = context;
    this.recent = recent;
    this.opener = new WorkspaceOpener(context, recent);
    this.acts = new CustomerActs(context, this::refresh);
    context.workspace().addListener((o, was, is) -> refresh());
    context.filesChanged().addListener(o -> refreshIfShown());
    context.discoveries().addListener(o -> refreshIfShown());
    recentPaths.addListener((ListChangeListener<Path>) change -> offer());
    context.workspaceCommands().setAll(commands());
  }

  private void refreshIfShown() {
    if (context.route().get().place().equals(PlaceIds.HOME)) {
      refresh();
    }
  }

  /** Fills the menu of workspaces. */
  private void offer() {
    context.recentWorkspaces().setAll(recentPaths.stream().map(this::recentCommand).toList());
  }

  private Command recentCommand(Path path) {
    return new Command(
        String.valueOf(path.getFileName()),
        path.toString(),
        "mdi2f-folder-outline",
        null,
        () -> open(path));
  }

  /** The ways to start, for menus and the palette. */
  List<Command> commands() {
    return List.of(
        command("home.sandbox", "mdi2f-flask-outline", this::trySandbox),
        command("home.open", "mdi2f-folder-open-outline", this::askOpen),
        command("home.clone", "mdi2s-source-repository", this::askClone),
        command(
            "home.create",
            "mdi2f-folder-plus-outline",
            () -> NewWorkspaceForm.ask(context, NewWorkspaceForm.Start.EMPTY, this::create)));
  }

  private Command command(String key, String icon, Runnable run) {
    return new Command(texts().of(key), texts().of("home.title"), icon, null, run);
  }

  /** Newest first, without the open one. */
  ObservableList<Path> recentPaths() {
    return recentPaths;
  }

  /** The base mappings first, then the customers. */
  ObservableList<CustomerRow> rows() {
    return rows;
  }

  /** Whether the customers of an open workspace are read for the first time. */
  ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /** Looks at the folders and files anew. */
  void refresh() {
    Workspace workspace = context.workspace().get();
    reading.set(workspace != null && rows.isEmpty());
    context
        .tasks()
        .latest(
            "home-recent",
            progress -> recent.list(),
            paths ->
                recentPaths.setAll(
                    paths.stream()
                        .filter(p -> workspace == null || !p.equals(workspace.root()))
                        .toList()),
            context.dialogs()::error);
    if (workspace == null) {
      rows.clear();
      return;
    }
    CustomerRows reader = new CustomerRows(workspace, context.services(), texts());
    context
        .tasks()
        .latest(
            "home-rows",
            progress -> reader.quick(),
            quick -> {
              reading.set(false);
              if (context.workspace().get() == workspace) {
                know(quick);
              }
              show(quick.stream().map(this::withLastCounts).toList());
              count(reader, quick);
            },
            problem -> {
              reading.set(false);
              context.dialogs().error(problem);
            });
  }

  /** A customer whose file came, went or was mended is there to choose, or no longer. */
  private void know(List<CustomerRow> quick) {
    List<CustomerRow> customers = quick.stream().filter(r -> !r.customer().isEmpty()).toList();
    context.customersAre(customers.stream().map(CustomerRow::customer).toList());
    context.customersAreCalled(
        customers.stream()
            .collect(Collectors.toMap(CustomerRow::customer, CustomerRow::title, (a, b) -> a)));
  }

  /** Leaves the rows alone where nothing is new, so that nobody's focus is lost. */
  private void show(List<CustomerRow> now) {
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }

  /** Keeps what was counted last time on show while it is counted anew. */
  private CustomerRow withLastCounts(CustomerRow row) {
    return rows.stream()
        .filter(r -> r.customer().equals(row.customer()) && r.title().equals(row.title()))
        .findFirst()
        .map(r -> row.counted(r.waiting(), r.drift()))
        .orElse(row);
  }

  /** Adds what takes longer: suggestions and drift. */
  private void count(CustomerRows reader, List<CustomerRow> quick) {
    context
        .tasks()
        .latest(
            "home-counts",
            progress -> reader.counted(quick, progress),
            this::show,
            context.notifications()::problem);
  }

  void open(Path folder) {
    opener.open(folder, this::refresh);
  }

  /** Asks for the folder of a workspace and opens it. */
  void askOpen() {
    context.dialogs().chooseFolder(texts().of("home.openTitle"), null, this::open);
  }

  /** Asks for a repository's address and clones it. */
  void askClone() {
    askClone(CloneForm.Start.EMPTY);
  }

  private void askClone(CloneForm.Start start) {
    Path home = Path.of(System.getProperty("user.home", "."));
    Path parent =
        recentPaths.stream()
            .filter(p -> !p.startsWith(context.services().state()))
            .findFirst()
            .map(Path::getParent)
            .orElse(home);
    CloneForm.ask(context, parent, start, this::cloneFrom);
  }

  /**
   * Clones a repository and opens the workspace in it; offers to make one where there is none.
   * Where it fails, the form comes back as it was and says why.
   */
  void cloneFrom(String address, Path folder) {
    Consumer<Problem> again =
        problem -> askClone(new CloneForm.Start(address, folder.toString(), problem));
    String url;
    try {
      url = GitUrl.check(address);
    } catch (ProblemException e) {
      again.accept(e.problem());
      return;
    }
    git.run(
        texts().of("home.cloning", GitUrl.folderName(url)),
        url,
        (as, progress) -> {
          GitClone.into(folder, url, as, progress);
          return GitClone.workspacesIn(folder);
        },
        found -> cloned(folder, found),
        again);
  }

  private void cloned(Path folder, List<Path> workspaces) {
    if (workspaces.isEmpty()) {
      context
          .dialogs()
          .confirm(
              new Dialogs.Question(
                  texts().of("home.clonedNoneTitle"),
                  texts().of("home.clonedNoneText", folder),
                  texts().of("home.clonedNoneYes"),
                  false),
              () ->
                  NewWorkspaceForm.ask(
                      context, NewWorkspaceForm.Start.in(folder.toString()), this::create));
      return;
    }
    if (workspaces.size() > 1) {
      context
          .notifications()
          .info(texts().of("home.clonedSeveral", workspaces.size(), workspaces.getFirst()));
    }
    opener.open(
        workspaces.getFirst(),
        () -> {
          refresh();
          context.go(PlaceIds.HOME);
        });
  }

  /** Takes a folder off the list. */
  void forget(Path folder) {
    context
        .tasks()
        .latest(
            "home-forget",
            progress -> {
              recent.remove(folder);
              return recent.list();
            },
            paths -> refresh(),
            context.dialogs()::error);
  }

  /** Makes a workspace in git and opens it; where that fails, the form comes back and says why. */
  void create(String name, Path folder, String targetSystem) {
    context
        .tasks()
        .run(
            texts().of("home.creating", name),
            progress -> {
              Workspace workspace = Workspace.create(folder, name, targetSystem);
              workspace.git(context.services().clock()).init();
              recent.add(folder);
              return WorkspaceOpener.read(workspace);
            },
            opened -> {
              opener.show(opened);
              context.go(PlaceIds.MAPPING);
            },
            problem ->
                NewWorkspaceForm.ask(
                    context,
                    new NewWorkspaceForm.Start(name, folder.toString(), targetSystem, problem),
                    this::create));
  }

  /**
   * Makes, or opens again, the workspace over the embedded sandbox; its accounts are discovered
   * while the workspace is open.
   */
  void trySandbox() {
    Path folder = context.services().state().resolve("sandbox-workspace");
    SandboxWorkspace sandbox = new SandboxWorkspace(context.services());
    context
        .tasks()
        .run(
            texts().of("home.startingSandbox"),
            progress ->
                starting.once(
                    folder.toString(),
                    () -> {
                      Workspace workspace = sandbox.make(folder);
                      recent.add(folder);
                      return new Started(WorkspaceOpener.read(workspace), sandbox.undiscovered());
                    }),
            started -> {
              opener.show(started.opened());
              if (!started.opened().customers().contains(context.customer().get())) {
                context.customer().set("");
              }
              context.go(PlaceIds.HOME);
              discoverNext(sandbox, started.opened().workspace(), started.undiscovered());
            },
            context.dialogs()::error);
  }

  private record Started(WorkspaceOpener.Opened opened, List<SandboxHost.Account> undiscovered) {}

  /** One account after the other; a cancel ends it, and what is left is discovered next time. */
  private void discoverNext(
      SandboxWorkspace sandbox, Workspace workspace, List<SandboxHost.Account> left) {
    if (left.isEmpty()) {
      return;
    }
    SandboxHost.Account account = left.getFirst();
    context
        .tasks()
        .run(
            texts().of("connections.discovering", account.profile().name()),
            progress ->
                starting.once(
                    account.profile().name(),
                    () -> {
                      sandbox.discover(workspace, account, progress);
                      return account;
                    }),
            done -> {
              context.reportDiscovery();
              discoverNext(sandbox, workspace, left.subList(1, left.size()));
            },
            context.notifications()::problem);
  }

  /** Makes customers of the open workspace, and changes them. */
  CustomerActs customers() {
    return acts;
  }

  /** Goes to a place to settle something of a customer. */
  void settle(String place, CustomerRow row, @Nullable Object argument) {
    context.customer().set(row.customer());
    if (argument == null) {
      context.go(place);
    } else {
      context.go(place, argument);
    }
  }

  private Texts texts() {
    return context.texts();
  }
}
