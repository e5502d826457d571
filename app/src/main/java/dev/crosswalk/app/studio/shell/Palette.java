package dev.crosswalk.app.studio.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Search or run: type a few letters of what is wanted, arrows, Enter. */
final class Palette {
  private static final double ROW = 40;

  /** How much room the group keeps beside a long name, and about what a letter of it takes. */
  private static final double GROUP = 240;

  private static final double LETTER = 7;

  private final Commands commands;
  private final Overlay overlay;
  private final Texts texts;

  Palette(Commands commands, Overlay overlay, Texts texts) {
    this.commands = commands;
    this.overlay = overlay;
    this.texts = texts;
  }

  void open() {
    TextField query = new TextField();
    query.setId("palette-query");
    query.setPromptText(texts.of("palette.prompt"));
    query.setAccessibleText(texts.of("palette.prompt"));
    ListView<Command> list = new ListView<>();
    list.setId("palette-list");
    list.setFixedCellSize(ROW);
    list.setPrefHeight(9 * ROW + 2);
    list.setFocusTraversable(false);
    list.setPlaceholder(Nodes.label(texts.of("palette.nothing"), "text-muted"));
    list.setCellFactory(v -> new CommandCell());
    Runnable search =
        () -> {
          list.getItems().setAll(commands.find(query.getText()));
          list.getSelectionModel().selectFirst();
        };
    query.textProperty().addListener((o, was, is) -> search.run());
    query.addEventFilter(KeyEvent.KEY_PRESSED, e -> move(e, list));
    list.setOnMouseClicked(e -> run(list));
    search.run();
    VBox box = new VBox(query, list);
    box.getStyleClass().add("palette");
    box.setMaxSize(600, Region.USE_PREF_SIZE);
    StackPane.setMargin(box, new Insets(64, 16, 16, 16));
    overlay.open(box, Pos.TOP_CENTER, query, () -> {});
  }

  private void move(KeyEvent event, ListView<Command> list) {
    int at = list.getSelectionModel().getSelectedIndex();
    int last = list.getItems().size() - 1;
    KeyCode code = event.getCode();
    switch (code) {
      case DOWN -> list.getSelectionModel().select(Math.min(last, at + 1));
      case UP -> list.getSelectionModel().select(Math.max(0, at - 1));
      case PAGE_DOWN -> list.getSelectionModel().select(Math.min(last, at + 8));
      case PAGE_UP -> list.getSelectionModel().select(Math.max(0, at - 8));
      case ENTER -> run(list);
      default -> {
        return;
      }
    }
    event.consume();
    int now = list.getSelectionModel().getSelectedIndex();
    if (now >= 0) {
      list.scrollTo(Math.max(0, now - 4));
    }
  }

  private void run(ListView<Command> list) {
    Command command = list.getSelectionModel().getSelectedItem();
    if (command != null) {
      overlay.close();
      command.run().run();
    }
  }

  private static final class CommandCell extends ListCell<Command> {
    /** As wide as the list, so that long names end in "…" instead of moving the list sideways. */
    CommandCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      Label title = new Label(command.title());
      title.setMinWidth(0);
      Label group = Nodes.label(command.group(), "text-muted", "text-small");
      group.setMinWidth(Math.min(GROUP, command.group().length() * LETTER));
      group.setAlignment(Pos.CENTER_RIGHT);
      HBox row = new HBox(8, new FontIcon(command.icon()), title, Nodes.grow());
      row.setAlignment(Pos.CENTER_LEFT);
      if (command.shortcut() != null) {
        row.getChildren().add(Nodes.label(command.shortcut(), "key"));
      }
      row.getChildren().add(group);
      row.prefWidthProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> getWidth() - snappedLeftInset() - snappedRightInset(),
                  widthProperty(),
                  insetsProperty()));
      setGraphic(row);
    }
  }
}
