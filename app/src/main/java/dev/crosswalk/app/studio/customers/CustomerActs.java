package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.CustomerDraft.Choices;
import dev.crosswalk.app.studio.customers.CustomerDraft.Usable;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.UndoableEdits;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes customers and changes them; each act can be undone. */
public final class CustomerActs {
  private final StudioContext context;
  private final Runnable afterwards;

  /**
   * @param afterwards runs on the JavaFX thread after each act, undo and redo
   */
  public CustomerActs(StudioContext context, Runnable afterwards) {
    this.context = context;
    this.afterwards = afterwards;
  }

  /** Asks for a new customer. */
  public void startNew() {
    ask("");
  }

  /** Asks what to change of a customer. */
  public void edit(String id) {
    ask(id);
  }

  private record Start(@Nullable CustomerFile old, Choices choices) {}

  private void ask(String id) {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      return;
    }
    context
        .tasks()
        .latest(
            "customer-form",
            progress ->
                new Start(
                    id.isEmpty() ? null : workspace.customer(id).orElse(null),
                    choices(workspace, context.services())),
            start ->
                CustomerForm.ask(
                    context.dialogs(),
                    context.texts(),
                    new CustomerDraft(start.old(), start.choices(), context.texts()),
                    draft -> save(workspace, start.old(), draft.file())),
            context.dialogs()::error);
  }

  private void save(Workspace workspace, @Nullable CustomerFile old, CustomerFile now) {
    new UndoableEdits(context, () -> readAgain(workspace))
        .run(
            workspace,
            context
                .texts()
                .of(old == null ? "customers.makeNamed" : "customers.editNamed", now.name()),
            (edits, progress) -> edits.customer(old, now),
            written ->
                context
                    .texts()
                    .of(
                        written.isEmpty()
                            ? "customers.unchanged"
                            : old == null ? "customers.made" : "customers.edited",
                        now.name()));
  }

  private void readAgain(Workspace workspace) {
    context
        .tasks()
        .latest(
            "customers-again",
            progress -> workspace.readableCustomers().readable(),
            found -> {
              if (context.workspace().get() == workspace) {
                context.customersAre(found.stream().map(CustomerFile::id).toList());
                context.customersAreCalled(names(found));
                afterwards.run();
              }
            },
            context.notifications()::problem);
  }

  /** What people call the customers, by id. */
  public static Map<String, String> names(List<CustomerFile> customers) {
    return customers.stream()
        .collect(Collectors.toMap(CustomerFile::id, CustomerFile::name, (a, b) -> a));
  }

  /** What a customer may have, of what is saved on this computer and lies in the workspace. */
  static Choices choices(Workspace workspace, StudioServices services) {
    List<CustomerFile> customers = workspace.readableCustomers().readable();
    Map<String, List<String>> systems = new TreeMap<>();
    for (ConnectionProfile profile : services.connections().list()) {
      systems.computeIfAbsent(profile.connector(), s -> new ArrayList<>()).add(profile.name());
    }
    List<Usable> mappings = new ArrayList<>();
    for (MappingEntry entry : workspace.mappings()) {
      Endpoint source = entry.source();
      if (source != null) {
        systems.computeIfAbsent(source.system(), s -> new ArrayList<>());
        mappings.add(new Usable(entry.id(), entry.title(), source.system()));
      }
    }
    Set<String> unused = new LinkedHashSet<>();
    systems.values().forEach(unused::addAll);
    customers.forEach(c -> unused.removeAll(c.connections().values()));
    return new Choices(
        systems,
        services.connectors().list().stream()
            .collect(Collectors.toMap(ConnectorInfo::id, ConnectorInfo::name, (a, b) -> a)),
        mappings,
        unused,
        customers.stream().map(CustomerFile::id).collect(Collectors.toSet()));
  }
}
