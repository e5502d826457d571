package dev.crosswalk.app.studio.schemas;

import static dev.crosswalk.app.studio.shell.Tables.column;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Objects at the left, the chosen object's fields at the right, differences beside. */
final class SchemasView extends BorderPane {
  private final SchemasModel model;
  private final StudioContext context;
  private final Texts texts;
  private final DateTimeFormatter time;
  private final SplitPane split = new SplitPane();
  private final Node empty;
  private final SchemaSearch search;
  private final SearchPane hits;
  private final TextField searchField;
  private final ListView<SchemaObject> objects = new ListView<>();

  /**
   * @param onOpen goes to what a search found
   */
  SchemasView(
      SchemasModel model,
      SchemaSearch search,
      StudioContext context,
      Consumer<SchemaIndex.Found> onOpen,
      ZoneId zone) {
    this.model = model;
    this.search = search;
    this.hits = new SearchPane(search, context.texts(), onOpen);
    this.searchField = Tables.filterField(context.texts().of("schemas.searchAll"));
    this.context = context;
    this.texts = context.texts();
    this.time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(zone);
    getStyleClass().add("place");
    setTop(header());
    split.getItems().addAll(objectSide(), fieldSide());
    split.setDividerPositions(0.26);
    SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
    Button discover =
        Nodes.mainButton(texts.of("schemas.discover"), "mdi2d-database-search", model::refresh);
    discover.disableProperty().bind(model.connection().isNull());
    Button connect =
        Nodes.button(texts.of("schemas.connect"), null, () -> context.go(PlaceIds.CONNECTIONS));
    empty =
        Nodes.empty(
            "mdi2d-database-outline",
            texts.of("schemas.emptyTitle"),
            texts.of("schemas.emptyText"),
            discover,
            connect);
    model.snapshot().addListener(o -> choose());
    search.typed().addListener(o -> choose());
    choose();
    model.comparisons().shown().addListener((o, was, is) -> showComparison(is));
  }

  private void choose() {
    setCenter(
        !search.typed().get().isBlank() ? hits : model.snapshot().get() == null ? empty : split);
  }

  /** Takes the keyboard to the search over all connections. */
  void focusSearch() {
    searchField.requestFocus();
  }

  /** Takes the keyboard to the objects, where there are some. */
  boolean focusObjects() {
    if (getCenter() == split) {
      objects.requestFocus();
    } else if (getCenter() == hits) {
      searchField.requestFocus();
    } else {
      return false;
    }
    return true;
  }

  private void showComparison(@Nullable Comparison comparison) {
    setRight(
        comparison == null
            ? null
            : new ComparisonPane(
                comparison,
                texts,
                time,
                (object, field) -> {
                  model.wantObject(object);
                  model.wantField(field);
                },
                model.comparisons()::close));
  }

