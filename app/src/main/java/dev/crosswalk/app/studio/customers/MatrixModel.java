package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.Matrix.Column;
import dev.crosswalk.app.studio.customers.Matrix.Row;
import dev.crosswalk.app.studio.customers.Spread.Proposal;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.UndoableEdits;
import dev.crosswalk.app.workspace.OverlayEdits.Written;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** One target object over all customers, and taking a mapping over to the others. */
final class MatrixModel {
  private final StudioContext context;
  private final ObservableList<String> objects = FXCollections.observableArrayList();
  private final StringProperty object = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Matrix> matrix = new ReadOnlyObjectWrapper<>(Matrix.EMPTY);
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty gapsOnly = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();

  MatrixModel(StudioContext context) {
    this.context = context;
    object.addListener(o -> read());
    filter.addListener(o -> sift());
    gapsOnly.addListener(o -> sift());
    context.workspace().addListener(o -> forget());
    context.filesChanged().addListener(o -> refreshIfShown());
    context.discoveries().addListener(o -> refreshIfShown());
  }

  private void forget() {
    objects.clear();
    object.set("");
    matrix.set(Matrix.EMPTY);
    rows.clear();
    refreshIfShown();
  }

  private void refreshIfShown() {
    if (context.route().get().place().equals(PlaceIds.CUSTOMERS)) {
      refresh();
    }
  }

  /** The target model's objects. */
  ObservableList<String> objects() {
    return objects;
  }

  /** The object on show. */
  StringProperty object() {
    return object;
  }

  ReadOnlyObjectProperty<Matrix> matrix() {
    return matrix.getReadOnlyProperty();
  }

  /** The rows that pass the filter. */
  FilteredList<Row> rows() {
    return shown;
  }

  StringProperty filter() {
    return filter;
  }

  /** Only targets that some customer lacks, or that drifted. */
  BooleanProperty gapsOnly() {
    return gapsOnly;
  }

  ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /** Reads objects and customers anew. */
  void refresh() {
    Workspace workspace = context.workspace().get();
    if (workspace == null) {
      return;
    }
    reading.set(true);
    MatrixReader reader = new MatrixReader(workspace, context.services(), texts());
    context
        .tasks()
        .latest(
            "customers-objects",
            progress -> reader.objects(),
            found -> {
              if (!objects.equals(found)) {
                objects.setAll(found);
              }
              if (found.isEmpty()) {
                reading.set(false);
              }
              if (!found.contains(object.get())) {
                object.set(found.isEmpty() ? "" : found.getFirst());
              } else {
                read();
              }
            },
            this::failed);
  }

  private void read() {
    Workspace workspace = context.workspace().get();
    String name = object.get();
    if (workspace == null || name == null || name.isEmpty()) {
      return;
    }
    reading.set(true);
    context
        .tasks()
        .latest(
            "customers-matrix",
            progress ->
                new MatrixReader(workspace, context.services(), texts()).read(name, progress),
            found -> {
              if (!found.equals(matrix.get())) {
                matrix.set(found);
                rows.setAll(found.rows());
              }
              reading.set(false);
            },
            this::failed);
  }

  private void failed(Problem problem) {
    reading.set(false);
    context.notifications().problem(problem);
  }

  private void sift() {
    String typed = filter.get().strip().toLowerCase(Locale.ROOT);
    boolean gaps = gapsOnly.get();
    shown.setPredicate(row ->
        (!gaps || row.ofCustomers().stream().anyMatch(Matrix.Cell::gap))
            && (typed.isEmpty() || text(row).contains(typed)));
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder(row.target()).append(' ').append(row.label());
    row.cells().values().forEach(c -> text.append(' ').append(c.from()));
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /** Goes to where a cell is made: the customer's mapping, at the target. */
  void open(Row row, Column column) {
    context.customer().set(column.customer());
    String file = column.mapping();
    if (file == null) {
      context.go(PlaceIds.MAPPING, MappingRef.NEW);
    } else {
      context.go(PlaceIds.MAPPING, new MappingRef(file, row.target()));
    }
  }

  /**
   * Looks what the other customers could have in a target.
   *
   * @param onFound gets a proposal for each of them
   */
  void propose(Row row, Column from, Consumer<List<Proposal>> onFound) {
    Workspace workspace = context.workspace().get();
    Matrix now = matrix.get();
    if (workspace != null) {
      context
          .tasks()
          .run(
              texts().of("customers.proposing", row.target()),
              progress ->
                  new Spread(workspace, context.services())
                      .propose(now, row.target(), from, progress),
              onFound,
              context.dialogs()::error);
    }
  }

  /** Writes proposals into the customers' overlays; can be undone. */
  void apply(Row row, List<Proposal> chosen) {
    Workspace workspace = context.workspace().get();
    if (workspace == null || chosen.isEmpty()) {
      return;
    }
    Spread spread = new Spread(workspace, context.services());
    new UndoableEdits(context, this::refresh)
        .run(
            workspace,
            texts().of("customers.applyNamed", row.target(), chosen.size()),
            (edits, progress) -> spread.apply(edits, row.target(), chosen, progress),
            written -> texts().of("customers.applied", row.target(), files(written)));
  }

  private static String files(List<Written> written) {
    return String.join(
        ", ",
        written.stream()
            .filter(w -> !w.isReview())
            .map(w -> WorkspaceFiles.shown(w.file()))
            .toList());
  }

  private Texts texts() {
    return context.texts();
  }
}
