package dev.crosswalk.app.studio.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** The window's frame: header, rail, the place in front, status bar, and the layers over them. */
public final class Shell {
  /** How often a place that is still loading is asked to take the keyboard: ten seconds. */
  private static final int MOST_WAITS = 100;

  private final StudioContext context;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Node> views = new HashMap<>();
  private final StackPane placeArea = new StackPane();
  private final StackPane root = new StackPane();
  private final Overlay overlay;
  private final Rail rail;
  private final HeaderBar header;
  private final Palette palette;
  private final PauseTransition waiting = new PauseTransition(Duration.millis(100));
  private int waited;

  /**
   * @param overlay the layer that the context's dialogs use
   */
  public Shell(
      StudioContext context, List<Place> placeList, Overlay overlay, FxTasks tasks, Themes themes) {
    this.context = context;
    this.overlay = overlay;
    placeList.forEach(p -> places.put(p.id(), p));
    this.rail = new Rail(placeList, context.texts(), id -> context.go(id));
    this.palette = new Palette(context.commands(), overlay, context.texts());
    this.header = new HeaderBar(context, themes, palette::open);
    StatusBar status = new StatusBar(context, tasks.running());
    BorderPane frame = new BorderPane(scrolling(placeArea), header, null, status, rail);
    placeArea.getStyleClass().add("place-area");
    NoticeLayer notices = new NoticeLayer(context.notifications(), context.texts());
    StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
    root.getStyleClass().add("studio");
    root.getChildren().addAll(frame, notices, overlay);
    offerCommands(placeList, themes);
    context.route().addListener((o, was, is) -> follow(is));
  }

  public StackPane root() {
    return root;
  }

  /** Adds the window's keys to its scene. */
  public void attach(Scene scene) {
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> waiting.stop());
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          waiting.stop();
          if (e.getCode() == KeyCode.ESCAPE && overlay.isOpen()) {
            e.consume();
            overlay.close();
          } else if (Keys.BACK.match(e) && !overlay.isOpen()) {
            // Before lists and trees, which take it for an arrow.
            e.consume();
            context.back();
          }
        });
    var keys = scene.getAccelerators();
    keys.put(Keys.PALETTE, palette::open);
    keys.put(Keys.PALETTE_TOO, palette::open);
    keys.put(Keys.UNDO, () -> unlessEditing(() -> context.undo().undo()));
    keys.put(Keys.REDO, () -> unlessEditing(() -> context.undo().redo()));
    keys.put(Keys.SETTINGS, () -> SettingsPane.open(context));
    int number = 1;
    for (String id : places.keySet()) {
      keys.put(
          Keys.place(number),
          () -> {
            if (!overlay.isOpen()) {
              context.go(id);
            }
          });
      number++;
    }
  }

  /** The mapping editor has an undo of its own. */
  private void unlessEditing(Runnable act) {
    if (!overlay.isOpen() && !context.route().get().place().equals(PlaceIds.MAPPING)) {
      act.run();
    }
  }

  /** Undo and redo, when there is something, by the name of what they change. */
  private List<Command> undoCommands() {
    Texts texts = context.texts();
    List<Command> commands = new ArrayList<>();
    context
        .undo()
        .undoName()
        .ifPresent(name ->
            commands.add(
                new Command(
                    texts.of("undo.undo", name),
                    texts.of("palette.window"),
                    "mdi2u-undo",
                    Keys.shown(Keys.UNDO, texts),
                    context.undo()::undo)));
    context
        .undo()
        .redoName()
        .ifPresent(name ->
            commands.add(
                new Command(
                    texts.of("undo.redo", name),
                    texts.of("palette.window"),
                    "mdi2r-redo",
                    Keys.shown(Keys.REDO, texts),
                    context.undo()::redo)));
    return commands;
  }

  private void follow(Route route) {
    Place place = places.getOrDefault(route.place(), places.values().iterator().next());
    Node view = views.computeIfAbsent(place.id(), id -> place.view());
    placeArea.getChildren().setAll(view);
    rail.select(place.id());
    Object argument = route.argument();
    if (argument != null) {
      place.open(argument);
    }
    place.shown();
    waited = 0;
    context.tasks().later(() -> focus(place, view));
  }

  /**
   * Gives the place the keyboard as soon as what it is for is on show, unless the person presses
   * something before. An open dialog keeps it.
   */
  private void focus(Place place, Node view) {
    waiting.stop();
    if (root.getScene() == null
        || overlay.isOpen()
        || !placeArea.getChildren().contains(view)
        || waited > MOST_WAITS) {
      return;
    }
    // Panes that were never laid out have no children yet, and what has no window gets no focus.
    root.applyCss();
    root.layout();
    if (!place.focusWork()) {
      waited++;
      waiting.setOnFinished(e -> focus(place, view));
      waiting.playFromStart();
    }
  }

  /** A window too small for a place, or one drawn large, scrolls rather than cuts off. */
  private static ScrollPane scrolling(Node area) {
    ScrollPane scroll = new ScrollPane(area);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("edge-to-edge", "place-scroll");
    return scroll;
  }

  private void offerCommands(List<Place> placeList, Themes themes) {
    Texts texts = context.texts();
    int number = 1;
    for (Place place : placeList) {
      context
          .commands()
          .add(
              new Command(
                  texts.of("palette.go", place.title()),
                  texts.of("palette.places"),
                  place.icon(),
                  Keys.shown(Keys.place(number++), texts),
                  () -> context.go(place.id())));
    }
    context
        .commands()
        .add(
            new Command(
                texts.of("theme.toggle"),
                texts.of("palette.window"),
                "mdi2t-theme-light-dark",
                null,
                themes::toggle));
    context
        .commands()
        .add(
            new Command(
                texts.of("settings.title"),
                texts.of("palette.window"),
                "mdi2c-cog-outline",
                Keys.shown(Keys.SETTINGS, texts),
                () -> SettingsPane.open(context)));
    placeList.forEach(p -> context.commands().addAll(p.commands()));
    context.commands().addChanging(this::undoCommands);
  }
}
