package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
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
  private final ObjectList objects;

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
    this.objects = new ObjectList(model, texts);
    this.time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(zone);
    getStyleClass().add("place");
    setTop(header());
    split.getItems().addAll(objects, new FieldSide(model, texts));
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
      objects.focusList();
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
    CompareMenu compare = new CompareMenu(model, context, time);
    Button refresh = Nodes.button(texts.of("schemas.refresh"), "mdi2r-refresh", model::refresh);
    refresh.setId("schemas-refresh");
    refresh.disableProperty().bind(model.connection().isNull());
    return Nodes.placeHeader(
        texts.of("schemas.title"), searchField, connection, snapshot, compare, refresh);
  }
}
