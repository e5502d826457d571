package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Workspaces to open, and the customers of the open one. */
final class HomeModel {
  private final StudioContext context;
  private final RecentWorkspaces recent;
  private final WorkspaceOpener opener;
  private final ObservableList<Path> recentPaths = FXCollections.observableArrayList();
  private final ObservableList<CustomerRow> rows = FXCollections.observableArrayList();

  HomeModel(StudioContext context, RecentWorkspaces recent) {
    this.context = context;
    this.recent = recent;
    this.opener = new WorkspaceOpener(context, recent);
    context.workspace().addListener((o, was, is) -> refresh());
  }

  /** Newest first, without the open one. */
  ObservableList<Path> recentPaths() {
    return recentPaths;
  }

  /** The base mappings first, then the customers. */
  ObservableList<CustomerRow> rows() {
    return rows;
  }

  /** Looks at the folders and files anew. */
  void refresh() {
    Workspace workspace = context.workspace().get();
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
              rows.setAll(quick);
              count(reader, quick);
            },
            context.dialogs()::error);
  }

  /** Adds what takes longer: suggestions and drift. */
  private void count(CustomerRows reader, List<CustomerRow> quick) {
    context
        .tasks()
        .latest(
            "home-counts",
            progress -> reader.counted(quick, progress),
            rows::setAll,
            context.notifications()::problem);
  }

  void open(Path folder) {
    opener.open(folder, this::refresh);
  }

  /** Asks for the folder of a workspace and opens it. */
  void askOpen() {
    context.dialogs().chooseFolder(texts().of("home.openTitle"), null, this::open);
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

  /** Makes a workspace in git and opens it. */
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
            context.dialogs()::error);
  }

  /** Makes, or opens again, the workspace over the embedded sandbox, and goes to map. */
  void trySandbox() {
    Path folder = context.services().state().resolve("sandbox-workspace");
    context
        .tasks()
        .run(
            texts().of("home.startingSandbox"),
            progress -> {
              Workspace workspace = new SandboxWorkspace(context.services()).make(folder, progress);
              recent.add(folder);
              return WorkspaceOpener.read(workspace);
            },
            opened -> {
              opener.show(opened);
              if (!opened.customers().isEmpty()) {
                context.customer().set(opened.customers().getFirst());
              }
              context.go(PlaceIds.MAPPING);
            },
            context.dialogs()::error);
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
