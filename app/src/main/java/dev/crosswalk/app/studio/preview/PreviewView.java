package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.preview.PreviewRun.Row;
import dev.crosswalk.app.studio.preview.PreviewRun.Trouble;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
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
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Records as they are, records as they will be, and what goes wrong by field. */
final class PreviewView extends BorderPane {
  private static final double CHOICES = 880;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** What the view asks of its place. */
  interface Actions {
    void fetch(int count);

    void openFile();

    void toMapping();

    /** Goes to the record with this id. */
    void find(String id);

    /** The mappings of the workspace, to look at another one. */
    List<Command> mappings();

    /** Whether records can be kept as golden ones. */
    boolean keepsGolden();

    /**
     * @param all all that are on show, rather than the one
     * @param replace over those that there were
     */
    void keepGolden(boolean all, boolean replace);
  }

  private final PreviewModel model;
  private final Actions actions;
  private final ListView<Row> rows = new ListView<>();
  private final ListView<Trouble> troubles = new ListView<>();
  private final Texts texts;
  private final RecordPane record;
  private final RecordTable table;
  private final ToggleButton asTable;
  private final ToggleButton failing;
  private final TextField byId = new TextField();
  private final Label summary = new Label();
  private final MenuButton title = new MenuButton();
  private final HBox head = new HBox(8);
  private final FlowPane tools = Nodes.flow();
  private final SplitPane content;
  private boolean syncing;

