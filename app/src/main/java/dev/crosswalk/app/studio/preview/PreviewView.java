package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.preview.PreviewModel.Row;
import dev.crosswalk.app.studio.preview.PreviewModel.Trouble;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Records as they are, records as they will be, and what goes wrong by field. */
final class PreviewView extends BorderPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** What the view asks of its place. */
  interface Actions {
    void fetch();

    void openFile();

    void toMapping();
  }

  private final PreviewModel model;
  private final Actions actions;
  private final ListView<Row> rows = new ListView<>();
  private final ListView<Trouble> troubles = new ListView<>();
  private final RecordPane record = new RecordPane();
  private final RecordTable table;
  private final ToggleButton asTable = new ToggleButton("Table");
  private final ToggleButton failing = new ToggleButton("Only failing");
  private final Label summary = new Label();
  private final Label title = new Label();
  private final SplitPane content;
  private boolean syncing;

  PreviewView(PreviewModel model, Actions actions) {
    this.model = model;
    this.actions = actions;
    this.table =
        new RecordTable(number -> {
          asTable.setSelected(false);
          model.select(number);
          show();
        });
    getStyleClass().add("preview-view");
    summary.setId("preview-summary");
    summary.getStyleClass().add("field-label");
    title.getStyleClass().add("title-4");
    asTable.setId("preview-as-table");
    asTable.getStyleClass().addAll("small", "facet");
    asTable.setOnAction(e -> show());
    failing.setId("preview-only-failing");
    failing.getStyleClass().addAll("small", "facet");
    failing.setOnAction(e -> model.setOnlyFailing(failing.isSelected()));
    lists();
    VBox.setVgrow(rows, Priority.ALWAYS);
    Label troubleTitle = Nodes.label("Problems by field", "pane-title", "pane-head");
    Label rowTitle = Nodes.label("Records", "pane-title", "pane-head");
    troubles.setPrefHeight(200);
    VBox side = new VBox(troubleTitle, troubles, rowTitle, rows);
    side.setMinWidth(200);
    content = new SplitPane(side, record);
    content.setDividerPositions(0.22);
    SplitPane.setResizableWithParent(side, false);
    model.revision().subscribe(r -> show());
  }

  private void lists() {
    rows.setId("preview-rows");
    rows.setAccessibleText("Records");
    rows.getStyleClass().add("dense");
    rows.setFixedCellSize(24);
    rows.setCellFactory(l -> new RowCell());
    rows.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (!syncing && is != null) {
            model.select(is.number());
          }
        });
    troubles.setId("preview-troubles");
    troubles.setAccessibleText("Problems by field");
    troubles.getStyleClass().add("dense");
    troubles.setFixedCellSize(24);
    troubles.setPlaceholder(Nodes.label("No problem.", "field-label"));
    troubles.setCellFactory(l -> new TroubleCell());
    troubles
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (!syncing && is != null) {
            asTable.setSelected(false);
            model.select(is.first());
          }
        });
  }

  private HBox head() {
    Button fetch =
        Nodes.mainButton(
            "_Fetch " + PreviewModel.FETCH + " records", "mdi2d-download-outline", actions::fetch);
    fetch.setId("preview-fetch");
    fetch.setDisable(model.busy() || model.context().map(c -> c.connection() == null).orElse(true));
    Button file = Nodes.button("_Open file…", "mdi2f-file-outline", actions::openFile);
    file.setId("preview-file");
    Button edit = Nodes.button("_Edit mapping", "mdi2v-vector-link", actions::toMapping);
    HBox head = new HBox(8, title, summary, Nodes.grow(), failing, asTable, edit, file, fetch);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("mapping-head");
    return head;
  }

  private void show() {
    Optional<MappingContext> context = model.context();
    if (context.isEmpty()) {
      setTop(null);
      setCenter(
          Nodes.empty(
              "mdi2p-play-outline",
              "Nothing to preview yet",
              "Open a mapping first; its sample records are then shown before and after.",
              Nodes.mainButton("Go to _mappings", "mdi2v-vector-link", actions::toMapping)));
      return;
    }
    MappingContext of = context.get();
    title.setText(
        of.source().name()
            + " → "
            + of.target().name()
            + (of.customer().isEmpty() ? "" : " for " + of.customer()));
    title.setMinWidth(USE_PREF_SIZE);
    summary.setText(
        model.summary() + (of.connection() == null ? "" : " · from " + of.connection()));
    setTop(head());
    setCenter(center(context.get()));
  }

  private Node center(MappingContext context) {
    if (!model.reason().isEmpty()) {
      return Nodes.empty(
          "mdi2a-alert-circle-outline",
          "The mapping cannot run yet",
          model.reason(),
          Nodes.mainButton("_Edit mapping", "mdi2v-vector-link", actions::toMapping));
    }
    if (context.records().isEmpty()) {
      return context.connection() == null
          ? Nodes.empty(
              "mdi2d-database-outline",
              "No sample records",
              "No connection has this object. Open a file with records: NDJSON, JSON or CSV.",
              Nodes.mainButton("_Open file…", "mdi2f-file-outline", actions::openFile))
          : Nodes.empty(
              "mdi2d-database-outline",
              "No sample records yet",
              "Fetch some from "
                  + context.connection()
                  + ". They stay in the cache of this"
                  + " machine for a while and never go into the workspace.",
              Nodes.mainButton(
                  "_Fetch " + PreviewModel.FETCH + " records",
                  "mdi2d-download-outline",
                  actions::fetch),
              Nodes.button("_Open file…", "mdi2f-file-outline", actions::openFile));
    }
    fill();
    return content;
  }

  private void fill() {
    List<Row> shown = model.rowsShown();
    Optional<Row> row = model.row();
    syncing = true;
    try {
      if (!rows.getItems().equals(shown)) {
        rows.getItems().setAll(shown);
      }
      row.ifPresent(r -> {
        rows.getSelectionModel().select(r);
        rows.scrollTo(Math.max(0, shown.indexOf(r) - 4));
      });
      if (!troubles.getItems().equals(model.troubles())) {
        troubles.getItems().setAll(model.troubles());
      }
      failing.setSelected(model.onlyFailing());
    } finally {
      syncing = false;
    }
    Optional<Mapping> mapping = model.mapping();
    if (mapping.isPresent()) {
      Node right = record;
      if (asTable.isSelected()) {
        table.show(shown, List.copyOf(mapping.get().fields().keySet()));
        right = table;
      } else {
        record.show(row.orElse(null), mapping.get());
      }
      if (content.getItems().getLast() != right) {
        double at = content.getDividerPositions()[0];
        content.getItems().set(1, right);
        content.setDividerPositions(at);
      }
    }
  }

  private static final class RowCell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      boolean wrong = row != null && !empty && row.failing();
      pseudoClassStateChanged(WRONG, wrong);
      if (empty || row == null) {
        setText(null);
        return;
      }
      Object name =
          row.before().values().stream()
              .filter(v -> v instanceof String s && !s.isBlank())
              .findFirst()
              .orElse("");
      setText((wrong ? "✗ " : "") + row.number() + "  " + name);
    }
  }

  private static final class TroubleCell extends ListCell<Trouble> {
    @Override
    protected void updateItem(@Nullable Trouble item, boolean empty) {
      super.updateItem(item, empty);
      pseudoClassStateChanged(WRONG, item != null && !empty && item.errors() > 0);
      setText(
          empty || item == null
              ? null
              : item.target()
                  + (item.errors() == 0 ? "" : "  ✗ " + item.errors())
                  + (item.warnings() == 0 ? "" : "  ⚠ " + item.warnings()));
    }
  }
}
