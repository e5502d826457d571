package dev.crosswalk.app.studio.activity;

import static dev.crosswalk.app.studio.shell.Tables.column;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.http.RequestEntry;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The request table, with one request's details below. */
final class ActivityView extends VBox {
  private final TableView<RequestEntry> table;
  private final Runnable onCopied;

  /**
   * @param copied says that a request was copied
   */
  ActivityView(ActivityModel model, Texts texts, ZoneId zone, Runnable copied) {
    this.onCopied = copied;
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()).withZone(zone);
    TextField filter = Tables.filterField(texts.of("activity.filter"));
    filter.setId("activity-filter");
    model.filter().bind(filter.textProperty());
    CheckBox failed = new CheckBox(texts.of("activity.failedOnly"));
    failed.setId("activity-failed");
    model.failedOnly().bind(failed.selectedProperty());
    Button export =
        Nodes.button(texts.of("activity.export"), "mdi2e-export-variant", model::exportHar);
    Button copy = Nodes.button(texts.of("activity.copy"), "mdi2c-content-copy", this::copy);

    table = new TableView<>(model.shown());
    Tables.prepare(table, texts.of("activity.table"));
    table.getColumns().add(column(texts.of("activity.time"), 80, e -> time.format(e.at())));
    table.getColumns().add(column(texts.of("activity.connection"), 152, RequestEntry::connection));
    table.getColumns().add(column(texts.of("activity.why"), 200, e -> texts.act(e.why())));
    table.getColumns().add(column(texts.of("activity.method"), 88, RequestEntry::method));
    table.getColumns().add(column(texts.of("activity.path"), 344, e -> path(e.url())));
    table
        .getColumns()
        .add(
            Tables.badgeColumn(
                texts.of("activity.status"),
                96,
                e -> e.status() == 0 ? texts.of("activity.noAnswer") : String.valueOf(e.status()),
                e -> e.status() == 0 || e.status() >= 400 ? "danger" : "good"));
    table
        .getColumns()
        .add(Tables.numberColumn(texts, texts.of("activity.took"), 80, e -> e.took().toMillis()));
    table
        .getColumns()
        .add(Tables.numberColumn(texts, texts.of("activity.bytes"), 96, RequestEntry::bytes));
    table
        .getColumns()
        .add(Tables.numberColumn(texts, texts.of("activity.attempt"), 88, e -> (long) e.attempt()));
    fitPath();
    table.setPlaceholder(
        Nodes.empty(
            "mdi2p-pulse", texts.of("activity.emptyTitle"), texts.of("activity.emptyText")));

    TextArea details = new TextArea();
    details.setEditable(false);
    details.setWrapText(true);
    details.getStyleClass().add("mono");
    details.setAccessibleText(texts.of("activity.details"));
    var selected = table.getSelectionModel().selectedItemProperty();
    details
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    selected.get() == null
                        ? texts.of("activity.select")
                        : model.details(selected.get()),
                selected));
    copy.disableProperty().bind(selected.isNull());
    export.disableProperty().bind(Bindings.isEmpty(model.shown()));

    SplitPane split = new SplitPane(table, details);
    split.setOrientation(javafx.geometry.Orientation.VERTICAL);
    split.setDividerPositions(0.72);
    VBox.setVgrow(split, Priority.ALWAYS);
    Label totals = Nodes.label("", "text-muted", "activity-totals");
    totals.setId("activity-totals");
    totals.textProperty().bind(model.totals());
    getStyleClass().add("place");
    getChildren()
        .addAll(
            Nodes.placeHeader(texts.of("activity.title"), failed, filter, copy, export),
            totals,
            split);
  }

  /** Where there is not room for all, the path gives way. */
  private void fitPath() {
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().forEach(c -> c.setMinWidth(Math.min(c.getPrefWidth(), 160)));
  }

  /** Takes the keyboard to the requests. */
  void focusRequests() {
    table.requestFocus();
  }

  private void copy() {
    RequestEntry entry = table.getSelectionModel().getSelectedItem();
    if (entry != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(Curl.of(entry));
      Clipboard.getSystemClipboard().setContent(content);
      onCopied.run();
    }
  }

  private static String path(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
