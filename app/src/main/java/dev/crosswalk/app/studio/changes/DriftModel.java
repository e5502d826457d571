package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.changes.Drift.Finding;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.UndoableEdits;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.FieldMapping;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The drift of all customers, and mending it. */
final class DriftModel {
  private final StudioContext context;
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();

  DriftModel(StudioContext context) {
    this.context = context;
    context.workspace().addListener(o -> refresh());
    context.discoveries().addListener(o -> refresh());
  }

  /** What breaks first. */
  ObservableList<Finding> findings() {
    return findings;
  }

  void refresh() {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      findings.clear();
      return;
    }
    context
        .tasks()
        .latest(
            "changes-drift",
            progress -> new Drift(workspace, context.services()).find(progress),
            found -> {
              if (!findings.equals(found)) {
                findings.setAll(found);
              }
            },
            context.notifications()::problem);
  }

  /** Goes to the mapping that a finding concerns, as the customer has it. */
  void open(Finding finding) {
    context.customer().set(finding.customer());
    context.go(
        PlaceIds.MAPPING,
        new MappingRef(WorkspaceFiles.shown(finding.entry().file()), finding.target()));
  }

  /** Takes the source as it is now for reviewed, for this customer; can be undone. */
  void review(Finding finding) {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      return;
    }
    new UndoableEdits(context, this::refresh)
        .run(
            workspace,
            context
                .texts()
                .of("drift.reviewNamed", finding.change().object(), finding.customerName()),
            (edits, progress) -> new Drift(workspace, context.services()).review(finding),
            written ->
                context
                    .texts()
                    .of("drift.reviewed", finding.change().object(), finding.customerName()));
  }

  /** Takes the proposed source instead, for this customer; can be undone. */
  void mend(Finding finding) {
    Workspace workspace = context.workspace().get();
    FieldMapping mend = finding.mend();
    if (workspace == null || mend == null) {
      return;
    }
    new UndoableEdits(context, this::refresh)
        .run(
            workspace,
            context.texts().of("drift.mendNamed", finding.target(), finding.customerName()),
            (edits, progress) ->
                List.of(edits.set(finding.customer(), finding.entry(), finding.target(), mend)),
            written ->
                context
                    .texts()
                    .of(
                        "drift.mended",
                        finding.target(),
                        String.join(" + ", mend.sources()),
                        WorkspaceFiles.shown(written.getFirst().file())));
  }
}
