package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Layers;
import dev.crosswalk.engine.mapping.Layers.EffectiveMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers of a workspace and their overlays as they are on disk. */
final class CustomerFiles {
  private final WorkspaceFiles files;

  CustomerFiles(WorkspaceFiles files) {
    this.files = files;
  }

  /** The customers, sorted by id. A customer file that cannot be read throws its problems. */
  List<CustomerFile> all() {
    List<CustomerFile> customers = new ArrayList<>();
    for (String id : ids()) {
      read(id).ifPresent(customers::add);
    }
    return List.copyOf(customers);
  }

  /** Those that can be read, sorted by id, and what is wrong with the files of the others. */
  Workspace.Customers readable() {
    List<CustomerFile> customers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String id : ids()) {
      try {
        read(id).ifPresent(customers::add);
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    return new Workspace.Customers(customers, problems);
  }

  Optional<CustomerFile> read(String id) {
    Path file = WorkspaceLayout.customer(id);
    return files.readIfThere(file).map(text -> CustomerFile.read(text, WorkspaceFiles.shown(file)));
  }

  /** Writes a customer's file, over what it held before. */
  void save(CustomerFile customer) {
    files.overwrite(WorkspaceLayout.customer(customer.id()), customer.write());
  }

  /** Whether a customer works with a base mapping: it says so, or has an overlay on it. */
  boolean uses(CustomerFile customer, MappingEntry mapping) {
    return customer.mappings().contains(mapping.id()) || hasOverlay(customer.id(), mapping.file());
  }

  boolean hasOverlay(String customer, Path mapping) {
    return files.exists(WorkspaceLayout.overlay(customer, mapping));
  }

  /** The ids of the customers that have an overlay on a base mapping, sorted. */
  List<String> withOverlay(Path mapping) {
    return ids().stream().filter(id -> hasOverlay(id, mapping)).toList();
  }

  /** A customer's overlay; empty where the customer has none. */
  Optional<OverlayDocument> overlay(String customer, Path mapping) {
    Path file = WorkspaceLayout.overlay(customer, mapping);
    return files
        .readIfThere(file)
        .map(text -> OverlayDocument.parse(text, WorkspaceFiles.shown(file)));
  }

  /**
   * A customer's overlay as a document to edit; a new one, not yet on disk, where there is none.
   */
  OverlayDocument editableOverlay(String customer, MappingEntry mapping) {
    Path file = WorkspaceLayout.overlay(customer, mapping.file());
    return overlay(customer, mapping.file())
        .orElseGet(() ->
            OverlayDocument.create(
                Overlay.empty(mapping.id(), customer), WorkspaceFiles.shown(file)));
  }

  /** The names of the customers' folders, sorted. */
  List<String> ids() {
    return files.folders(WorkspaceLayout.CUSTOMERS);
  }

  /**
   * What holds for a customer: the base with the overlay on it.
   *
   * @param customer null for the base alone
   */
  EffectiveMapping effective(Mapping base, Path mapping, @Nullable String customer) {
    OverlayDocument document = customer == null ? null : overlay(customer, mapping).orElse(null);
    if (document == null) {
      return Layers.effective(base, Overlay.empty(base.id(), customer == null ? "" : customer));
    }
    Overlay overlay =
        document.overlay().orElseThrow(() -> new ProblemException(document.problems()));
    return Layers.effective(base, overlay, document::place);
  }
}
