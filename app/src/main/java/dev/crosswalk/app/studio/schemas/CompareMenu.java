package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Offers what the snapshot on show can be compared with. */
final class CompareMenu extends MenuButton {
  private final SchemasModel model;
  private final StudioContext context;
  private final Texts texts;
  private final DateTimeFormatter time;

  CompareMenu(SchemasModel model, StudioContext context, DateTimeFormatter time) {
    super(context.texts().of("schemas.compare"));
    this.model = model;
    this.context = context;
    this.texts = context.texts();
    this.time = time;
    setId("schemas-compare");
    setOnShowing(e -> fill());
    getItems().add(new MenuItem(texts.of("schemas.compareAny")));
    disableProperty().bind(model.snapshot().isNull());
  }

  private void fill() {
    getItems().clear();
    SnapshotInfo now = model.snapshot().get();
    for (SnapshotInfo other : model.snapshots()) {
      if (now != null && !other.equals(now)) {
        MenuItem item = new MenuItem(texts.of("schemas.compareWith", time.format(other.takenAt())));
        item.setOnAction(e -> model.comparisons().compare(now, other));
        getItems().add(item);
      }
    }
    if (!getItems().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    MenuItem review = new MenuItem(texts.of("schemas.sinceReview"));
    review.setId("schemas-since-review");
    review.setOnAction(e -> sinceReview());
    MenuItem any = new MenuItem(texts.of("schemas.compareAny"));
    any.setOnAction(e -> compareAny());
    getItems().addAll(review, any);
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
}