  PreviewView(PreviewModel model, Texts texts, Actions actions) {
    this.model = model;
    this.texts = texts;
    this.actions = actions;
    this.record = new RecordPane(texts);
    this.asTable = new ToggleButton(texts.of("preview.table"));
    this.failing = new ToggleButton(texts.of("preview.onlyFailing"));
    this.table =
        new RecordTable(
            texts,
            number -> {
              model.select(number);
              asTable.setSelected(false);
            });
    getStyleClass().add("preview-view");
    summary.setId("preview-summary");
    summary.getStyleClass().add("field-label");
    title.setId("preview-mapping");
    title.getStyleClass().addAll("flat", "preview-title");
    title.setMnemonicParsing(false);
    title.setMinWidth(USE_PREF_SIZE);
    title.setOnShowing(e -> fillMappings());
    title.getItems().add(new MenuItem(texts.of("preview.toMappings")));
    byId.setId("preview-by-id");
    byId.setPromptText(texts.of("preview.byId"));
    byId.setAccessibleText(texts.of("preview.byId"));
    byId.setPrefColumnCount(9);
    byId.setOnAction(e -> actions.find(byId.getText()));
    asTable.setId("preview-as-table");
    asTable.getStyleClass().addAll("small", "facet");
    asTable.setMinWidth(USE_PREF_SIZE);
    failing.setMinWidth(USE_PREF_SIZE);
    summary.setMinWidth(0);
    summary.maxWidthProperty().bind(tools.widthProperty());
    summary.setTooltip(new Tooltip());
    summary.getTooltip().textProperty().bind(summary.textProperty());
    asTable.selectedProperty().addListener(o -> show());
    failing.setId("preview-only-failing");
    failing.getStyleClass().addAll("small", "facet");
    failing.setOnAction(e -> model.setOnlyFailing(failing.isSelected()));
    lists();
    VBox.setVgrow(rows, Priority.ALWAYS);
    Label troubleTitle = Nodes.label(texts.of("preview.problems"), "pane-title", "pane-head");
    Label rowTitle = Nodes.label(texts.of("preview.records"), "pane-title", "pane-head");
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
    rows.setAccessibleText(texts.of("preview.records"));
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
    troubles.setAccessibleText(texts.of("preview.problems"));
    troubles.getStyleClass().add("dense");
    troubles.setFixedCellSize(24);
    troubles.setPlaceholder(Nodes.label(texts.of("preview.noProblem"), "field-label"));
    troubles.setCellFactory(l -> new TroubleCell());
    troubles
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (!syncing && is != null) {
            goTo(is);
          }
        });
    // Pressed again, what is selected already leads there again.
    troubles.setOnMouseClicked(e -> {
      Trouble chosen = troubles.getSelectionModel().getSelectedItem();
      if (chosen != null) {
        goTo(chosen);
      }
    });
  }

  /** Shows the first record that has a problem. */
  private void goTo(Trouble trouble) {
    model.select(trouble.first());
    asTable.setSelected(false);
  }

  /** Takes the keyboard to the records. */
  boolean focusRows() {
    boolean there = getCenter() == content;
    if (there) {
      rows.requestFocus();
    }
    return there;
  }

  private void fillMappings() {
    title.getItems().clear();
    for (Command command : actions.mappings()) {
      MenuItem item = new MenuItem(command.title() + "   " + command.group());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> command.run().run());
      title.getItems().add(item);
    }
    MenuItem all = new MenuItem(texts.of("preview.toMappings"));
    all.setOnAction(e -> actions.toMapping());
    title.getItems().addAll(new SeparatorMenuItem(), all);
  }

  private void fillHead(MappingContext of) {
    boolean none = of.connection() == null || model.busy();
    SplitMenuButton fetch = new SplitMenuButton();
    fetch.setId("preview-fetch");
    fetch.getStyleClass().add("accent");
    fetch.setText(texts.of("preview.fetch", PreviewModel.FETCH));
    fetch.setGraphic(new FontIcon("mdi2d-download-outline"));
    fetch.setOnAction(e -> actions.fetch(PreviewModel.FETCH));
    for (int count : new int[] {100, PreviewModel.MOST}) {
      MenuItem more = new MenuItem(texts.of("preview.fetch", count));
      more.setOnAction(e -> actions.fetch(count));
      fetch.getItems().add(more);
    }
    fetch.setMinWidth(USE_PREF_SIZE);
    fetch.setDisable(none);
    Button file =
        Nodes.iconButton("mdi2f-file-outline", texts.of("preview.openFile"), actions::openFile);
    file.setId("preview-file");
    Button edit =
        Nodes.iconButton("mdi2v-vector-link", texts.of("preview.edit"), actions::toMapping);
    edit.setId("preview-edit");
    tools.getChildren().setAll(summary, byId, failing, asTable);
    if (actions.keepsGolden()) {
      tools.getChildren().add(golden());
    }
    tools.getChildren().addAll(edit, file, fetch);
    head.getChildren().setAll(title, tools);
    head.setAlignment(Pos.CENTER_LEFT);
  }

  private MenuButton golden() {
    MenuButton golden = new MenuButton(null, new FontIcon("mdi2s-shield-star-outline"));
    golden.setAccessibleText(texts.of("preview.golden"));
    golden.setTooltip(new Tooltip(texts.of("preview.golden")));
    golden.setId("preview-golden");
    MenuItem one = new MenuItem(texts.of("preview.goldenOne"));
    one.setOnAction(e -> actions.keepGolden(false, false));
    MenuItem all = new MenuItem(texts.of("preview.goldenAll"));
    all.setOnAction(e -> actions.keepGolden(true, false));
    MenuItem instead = new MenuItem(texts.of("preview.goldenInstead"));
    instead.setOnAction(e -> actions.keepGolden(true, true));
    golden.getItems().addAll(one, all, new SeparatorMenuItem(), instead);
    golden.setDisable(model.row().isEmpty());
    return golden;
  }

  private void show() {
    Optional<MappingContext> context = model.context();
    if (context.isEmpty()) {
      setTop(null);
      setCenter(nothing());
      return;
    }
    MappingContext of = context.get();
    title.setText(
        of.customer().isEmpty()
            ? of.source().name() + " → " + of.target().name()
            : texts.of(
                "preview.forCustomer", of.source().name(), of.target().name(), of.customer()));
    summary.setText(
        of.connection() == null
            ? model.summary()
            : texts.of("preview.from", model.summary(), of.connection()));
    if (!head.getStyleClass().contains("mapping-head")) {
      head.getStyleClass().add("mapping-head");
    }
    fillHead(of);
    setTop(head);
    setCenter(center(of));
  }

  /** Nothing is open: offers the mappings at once. */
  private Node nothing() {
    List<Command> mappings = actions.mappings();
    Node buttons =
        mappings.isEmpty()
            ? Nodes.mainButton(
                texts.of("preview.toMappings"), "mdi2v-vector-link", actions::toMapping)
            : choices(mappings);
    return Nodes.empty(
        "mdi2p-play-outline",
        texts.of("preview.nothingTitle"),
        texts.of(mappings.isEmpty() ? "preview.nothingText" : "preview.chooseText"),
        buttons);
  }

  /** All of them; those of one name are told apart by their files. */
  private static Node choices(List<Command> mappings) {
    FlowPane flow = new FlowPane(8, 8);
    flow.setAlignment(Pos.CENTER);
    flow.setMaxWidth(CHOICES);
    for (Command each : mappings) {
      boolean alone = mappings.stream().filter(m -> m.title().equals(each.title())).count() == 1;
      Button button =
          Nodes.button(
              alone ? each.title() : each.title() + " · " + each.group(),
              "mdi2v-vector-link",
              each.run());
      button.setMnemonicParsing(false);
      flow.getChildren().add(button);
    }
    HBox.setHgrow(flow, Priority.ALWAYS);
    return flow;
  }

  private Node center(MappingContext context) {
    if (!model.reason().isEmpty()) {
      return Nodes.empty(
          "mdi2a-alert-circle-outline",
          texts.of("preview.cannotTitle"),
          model.reason(),
          Nodes.mainButton(texts.of("preview.edit"), "mdi2v-vector-link", actions::toMapping));
    }
    if (context.records().isEmpty()) {
      String connection = context.connection();
      return connection == null
          ? Nodes.empty(
              "mdi2d-database-outline",
              texts.of("preview.noRecordsTitle"),
              texts.of("preview.noRecordsText"),
              Nodes.mainButton(
                  texts.of("preview.openFile"), "mdi2f-file-outline", actions::openFile))
          : Nodes.empty(
              "mdi2d-database-outline",
              texts.of("preview.noRecordsYetTitle"),
              texts.of("preview.noRecordsYetText", connection),
              Nodes.mainButton(
                  texts.of("preview.fetch", PreviewModel.FETCH),
                  "mdi2d-download-outline",
                  () -> actions.fetch(PreviewModel.FETCH)),
              Nodes.button(texts.of("preview.openFile"), "mdi2f-file-outline", actions::openFile));
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

  private final class RowCell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      boolean wrong = row != null && !empty && row.failing();
      pseudoClassStateChanged(WRONG, wrong);
      if (empty || row == null) {
        setText(null);
        return;
      }
      setText((wrong ? "✗ " : "") + row.number() + "  " + model.names().of(row.before()));
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
