package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** One of the two lists. */
final class FieldList extends ListView<BoardRow> {
  private final Side side;
  private final BoardModel model;
  private @Nullable VirtualFlow<?> flow;
  private boolean syncing;

  /** By which filter the rows in sight were chosen. */
  private FieldFilter filtered = FieldFilter.ALL;

  FieldList(Side side, BoardModel model, FieldDrag drag) {
    this.side = side;
    this.model = model;
    getStyleClass().addAll("field-list", "dense");
    setAccessibleText(
        model.texts().of(side == Side.SOURCE ? "mapping.board.source" : "mapping.board.target"));
    setId(side == Side.SOURCE ? "source-fields" : "target-fields");
    setCellFactory(list -> new FieldCell(side, model, drag));
    getSelectionModel()
        .setSelectionMode(side == Side.SOURCE ? SelectionMode.MULTIPLE : SelectionMode.SINGLE);
    Label nothing = Nodes.paragraph("", "field-label", "side-hint");
    model
        .revision()
        .subscribe(r ->
            nothing.setText(
                model
                    .texts()
                    .of(
                        model.fields(side).isEmpty()
                            ? "mapping.board.unknown"
                            : "mapping.board.nothing")));
    setPlaceholder(nothing);
    getSelectionModel().selectedIndexProperty().addListener(o -> selected());
    getSelectionModel()
        .getSelectedIndices()
        .addListener((javafx.collections.ListChangeListener<Integer>) c -> selected());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent e) {
    BoardRow row = getSelectionModel().getSelectedItem();
    switch (e.getCode()) {
      case SPACE, ENTER -> {
        if (row instanceof BoardRow.Group group) {
          model.toggleGroup(side, group.name());
          e.consume();
        } else if (row instanceof BoardRow.OfField field) {
          model.commands().open(side, field.facts().path());
          e.consume();
        }
      }
      case M -> {
        if (!e.isShortcutDown()) {
          model.mapSelected(e.isShiftDown());
          e.consume();
        }
      }
      case DELETE, BACK_SPACE -> {
        model.unmapSelected(side);
        e.consume();
      }
      case PLUS, ADD, EQUALS -> {
        if (e.isShortcutDown()) {
          model.zoom(1);
          e.consume();
        }
      }
      case MINUS, SUBTRACT -> {
        if (e.isShortcutDown()) {
          model.zoom(-1);
          e.consume();
        }
      }
      case F -> {
        if (!e.isShortcutDown() && !e.isAltDown()) {
          model.toggleAllGroups(side);
          e.consume();
        }
      }
      default -> {}
    }
  }

  /** Other heights of rows; the first row in sight stays there. */
  void space(Density density) {
    double at = getFixedCellSize() > 0 ? offset() / getFixedCellSize() : 0;
    for (Density each : Density.values()) {
      getStyleClass().remove(each.styleClass());
    }
    getStyleClass().add(density.styleClass());
    setFixedCellSize(density.rowHeight());
    scrollTo((int) at);
  }

  private void selected() {
    if (syncing) {
      return;
    }
    if (side == Side.SOURCE) {
      List<String> paths = new ArrayList<>();
      for (BoardRow row : getSelectionModel().getSelectedItems()) {
        if (row instanceof BoardRow.OfField field) {
          paths.add(field.facts().path());
        }
      }
      model.selectSources(paths);
    } else {
      BoardRow row = getSelectionModel().getSelectedItem();
      model.selectTarget(row instanceof BoardRow.OfField field ? field.facts().path() : null);
    }
  }

  /** Takes over rows and states; keeps the selection by field, and the scroll where rows stay. */
  void update() {
    syncing = true;
    try {
      List<BoardRow> rows = model.rows(side).rows();
      if (getItems().equals(rows)) {
        // Made anew, every cell would be laid out again at every act.
        cells().forEach(FieldCell::renew);
      } else {
        getItems().setAll(rows);
      }
    } finally {
      syncing = false;
    }
    select();
    FieldFilter now = model.filter(side);
    if (!now.equals(filtered)) {
      filtered = now;
      showSelected();
    }
  }

  /** Under another filter all rows stand elsewhere: what is selected is looked for first. */
  private void showSelected() {
    int selected = getSelectionModel().getSelectedIndex();
    if (selected >= 0) {
      scrollTo(above(selected));
    }
  }

  /** The row to begin with, so that another one stands in the upper third. */
  private int above(int row) {
    return Math.max(0, row - (int) (getHeight() / getFixedCellSize() / 3));
  }

  /** Shows the model's selection. */
  void select() {
    Set<Integer> want = new java.util.TreeSet<>();
    if (side == Side.SOURCE) {
      model.selectedSources().forEach(p -> want.add(row(p)));
    } else {
      String path = model.selectedTarget();
      if (path != null) {
        want.add(row(path));
      }
    }
    want.remove(-1);
    if (want.equals(new java.util.TreeSet<>(getSelectionModel().getSelectedIndices()))) {
      return;
    }
    if (want.isEmpty() && getSelectionModel().getSelectedItem() instanceof BoardRow.Group) {
      return;
    }
    syncing = true;
    try {
      getSelectionModel().clearSelection();
      want.forEach(i -> getSelectionModel().select(i.intValue()));
    } finally {
      syncing = false;
    }
  }

  private int row(String path) {
    int row = model.rows(side).rowOf(path);
    return row >= 0 && getItems().get(row) instanceof BoardRow.OfField ? row : -1;
  }

  /** Scrolls so that a row is in sight, in the upper third where it was not. */
  void show(int row) {
    double y = row * getFixedCellSize() - offset();
    if (y < 0 || y > getHeight() - getFixedCellSize()) {
      scrollTo(above(row));
    }
  }

  /** How many pixels the list is scrolled down. */
  double offset() {
    VirtualFlow<?> f = flow;
    if (f == null) {
      f = lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
      flow = f;
    }
    if (f == null) {
      return 0;
    }
    IndexedCell<?> first = f.getFirstVisibleCell();
    return first == null ? 0 : first.getIndex() * getFixedCellSize() - first.getLayoutY();
  }

  /** Tells all cells whether a line that is being dragged may end there. */
  void judgeAll() {
    cells().forEach(FieldCell::judge);
  }

  private List<FieldCell> cells() {
    return lookupAll(".field-cell").stream()
        .filter(FieldCell.class::isInstance)
        .map(FieldCell.class::cast)
        .toList();
  }
}
