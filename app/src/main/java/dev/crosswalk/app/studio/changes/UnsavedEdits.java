package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.UnsavedWork;
import dev.crosswalk.app.workspace.Workspace;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** How many mappings have edits that are not saved, which a commit leaves out. Holds no nodes. */
final class UnsavedEdits {
  private final StudioContext context;
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  UnsavedEdits(StudioContext context) {
    this.context = context;
    context.workspace().addListener(o -> refresh());
    context
        .filesChanged()
        .addListener(o -> {
          if (context.route().get().place().equals(PlaceIds.CHANGES)) {
            refresh();
          }
        });
  }

  ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Looks anew. */
  void refresh() {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      count.set(0);
      return;
    }
    UnsavedWork work = new UnsavedWork(context.services().state(), workspace.root());
    context
        .tasks()
        .latest(
            "changes-unsaved",
            progress -> work.of(workspace).size(),
            count::set,
            context.notifications()::problem);
  }
}
