package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.customers.CustomerActs;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.FuzzyIndex;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.CustomerFile;
import java.util.ArrayList;
import java.util.List;

/** The mappings and customers of the open workspace, for the palette. */
final class WorkspaceThings {
  private static final int MOST = 20;

  private final StudioContext context;
  private FuzzyIndex<Command> index = FuzzyIndex.of(List.of(), Command::title, Command::group);

  private WorkspaceThings(StudioContext context) {
    this.context = context;
  }

  /** Has the palette find them from now on. */
  static void offerTo(StudioContext context) {
    WorkspaceThings things = new WorkspaceThings(context);
    context.workspace().addListener(o -> things.read());
    context.filesChanged().addListener(o -> things.read());
    context.commands().addSource(query -> things.index.find(query, MOST));
  }

  private void read() {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      index = FuzzyIndex.of(List.of(), Command::title, Command::group);
      return;
    }
    context
        .tasks()
        .latest(
            "workspace-things",
            progress -> commands(workspace),
            commands -> index = FuzzyIndex.of(commands, Command::title, Command::group),
            context.notifications()::problem);
  }

  private List<Command> commands(Workspace workspace) {
    List<Command> commands = new ArrayList<>();
    for (MappingEntry mapping : workspace.mappings()) {
      String file = WorkspaceFiles.shown(mapping.file());
      commands.add(
          new Command(
              mapping.title(),
              file,
              "mdi2v-vector-link",
              null,
              () -> context.go(PlaceIds.MAPPING, new MappingRef(file, ""))));
    }
    commands.add(customer("", context.texts().of("home.base")));
    for (CustomerFile customer : workspace.readableCustomers().readable()) {
      commands.add(customer(customer.id(), customer.name()));
      commands.add(
          new Command(
              context.texts().of("customers.editTitle", customer.name()),
              context.texts().of("home.customers"),
              "mdi2a-account-edit-outline",
              null,
              () -> new CustomerActs(context, () -> {}).edit(customer.id())));
    }
    return commands;
  }

  private Command customer(String id, String name) {
    return new Command(
        context.texts().of("home.workAs", name),
        context.texts().of("home.customers"),
        "mdi2a-account-outline",
        null,
        () -> context.customer().set(id));
  }
}
