package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.app.studio.schemas.SchemaIndex.Found;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.workspace.Workspace;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Looks for objects and fields in all connections at once, for the place and the palette. */
final class SchemaSearch {
  private static final int MOST = 300;

  private final StudioContext context;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Found> hits = FXCollections.observableArrayList();
  private @Nullable SchemaIndex index;

  SchemaSearch(StudioContext context) {
    this.context = context;
    context.workspace().addListener((o, was, is) -> read());
    context.discoveries().addListener(o -> read());
    typed.addListener((o, was, is) -> search());
  }

  /** What was typed; empty = no search. */
  StringProperty typed() {
    return typed;
  }

  /** Best first. */
  ObservableList<Found> hits() {
    return hits;
  }

  /** The best hits for the palette; none yet while the index is read for the first time. */
  List<Found> find(String query, int most) {
    SchemaIndex now = index;
    if (now == null) {
      read();
      now = index;
    }
    return now == null ? List.of() : now.find(query, most);
  }

  private void search() {
    hits.setAll(typed.get().isBlank() ? List.of() : find(typed.get(), MOST));
  }

  private void read() {
    Workspace workspace = context.workspace().get();
    context
        .tasks()
        .latest(
            "schema-index",
            progress -> SchemaIndex.read(context.services().cache(), workspace, progress),
            read -> {
              index = read;
              search();
            },
            context.notifications()::problem);
  }
}
