package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Group;
import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.mapping.MappingDesk.Whose;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.UnsavedWork;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mappings of a workspace as a list shows them: the base's and every customer's. */
final class WorkspaceItems {
  private final Workspace workspace;
  private final UnsavedWork unsaved;
  private final Map<String, Schema> targets = new HashMap<>();

  WorkspaceItems(Workspace workspace, UnsavedWork unsaved) {
    this.workspace = workspace;
    this.unsaved = unsaved;
  }

  List<Item> of(String customer) {
    List<CustomerFile> customers = workspace.readableCustomers().readable();
    List<MappingEntry> all = workspace.mappings();
    Optional<CustomerFile> own =
        customers.stream().filter(c -> c.id().equals(customer)).findFirst();
    List<Item> items = new ArrayList<>();
    for (MappingEntry entry : all) {
      Group group = applies(entry, own) ? Group.OWN : Group.OTHER_SYSTEM;
      items.add(item(entry, own, group));
    }
    if (own.isPresent()) {
      all.forEach(entry -> items.add(item(entry, Optional.empty(), Group.OTHER_CUSTOMER)));
    }
    for (CustomerFile other : customers) {
      if (!other.id().equals(customer)) {
        all.stream()
            .filter(entry -> workspace.uses(other, entry))
            .forEach(entry -> items.add(item(entry, Optional.of(other), Group.OTHER_CUSTOMER)));
      }
    }
    return List.copyOf(items);
  }

  /** A customer that names no connection yet may have any system. */
  private static boolean applies(MappingEntry entry, Optional<CustomerFile> customer) {
    Endpoint source = entry.source();
    return source == null
        || customer
            .map(c ->
                c.connections().isEmpty()
                    || c.connections().containsKey(source.system())
                    || c.mappings().contains(entry.id()))
            .orElse(true);
  }

  private Item item(MappingEntry entry, Optional<CustomerFile> customer, Group group) {
    Endpoint source = entry.source();
    Endpoint target = entry.target();
    String id = customer.map(CustomerFile::id).orElse("");
    Path file = id.isEmpty() ? entry.file() : workspace.overlayFile(id, entry.file());
    Coverage coverage = new Coverage(entry.mapped(), 0, 0, 0);
    Problem problem = entry.readable() ? null : entry.problems().getFirst();
    if (problem == null) {
      try {
        coverage = coverage(entry, id);
      } catch (ProblemException e) {
        problem = e.problem();
      }
    }
    return new Item(
        WorkspaceFiles.shown(entry.file()),
        new Whose(
            id,
            customer.map(CustomerFile::name).orElse(""),
            !id.isEmpty() && workspace.files().exists(file),
            group),
        entry.title(),
        shown(source),
        shown(target),
        coverage,
        isUnsaved(file),
        problem);
  }

  private static String shown(@Nullable Endpoint end) {
    return end == null ? "" : end.system() + " " + end.object();
  }

  private Coverage coverage(MappingEntry entry, String customer) {
    Mapping mapping =
        customer.isEmpty()
            ? workspace.mapping(entry.file())
            : workspace.effective(entry.file(), customer).mapping();
    return targets
        .computeIfAbsent(mapping.target().system(), workspace::target)
        .object(mapping.target().object())
        .map(target -> Coverage.of(target, mapping))
        .orElse(new Coverage(mapping.fields().size(), 0, 0, 0));
  }

  private boolean isUnsaved(Path file) {
    return unsaved
        .of(WorkspaceFiles.shown(file))
        .filter(text -> !workspace.files().readIfThere(file).equals(Optional.of(text)))
        .isPresent();
  }
}
