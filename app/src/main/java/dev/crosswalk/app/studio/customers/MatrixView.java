package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.Matrix.Cell;
import dev.crosswalk.app.studio.customers.Matrix.Column;
import dev.crosswalk.app.studio.customers.Matrix.Row;
import dev.crosswalk.app.studio.customers.Matrix.State;
import dev.crosswalk.app.studio.shell.MappingRef;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Targets as rows, customers as columns; Enter or a double click opens the place of a cell. */
final class MatrixView extends BorderPane {
  private static final double TARGET = 216;
  private static final double WIDE = 216;
  private static final double NARROW = 184;
  private static final double SCROLL_BAR = 18;

  /** What is left free at both sides of the line of counts together. */
  private static final double PADDING = 48;

  private final MatrixModel model;
  private final CustomerActs acts;
  private final StudioContext context;
  private final Texts texts;
  private final TableView<Row> table;
  private final PinnedColumn<Row> pinned;
  private final FlowPane counts = new FlowPane(16, 4);
  private final Label where = new Label();
  private List<Column> columns = List.of();

  MatrixView(MatrixModel model, CustomerActs acts, StudioContext context) {
    this.model = model;
    this.acts = acts;
    this.context = context;
    this.texts = context.texts();
    getStyleClass().add("place");
    table = new TableView<>(model.rows());
    table.setId("customers-matrix");
    Tables.prepare(table, texts.of("customers.table"));
    pinned = new PinnedColumn<>(table, Tables.ROW);
    table.getSelectionModel().setCellSelectionEnabled(true);
    Label none = Nodes.label("", "text-muted");
    none.textProperty()
        .bind(
            Bindings.when(model.reading())
                .then(texts.of("customers.reading"))
                .otherwise(texts.of("customers.noRows")));
    table.setPlaceholder(none);
    table.widthProperty().addListener(o -> fit());
    table.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        open();
      }
    });
    table.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        e.consume();
        open();
      } else if (e.getCode() == KeyCode.A && !e.isShortcutDown()) {
        e.consume();
        spread();
      }
    });
    MenuItem open = new MenuItem(texts.of("customers.open"));
    open.setOnAction(e -> open());
    MenuItem spread = new MenuItem(texts.of("customers.spread"));
    spread.setOnAction(e -> spread());
    MenuItem edit = new MenuItem(texts.of("customers.edit"));
    edit.setOnAction(e -> edit());
    edit.disableProperty().bind(noCustomer());
    table.setContextMenu(new ContextMenu(open, spread, edit));
    counts.setId("customers-counts");
    // In full, as the head of a narrow column cannot be.
    where.setId("customers-where");
    where.getStyleClass().addAll("text-muted", "text-small");
    where.setWrapText(true);
    where.maxWidthProperty().bind(counts.widthProperty().subtract(PADDING));
    table
        .getSelectionModel()
        .getSelectedCells()
        .addListener((InvalidationListener) o -> sayWhere());
    counts.getStyleClass().add("matrix-counts");
    setTop(new VBox(header(), counts));
    model.matrix().addListener((o, was, is) -> show(is));
    model.reading().addListener(o -> choose());
    context.workspaceName().addListener(o -> choose());
    context.customers().addListener((InvalidationListener) o -> choose());
    show(model.matrix().get());
  }

  /** Takes the keyboard to the cells, to the first one where none is selected. */
  boolean focusCells() {
    boolean there = getCenter() == table && !table.getItems().isEmpty();
    if (there) {
      table.requestFocus();
      if (table.getSelectionModel().getSelectedCells().isEmpty() && table.getColumns().size() > 1) {
        table.getSelectionModel().select(0, table.getColumns().get(1));
        table.getFocusModel().focus(0, table.getColumns().get(1));
      }
    }
    return there;
  }

  private Node header() {
    ComboBox<String> object = new ComboBox<>(model.objects());
    object.setId("customers-object");
    object.setAccessibleText(texts.of("customers.object"));
    object.setPromptText(texts.of("customers.object"));
    object.valueProperty().bindBidirectional(model.object());
    TextField filter = Tables.filterField(texts.of("customers.filter"));
    filter.setId("customers-filter");
    filter.setPrefWidth(200);
    filter.textProperty().bindBidirectional(model.filter());
    ToggleButton gaps = new ToggleButton(texts.of("customers.gapsOnly"));
    gaps.setId("customers-gaps");
    gaps.selectedProperty().bindBidirectional(model.gapsOnly());
    Button spread =
        Nodes.mainButton(texts.of("customers.spread"), "mdi2c-content-copy", this::spread);
    spread.setId("customers-spread");
    spread.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedCells()));
    Button edit =
        Nodes.button(texts.of("customers.edit"), "mdi2a-account-edit-outline", this::edit);
    edit.setId("customers-edit");
    edit.disableProperty().bind(noCustomer());
    Button make =
        Nodes.button(texts.of("customers.new"), "mdi2a-account-plus-outline", acts::startNew);
    make.setId("customers-new");
    make.disableProperty().bind(context.workspaceName().isEmpty());
    return Nodes.placeHeader(texts.of("customers.title"), object, filter, gaps, edit, make, spread);
  }

  /** Whether neither a cell of a customer is selected nor a customer chosen in the header. */
  private BooleanBinding noCustomer() {
    return Bindings.createBooleanBinding(
        () -> customer().isEmpty(),
        table.getSelectionModel().getSelectedCells(),
        context.customer());
  }

  /** Of the selected cell, else the one that is worked for; empty for none. */
  private String customer() {
    return table.getSelectionModel().getSelectedCells().stream()
        .map(at -> at.getTableColumn() == null ? null : at.getTableColumn().getUserData())
        .flatMap(of -> of instanceof Column column ? Stream.of(column.customer()) : Stream.empty())
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(context.customer().get());
  }

  private void edit() {
    if (!customer().isEmpty()) {
      acts.edit(customer());
    }
  }

  private void choose() {
    Matrix now = model.matrix().get();
    if (context.workspaceName().get().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2a-account-group-outline",
              texts.of("customers.noWorkspaceTitle"),
              texts.of("customers.noWorkspaceText"),
              Nodes.mainButton(texts.of("changes.goHome"), null, () -> context.go(PlaceIds.HOME))));
    } else if (now.columns().isEmpty() && model.reading().get()) {
      setCenter(
          Nodes.empty(
              "mdi2a-account-group-outline",
              texts.of("customers.readingTitle"),
              texts.of("customers.reading")));
    } else if (now.columns().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2a-account-group-outline",
              texts.of(
                  context.customers().isEmpty() ? "customers.nobodyTitle" : "customers.emptyTitle"),
              texts.of(
                  context.customers().isEmpty() ? "customers.nobodyText" : "customers.emptyText"),
              newCustomer(),
              Nodes.button(
                  texts.of("customers.newMapping"),
                  "mdi2p-plus",
                  () -> context.go(PlaceIds.MAPPING, MappingRef.NEW))));
    } else {
      setCenter(table);
    }
  }

  private Button newCustomer() {
    Button button =
        Nodes.mainButton(texts.of("customers.new"), "mdi2a-account-plus-outline", acts::startNew);
    button.setId("customers-first");
    return button;
  }

  private void show(Matrix matrix) {
    if (!matrix.columns().equals(columns) || table.getColumns().isEmpty()) {
      columns = matrix.columns();
      table.getColumns().setAll(targetColumn());
      columns.forEach(c -> table.getColumns().add(column(c)));
      fit();
      pinned.later();
    }
    counts.getChildren().clear();
    for (State state : State.values()) {
      long count = matrix.count(state);
      if (count > 0 && state != State.NONE) {
        FontIcon icon = new FontIcon(MatrixCell.icon(state));
        icon.getStyleClass().add("matrix-" + state.name().toLowerCase(Locale.ROOT));
        Label label =
            Nodes.label(
                texts.of("customers.count", count, MatrixCell.word(state, texts)), "text-small");
        label.setGraphic(icon);
        counts.getChildren().add(label);
      }
    }
    Nodes.setShown(counts, !counts.getChildren().isEmpty());
    counts.getChildren().add(where);
    choose();
  }

  /** As wide as the place has room for, and wide enough to read. */
  private void fit() {
    double room = table.getWidth() - TARGET - SCROLL_BAR;
    if (room > 0 && !columns.isEmpty()) {
      double each = Math.clamp(Math.floor(room / columns.size()), NARROW, WIDE);
      table.getColumns().stream()
          .filter(c -> c.getUserData() != null)
          .forEach(c -> c.setPrefWidth(each));
    }
  }

  private TableColumn<Row, String> targetColumn() {
    TableColumn<Row, String> column =
        Tables.column(
            texts.of("customers.target"), TARGET, r -> (r.required() ? "* " : "") + r.target());
    column.setReorderable(false);
    var cells = column.getCellFactory();
    column.setCellFactory(c -> pinned.pinned(cells.call(c)));
    return column;
  }

  private void sayWhere() {
    where.setText("");
    selected((row, column) -> where.setText(row.target() + " · " + title(column)));
  }

  private String title(Column of) {
    return of.isBase() ? texts.of("customers.baseOf", of.title()) : of.title();
  }

  private TableColumn<Row, Cell> column(Column of) {
    String title =
        of.isBase() || of.reviewed() ? title(of) : texts.of("customers.notReviewed", of.title());
    TableColumn<Row, Cell> column = new TableColumn<>(title);
    column.setPrefWidth(WIDE);
    column.setSortable(false);
    column.setReorderable(false);
    column.setUserData(of);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().cell(of.key())));
    column.setCellFactory(c -> new MatrixCell(texts));
    return column;
  }

  /** What is done with the selected cell. */
  @FunctionalInterface
  private interface Act {
    void on(Row row, Column column);
  }

  private void selected(Act act) {
    for (TablePosition<?, ?> at : table.getSelectionModel().getSelectedCells()) {
      Object column = at.getTableColumn() == null ? null : at.getTableColumn().getUserData();
      if (at.getRow() >= 0 && at.getRow() < model.rows().size() && column instanceof Column of) {
        act.on(model.rows().get(at.getRow()), of);
        return;
      }
    }
  }

  private void open() {
    selected(model::open);
  }

  private void spread() {
    selected((row, column) ->
        model.propose(
            row,
            column,
            proposals ->
                SpreadForm.ask(
                    context.dialogs(), texts, row, proposals, chosen -> model.apply(row, chosen))));
  }
}
