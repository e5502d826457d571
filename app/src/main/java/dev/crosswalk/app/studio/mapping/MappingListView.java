package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Group;
import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Tables;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The mappings of the workspace, to open or to start one. */
final class MappingListView extends BorderPane {
  /** Of so many rows what takes time is worked out; who has more types to find. */
  private static final int COUNTED = 24;

  private final ListView<Item> list = new ListView<>();
  private final ToggleButton others = new ToggleButton();
  private final HBox foot = new HBox(others);
  private final TextField filter;
  private final Label nothing = new Label();
  private final Texts texts;
  private final MappingListModel model;
  private final Runnable onNew;

  MappingListView(Texts texts, MappingListModel model, Consumer<Item> onOpen, Runnable onNew) {
    this.texts = texts;
    this.model = model;
    this.onNew = onNew;
    this.filter = Tables.filterField(texts.of("mapping.list.filter"));
    getStyleClass().add("mapping-list");
    list.setId("mappings");
    list.setAccessibleText(texts.of("mapping.list.name"));
    list.setFixedCellSize(48);
    list.setCellFactory(l -> new MappingItemCell(texts, model));
    nothing.setText(texts.of("mapping.list.noneFits"));
    nothing.getStyleClass().add("text-muted");
    list.setPlaceholder(nothing);
    Runnable open =
        () -> {
          Item item = list.getSelectionModel().getSelectedItem();
          if (item != null) {
            onOpen.accept(item);
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
    filter.setId("mappings-filter");
    filter.textProperty().subscribe(text -> fill());
    filter.setOnAction(e -> open.run());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    setTop(
        Nodes.placeHeader(
            texts.of("mapping.list.title"),
            filter,
            Nodes.button(texts.of("mapping.list.open"), null, open),
            newButton()));
    setCenter(list);
    others.setId("other-systems");
    others.getStyleClass().addAll("small", "flat");
    others.selectedProperty().subscribe(s -> fill());
    foot.getStyleClass().add("mapping-list-foot");
    setBottom(foot);
    Nodes.setShown(foot, false);
    model.items().subscribe(items -> fill());
    model.known().addListener(o -> fill());
    model.revision().subscribe(() -> list.refresh());
    sceneProperty().subscribe(this::want);
  }

  /** From the filter to the list, and back from what was typed to all. */
  private void filterKey(KeyEvent e) {
    if (e.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      e.consume();
    }
  }

  /** Whoever types while the list is shown looks for a mapping. */
  private void typed(KeyEvent e) {
    String text = e.getCharacter();
    if (!(e.getTarget() instanceof TextInputControl)
        && !e.isShortcutDown()
        && !e.isAltDown()
        && text.length() == 1
        && Character.isLetterOrDigit(text.charAt(0))) {
      filter.requestFocus();
      filter.setText(text);
      filter.end();
      e.consume();
    }
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

  /**
   * Those of the customer's systems; the others stand below where they are asked for. Who types
   * looks through all of them, those of every other customer included.
   */
  private void fill() {
    List<Item> items = model.items().get();
    String[] words = filter.getText().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    boolean all = filter.getText().isBlank();
    List<Item> other = items.stream().filter(i -> i.whose().group() == Group.OTHER_SYSTEM).toList();
    List<Item> rows =
        items.stream()
            .filter(i ->
                all
                    ? i.applies() || others.isSelected() && i.whose().group() == Group.OTHER_SYSTEM
                    : fits(i, words))
            .sorted(Comparator.comparing(i -> i.whose().group()))
            .toList();
    Nodes.setShown(foot, !other.isEmpty() && all);
    others.setText(
        texts.of(
            others.isSelected() ? "mapping.list.hideOthers" : "mapping.list.others",
            other.size(),
            other.stream()
                .map(i -> i.from().replaceFirst(" .*", ""))
                .distinct()
                .collect(Collectors.joining(", "))));
    if (rows.isEmpty() && all && !model.known().get()) {
      setCenter(
          Nodes.empty(
              "mdi2v-vector-link",
              texts.of("mapping.list.reading"),
              texts.of("mapping.list.readingText"),
              newButton()));
    } else if (rows.isEmpty() && all) {
      setCenter(
          Nodes.empty(
              "mdi2v-vector-link",
              texts.of("mapping.list.none"),
              texts.of("mapping.list.noneText"),
              newButton()));
    } else {
      Item chosen = list.getSelectionModel().getSelectedItem();
      if (!list.getItems().equals(rows)) {
        list.getItems().setAll(rows);
        rows.stream()
            .filter(i -> chosen != null && i.key().equals(chosen.key()))
            .findFirst()
            .ifPresentOrElse(
                list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
      }
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
    want();
  }

  /** Only while it is looked at, what takes time is worked out. */
  private void want() {
    if (getScene() == null) {
      model.stop();
    } else {
      model.want(list.getItems().stream().limit(COUNTED).toList());
    }
  }

  private static boolean fits(Item item, String[] words) {
    String all =
        String.join(
                "\n",
                item.whose().name(),
                item.whose().customer(),
                item.title(),
                item.from(),
                item.to(),
                item.file())
            .toLowerCase(Locale.ROOT);
    return Stream.of(words).allMatch(all::contains);
  }
}
