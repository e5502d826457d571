package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.studio.customers.CustomerActs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Opens workspaces off the window's thread and remembers them. */
public final class WorkspaceOpener {
  private final StudioContext context;
  private final RecentWorkspaces recent;

  public WorkspaceOpener(StudioContext context, RecentWorkspaces recent) {
    this.context = context;
    this.recent = recent;
  }

  /**
   * A workspace with what the window shows of it before anything else is read.
   *
   * @param names of the customers, by id
   * @param problems of customers whose files cannot be read
   */
  record Opened(
      Workspace workspace,
      String name,
      List<String> customers,
      Map<String, String> names,
      List<Problem> problems) {}

  static Opened read(Workspace workspace) {
    Workspace.Customers all = workspace.readableCustomers();
    List<CustomerFile> customers = all.readable();
    return new Opened(
        workspace,
        workspace.settings().name(),
        customers.stream().map(CustomerFile::id).toList(),
        CustomerActs.names(customers),
        all.problems());
  }

  /** Opens a folder and goes on when it is open. */
  void open(Path folder, Runnable then) {
    context
        .tasks()
        .run(
            context.texts().of("home.opening", String.valueOf(folder.getFileName())),
            progress -> {
              Opened opened = read(Workspace.open(folder));
              recent.add(folder);
              return opened;
            },
            opened -> {
              show(opened);
              then.run();
            },
            context.dialogs()::error);
  }

  /**
   * Opens what a person named at the start: a workspace's folder, or the file that makes it one.
   */
  public void openAsked(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    open(folder != null && whole.endsWith(Workspace.FILE) ? folder : whole, () -> {});
  }

  /**
   * Opens the workspace of last time; says nothing where its folder is gone.
   *
   * @param then runs when it is open, or cannot be
   */
  public void reopen(Path folder, String customer, Runnable then) {
    Consumer<Problem> tell = context.notifications()::problem;
    context
        .tasks()
        .latest(
            "workspace-reopen",
            progress -> {
              if (!Files.isDirectory(folder)) {
                return List.<Opened>of();
              }
              return List.of(read(Workspace.open(folder)));
            },
            found -> {
              found.forEach(opened -> {
                show(opened);
                if (opened.customers().contains(customer)) {
                  context.customer().set(customer);
                }
              });
              then.run();
            },
            problem -> {
              tell.accept(problem);
              then.run();
            });
  }

  void show(Opened opened) {
    context.opened(opened.workspace(), opened.name(), opened.customers());
    context.customersAreCalled(opened.names());
    opened.problems().forEach(context.notifications()::problem);
  }
}
