package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The mappings of the workspace, to open or to start one. */
final class MappingListView extends BorderPane {
  private final ListView<Item> list = new ListView<>();
  private final ToggleButton others = new ToggleButton();
  private final HBox foot = new HBox(others);
  private final Texts texts;
  private final Runnable onNew;
  private List<Item> items = List.of();

  MappingListView(Texts texts, Consumer<String> onOpen, Runnable onNew) {
    this.texts = texts;
    this.onNew = onNew;
    getStyleClass().add("mapping-list");
    list.setId("mappings");
    list.setAccessibleText(texts.of("mapping.list.name"));
    list.setFixedCellSize(48);
    list.setCellFactory(l -> new ItemCell(texts));
    Runnable open =
        () -> {
          Item item = list.getSelectionModel().getSelectedItem();
          if (item != null) {
            onOpen.accept(item.file());
          }
        };
    list.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2) {
        open.run();
      }
    });
    list.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        open.run();
        e.consume();
      }
    });
    setTop(
        Nodes.placeHeader(
            texts.of("mapping.list.title"),
            Nodes.button(texts.of("mapping.list.open"), null, open),
            newButton()));
    setCenter(list);
    others.setId("other-systems");
    others.getStyleClass().addAll("small", "flat");
    others.selectedProperty().subscribe(s -> fill());
    foot.getStyleClass().add("mapping-list-foot");
    setBottom(foot);
    Nodes.setShown(foot, false);
  }

  private Button newButton() {
    Button button = Nodes.mainButton(texts.of("mapping.list.new"), "mdi2p-plus", onNew);
    button.setId("new-mapping");
    return button;
  }

  /** Takes the keyboard to the mappings, or to the button that makes the first one. */
  boolean focusList() {
    if (getCenter() != list && getCenter().lookup("#new-mapping") instanceof Node first) {
      first.requestFocus();
      return true;
    }
    list.requestFocus();
    return !list.getItems().isEmpty();
  }

  void show(List<Item> now) {
    items = now;
    fill();
  }

  /** Those of the customer's systems; the others stand below where they are asked for. */
  private void fill() {
    List<Item> other = items.stream().filter(i -> !i.applies()).toList();
    List<Item> rows = new ArrayList<>(items.stream().filter(Item::applies).toList());
    if (others.isSelected()) {
      rows.addAll(other);
    }
    Nodes.setShown(foot, !other.isEmpty());
    others.setText(
        texts.of(
            others.isSelected() ? "mapping.list.hideOthers" : "mapping.list.others",
            other.size(),
            other.stream()
                .map(i -> i.from().replaceFirst(" .*", ""))
                .distinct()
                .collect(Collectors.joining(", "))));
    if (rows.isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2v-vector-link",
              texts.of("mapping.list.none"),
              texts.of("mapping.list.noneText"),
              newButton()));
    } else {
      Item chosen = list.getSelectionModel().getSelectedItem();
      list.getItems().setAll(rows);
      rows.stream()
          .filter(i -> chosen != null && i.file().equals(chosen.file()))
          .findFirst()
          .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
      boolean early =
          getCenter() != list
              && getScene() != null
              && Nodes.isWithin(getScene().getFocusOwner(), getCenter());
      setCenter(list);
      if (early) {
        // It was given to what stood here before the mappings were read.
        list.requestFocus();
      }
    }
  }

  private static final class ItemCell extends ListCell<Item> {
    private final Texts texts;

    ItemCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Problem problem = item.problem();
      Label title = Nodes.label(item.title(), "pane-title");
      Label where =
          Nodes.label(
              problem == null
                  ? item.from() + " → " + item.to() + "   " + item.file()
                  : texts.of(problem).toString(),
              problem == null ? "field-label" : "danger-text");
      VBox text = new VBox(title, where);
      text.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox line =
          new HBox(10, text, Nodes.badge(texts.of("mapping.list.mapped", item.mapped()), "accent"));
      line.setAlignment(Pos.CENTER_LEFT);
      setGraphic(line);
      setAccessibleText(item.title() + ", " + texts.of("mapping.list.mappedFields", item.mapped()));
    }
  }
}
