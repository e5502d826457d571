package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.UndoableEdits;
import dev.crosswalk.app.workspace.DriftFinding;
import dev.crosswalk.app.workspace.DriftSearch;
import dev.crosswalk.app.workspace.DriftSearch.Found;
import dev.crosswalk.app.workspace.DriftSearch.Unreviewed;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The drift of all customers, and mending it. */
final class DriftModel {
  private final StudioContext context;
  private final ObservableList<DriftFinding> findings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
  private final ObservableList<DriftFinding> accepted = FXCollections.observableArrayList();
  private final ObservableList<Unreviewed> unreviewed = FXCollections.observableArrayList();

  DriftModel(StudioContext context) {
    this.context = context;
    context
        .workspace()
        .addListener(o -> {
          looked.set(false);
          refresh();
        });
    context.discoveries().addListener(o -> refresh());
    // What was reviewed lies in files, which a pull or another program changes.
    context
        .filesChanged()
        .addListener(o -> {
          if (context.route().get().place().equals(PlaceIds.CHANGES)) {
            refresh();
          }
        });
  }

  /** What breaks first. */
  ObservableList<DriftFinding> findings() {
    return findings;
  }

  /** False until drift was looked for in this workspace: until then nothing is claimed. */
  ReadOnlyBooleanProperty looked() {
    return looked.getReadOnlyProperty();
  }

  /** What a person lets be, by {@code accepted.yaml} or a comment. */
  ObservableList<DriftFinding> accepted() {
    return accepted;
  }

  /** Mappings of customers of which nothing was reviewed, so that drift cannot be told. */
  ObservableList<Unreviewed> unreviewed() {
    return unreviewed;
  }

  void refresh() {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      show(new Found(List.of(), List.of(), List.of()));
      return;
    }
    context
        .tasks()
        .latest(
            "changes-drift",
            progress -> new DriftSearch(workspace, context.services().known()).find(progress),
            this::show,
            context.notifications()::problem);
  }

  private void show(Found found) {
    looked.set(true);
    if (!unreviewed.equals(found.unreviewed())) {
      unreviewed.setAll(found.unreviewed());
    }
    List<DriftFinding> letBe = found.findings().stream().filter(f -> f.accepted() != null).toList();
    if (!accepted.equals(letBe)) {
      accepted.setAll(letBe);
    }
    List<DriftFinding> open = found.findings().stream().filter(f -> f.accepted() == null).toList();
    if (!findings.equals(open)) {
      findings.setAll(open);
    }
  }

  /** Goes to the mapping that a finding concerns, as the customer has it. */
  void open(DriftFinding finding) {
    open(finding.customer(), finding.entry(), finding.target());
  }

  void open(Unreviewed one) {
    open(one.customer(), one.entry(), "");
  }

  private void open(String customer, MappingEntry entry, String target) {
    context.customer().set(customer);
    context.go(PlaceIds.MAPPING, new MappingRef(WorkspaceFiles.shown(entry.file()), target));
  }

  /** The source field is good as it is now, whatever reads it for this customer. */
  void review(DriftFinding finding) {
    String field = finding.change().object() + "." + finding.change().field();
    take(
        finding.customer(),
        finding.entry(),
        finding.change().field(),
        context.texts().of("drift.takeNamed", field, finding.customerName()),
        context.texts().of("drift.taken", field, finding.customerName()));
  }

  /** Lets a finding be until a day; can be undone. */
  void accept(DriftFinding finding, String reason, LocalDate until) {
    Workspace workspace = context.workspace().get();
    if (workspace != null) {
      new UndoableEdits(context, this::refresh)
          .run(
              workspace,
              context.texts().of("drift.acceptNamed", finding.verdict().code().name()),
              (edits, progress) -> edits.accept(finding, reason, until),
              written ->
                  context
                      .texts()
                      .of("drift.acceptedSaid", finding.verdict().code().name(), until.toString()));
    }
  }

  LocalDate today() {
    return LocalDate.now(context.services().clock());
  }

  /** The source object is good as it is now. */
  void review(Unreviewed one) {
    Endpoint source = one.entry().source();
    String object = source == null ? "" : source.object();
    take(
        one.customer(),
        one.entry(),
        null,
        context.texts().of("drift.takeNamed", object, one.customerName()),
        context.texts().of("drift.taken", object, one.customerName()));
  }

  private void take(
      String customer, MappingEntry entry, @Nullable String field, String name, String said) {
    Workspace workspace = context.workspace().get();
    Endpoint source = entry.source();
    if (workspace != null && source != null) {
      new UndoableEdits(context, this::refresh)
          .run(
              workspace,
              name,
              (edits, progress) -> edits.review(customer, source, field),
              written -> said);
    }
  }

  /** Takes the proposed source instead, for this customer; can be undone. */
  void mend(DriftFinding finding) {
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
                edits.set(finding.customer(), finding.entry(), finding.target(), mend),
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