  private HBox header() {
    ComboBox<String> connection = new ComboBox<>(model.connections());
    connection.setId("schemas-connection");
    connection.setAccessibleText(texts.of("schemas.connection"));
    connection.setPromptText(texts.of("schemas.connection"));
    connection.valueProperty().bindBidirectional(model.connection());
    ComboBox<SnapshotInfo> snapshot = new ComboBox<>(model.snapshots());
    snapshot.setId("schemas-snapshot");
    snapshot.setAccessibleText(texts.of("schemas.snapshot"));
    snapshot.setPromptText(texts.of("schemas.noSnapshot"));
    snapshot.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(SnapshotInfo info) {
            return info == null ? "" : time.format(info.takenAt());
          }

          @Override
          public SnapshotInfo fromString(String text) {
            throw new UnsupportedOperationException("The box is not editable.");
          }
        });
    snapshot.valueProperty().bindBidirectional(model.snapshot());
    searchField.setId("schemas-search");
    searchField.textProperty().bindBidirectional(search.typed());
    searchField.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
        e.consume();
        hits.focusHits();
      } else if (e.getCode() == KeyCode.ESCAPE) {
        searchField.clear();
      }
    });
    MenuButton compare = new MenuButton(texts.of("schemas.compare"));
    compare.setId("schemas-compare");
    compare.setOnShowing(e -> fillCompare(compare));
    compare.getItems().add(new MenuItem(texts.of("schemas.compareAny")));
    compare.disableProperty().bind(model.snapshot().isNull());
    Button refresh = Nodes.button(texts.of("schemas.refresh"), "mdi2r-refresh", model::refresh);
    refresh.setId("schemas-refresh");
    refresh.disableProperty().bind(model.connection().isNull());
    return Nodes.placeHeader(
        texts.of("schemas.title"), searchField, connection, snapshot, compare, refresh);
  }

  private void fillCompare(MenuButton menu) {
    menu.getItems().clear();
    SnapshotInfo now = model.snapshot().get();
    for (SnapshotInfo other : model.snapshots()) {
      if (now != null && !other.equals(now)) {
        MenuItem item = new MenuItem(texts.of("schemas.compareWith", time.format(other.takenAt())));
        item.setOnAction(e -> model.comparisons().compare(now, other));
        menu.getItems().add(item);
      }
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    MenuItem review = new MenuItem(texts.of("schemas.sinceReview"));
    review.setId("schemas-since-review");
    review.setOnAction(e -> sinceReview());
    MenuItem any = new MenuItem(texts.of("schemas.compareAny"));
    any.setOnAction(e -> compareAny());
    menu.getItems().addAll(review, any);
  }

  private void sinceReview() {
    String connection = model.connection().get();
    if (connection != null) {
      model.comparisons().sinceReview(connection, context.customer().get());
    }
  }

  private void compareAny() {
    context
        .tasks()
        .latest(
            "schemas-all-snapshots",
            progress -> model.comparisons().all(),
            all ->
                CompareForm.ask(
                    context.dialogs(),
                    texts,
                    time,
                    all,
                    model.snapshot().get(),
                    model.comparisons()::compare),
            context.dialogs()::error);
  }

  private Node objectSide() {
    TextField filter = Tables.filterField(texts.of("schemas.filterObjects"));
    filter.setId("schemas-object-filter");
    model.objectFilter().bind(filter.textProperty());
    CheckBox custom = new CheckBox(texts.of("schemas.customOnly"));
    custom.setId("schemas-custom-only");
    model.customOnly().bind(custom.selectedProperty());
    Label count = Nodes.label("", "text-muted", "text-small");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("schemas.objectCount", model.objects().size()), model.objects()));
    HBox line = new HBox(8, custom, Nodes.grow(), count);
    line.setAlignment(Pos.CENTER_LEFT);
    ListView<SchemaObject> list = objects;
    list.setItems(model.objects());
    list.setId("schemas-objects");
    list.setAccessibleText(texts.of("schemas.objects"));
    list.setFixedCellSize(48);
    list.getStyleClass().addAll("edge-to-edge", "roomy-list");
    list.setCellFactory(v -> new ObjectCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            model.object().set(is);
          }
        });
    model
        .object()
        .addListener((o, was, is) -> {
          if (is == null) {
            list.getSelectionModel().clearSelection();
          } else if (!is.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(is);
            list.scrollTo(is);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox head = new VBox(8, filter, line);
    head.getStyleClass().add("side-head");
    head.setMinHeight(USE_PREF_SIZE);
    VBox side = new VBox(head, list);
    side.setMinWidth(220);
    return side;
  }

  private Node fieldSide() {
    Label title = Nodes.label("", "title-4");
    Label name = Nodes.label("", "text-muted");
    Label count = Nodes.label("", "text-muted", "text-small");
    model
        .object()
        .addListener((o, was, is) -> {
          title.setText(is == null ? "" : is.shown());
          name.setText(is == null || is.shown().equals(is.name()) ? "" : is.name());
          count.setText(is == null ? "" : texts.of("schemas.fieldCount", is.fields().size()));
        });
    TextField filter = Tables.filterField(texts.of("schemas.filterFields"));
    filter.setId("schemas-field-filter");
    filter.setPrefWidth(160);
    filter.setMinWidth(80);
    filter.textProperty().bindBidirectional(model.fieldFilter());
    title.setMinWidth(USE_PREF_SIZE);
    count.setMinWidth(USE_PREF_SIZE);
    name.setMinWidth(0);
    name.setTooltip(new Tooltip());
    name.getTooltip().textProperty().bind(name.textProperty());
    Button sample =
        Nodes.iconButton("mdi2f-format-list-bulleted", texts.of("schemas.sample"), model::sample);
    sample.setId("schemas-sample");
    sample.disableProperty().bind(model.object().isNull());
    HBox head = new HBox(8, title, name, count, Nodes.grow(), filter, sample);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("side-head");
    head.setMinHeight(USE_PREF_SIZE);
    TableView<FieldRow> table = table();
    FieldDetails details = new FieldDetails(texts);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          details.show(is);
          if (is != null) {
            model.wantedField().set(is.field().name());
          }
        });
    model.wantedField().addListener((o, was, is) -> select(table));
    model.fields().addListener((ListChangeListener<FieldRow>) change -> select(table));
    VBox.setVgrow(table, Priority.ALWAYS);
    return new VBox(head, table, details);
  }

  private void select(TableView<FieldRow> table) {
    String wanted = model.wantedField().get();
    if (wanted.isEmpty()) {
      return;
    }
    model.fields().stream()
        .filter(r -> r.field().name().equals(wanted))
        .findFirst()
        .ifPresent(row -> {
          table.getSelectionModel().select(row);
          table.scrollTo(row);
        });
  }

  private TableView<FieldRow> table() {
    TableView<FieldRow> table = new TableView<>(model.fields());
    table.setId("schemas-fields");
    Tables.prepare(table, texts.of("schemas.fields"));
    table.getColumns().add(column(texts.of("schemas.name"), 176, r -> r.field().name()));
    table.getColumns().add(column(texts.of("schemas.label"), 152, r -> r.field().shown()));
    table.getColumns().add(column(texts.of("schemas.type"), 88, r -> r.field().type().word()));
    table.getColumns().add(badges());
    table
        .getColumns()
        .add(
            Tables.numberColumn(
                texts.of("schemas.length"),
                72,
                r -> r.field().length() == null ? -1 : r.field().length()));
    table.getColumns().add(column(texts.of("schemas.content"), 200, FieldRow::content));
    table
        .getColumns()
        .add(
            column(
                texts.of("schemas.fill"),
                72,
                r -> r.fillPercent() < 0 ? "" : r.fillPercent() + " %"));
    table
        .getColumns()
        .add(column(texts.of("schemas.samples"), 176, r -> String.join(" · ", r.samples())));
    Label none = Nodes.label("", "text-muted");
    none.textProperty()
        .bind(
            Bindings.when(model.reading())
                .then(texts.of("schemas.readingFields"))
                .otherwise(texts.of("schemas.noFields")));
    table.setPlaceholder(none);
    return table;
  }

  private TableColumn<FieldRow, FieldRow> badges() {
    TableColumn<FieldRow, FieldRow> column = new TableColumn<>(texts.of("schemas.badges"));
    column.setPrefWidth(168);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable FieldRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
              setGraphic(null);
              return;
            }
            HBox box = new HBox(4);
            box.setAlignment(Pos.CENTER_LEFT);
            item.badges().forEach(b -> box.getChildren().add(FieldDetails.badge(b, texts)));
            setGraphic(box);
          }
        });
    return column;
  }

  private final class ObjectCell extends ListCell<SchemaObject> {
    @Override
    protected void updateItem(@Nullable SchemaObject item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      HBox title = new HBox(8, Nodes.label(item.shown(), "row-title"));
      title.setAlignment(Pos.CENTER_LEFT);
      if (item.isCustom()) {
        title.getChildren().add(FieldDetails.badge("custom", texts));
      }
      setGraphic(
          new VBox(
              2,
              title,
              Nodes.label(
                  item.name() + " · " + texts.of("schemas.fieldCount", item.fields().size()),
                  "text-muted",
                  "text-small")));
    }
  }
}
