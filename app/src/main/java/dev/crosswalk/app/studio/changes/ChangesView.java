package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Keys;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.ProblemBox;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.text.ConflictMarks;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Changed files at the left, words over the diff in the middle, history at the right. */
final class ChangesView extends BorderPane {
  private final ChangesModel model;
  private final StudioContext context;
  private final Texts texts;
  private final VBox words = new VBox(4);
  private final ListView<String> diff = new ListView<>();
  private final ListView<Change> files;
  private final SplitPane split = new SplitPane();
  private final DriftPane drift;
  private final UnsavedEdits unsaved;
  private final ToggleButton showDrift = new ToggleButton();
  private final TextArea message = new TextArea();

  /** Whether a conflict's side was just taken, and the file is about to be shown without it. */
  private boolean settling;

  private String shown = "";

  /**
   * @param refresh looks at all anew that the place shows
   */
  ChangesView(
      ChangesModel model,
      DriftModel drift,
      UnsavedEdits unsaved,
      Runnable refresh,
      StudioContext context) {
    this.unsaved = unsaved;
    this.drift = new DriftPane(drift, context.dialogs(), context.texts());
    this.model = model;
    this.context = context;
    this.texts = context.texts();
    getStyleClass().add("place");
    files = new ListView<>(model.changes());
    showDrift.setId("changes-drift");
    showDrift.setMinWidth(USE_PREF_SIZE);
    showDrift
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> driftWords(drift), drift.looked(), drift.findings(), drift.unreviewed()));
    showDrift.setOnAction(e -> choose());
    setTop(new ChangesHeader(model, context, refresh).node(showDrift));
    split.getItems().addAll(left(), middle(), new HistoryPane(model, texts));
    split.setDividerPositions(0.27, 0.76);
    files.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> show(is));
    model.changes().addListener((ListChangeListener<Change>) change -> selectAgain());
    files.getSelectionModel().selectFirst();
    model.repository().addListener((o, was, is) -> choose());
    model.problem().addListener((o, was, is) -> choose());
    context.workspaceName().addListener((o, was, is) -> choose());
    choose();
  }

  private String driftWords(DriftModel drift) {
    if (!drift.looked().get()) {
      return texts.of("drift.toggleReading");
    }
    return drift.findings().isEmpty() && !drift.unreviewed().isEmpty()
        ? texts.of("drift.toggleUnreviewed")
        : texts.of("drift.toggle", drift.findings().size());
  }

  /** Shows what drifted, in place of the files. */
  void showDrift() {
    showDrift.setSelected(true);
    choose();
  }

  /** Stays at the file that was looked at, if it still differs. */
  private void selectAgain() {
    String path = shown;
    files.getSelectionModel().clearSelection();
    model.changes().stream()
        .filter(c -> c.file().path().equals(path))
        .findFirst()
        .ifPresentOrElse(
            c -> files.getSelectionModel().select(c),
            () -> files.getSelectionModel().selectFirst());
  }

  private void choose() {
    var problem = model.problem().get();
    if (context.workspaceName().get().isEmpty()) {
      setCenter(
          Nodes.empty(
              "mdi2s-source-branch",
              texts.of("changes.noWorkspaceTitle"),
              texts.of("changes.noWorkspaceText"),
              Nodes.mainButton(texts.of("changes.goHome"), null, () -> context.go(PlaceIds.HOME))));
    } else if (showDrift.isSelected()) {
      setCenter(drift);
    } else if (problem != null) {
      VBox box = new VBox(new ProblemBox(problem, "", texts));
      box.getStyleClass().add("place-content");
      setCenter(box);
    } else if (!model.repository().get()) {
      Button init = Nodes.mainButton(texts.of("changes.init"), null, model::init);
      init.setId("changes-init");
      setCenter(
          Nodes.empty(
              "mdi2s-source-branch",
              texts.of("changes.noRepositoryTitle"),
              texts.of("changes.noRepositoryText"),
              init));
    } else {
      setCenter(split);
    }
  }

  /**
   * The commit message: all that stands between a reviewed mapping and a commit is a look at it.
   */
  boolean focusWork() {
    if (showDrift.isSelected()) {
      drift.focusFirst();
    } else if (getCenter() == split) {
      message.requestFocus();
    } else {
      return false;
    }
    return true;
  }

  private Node left() {
    files.setId("changes-files");
    files.setAccessibleText(texts.of("changes.files"));
    files.getStyleClass().addAll("edge-to-edge", "roomy-list");
    files.setFixedCellSize(48);
    files.setCellFactory(v -> new ChangeCell(model, texts));
    files.setPlaceholder(Nodes.paragraph(texts.of("changes.none"), "text-muted", "side-hint"));
    VBox.setVgrow(files, Priority.ALWAYS);

    message.setId("commit-message");
    message.setPromptText(texts.of("changes.message"));
    message.setAccessibleText(texts.of("changes.message"));
    message.setWrapText(true);
    message.setPrefRowCount(7);
    message.textProperty().bindBidirectional(model.message());
    Button commit =
        Nodes.mainButton(texts.of("changes.commit"), "mdi2s-source-commit", model::commit);
    commit.setId("commit");
    commit.setMaxWidth(Double.MAX_VALUE);
    KeyCombination send = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    commit.setTooltip(new Tooltip(Keys.shown(send, texts)));
    split.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (send.match(e)) {
            e.consume();
            commit.fire();
          }
        });
    commit
        .disableProperty()
        .bind(
            Bindings.isEmpty(model.changes())
                .or(model.busy())
                .or(
                    Bindings.createBooleanBinding(
                        () -> model.message().get().isBlank(), model.message())));
    Label edits = Nodes.paragraph("", "text-small");
    edits.setId("changes-unsaved");
    unsaved
        .count()
        .subscribe(n -> {
          edits.setText(texts.of("changes.unsaved", n));
          Nodes.setShown(edits, n.intValue() > 0);
        });
    VBox box = new VBox(8, edits, message, commit);
    box.getStyleClass().add("commit-box");
    VBox left = new VBox(files, box);
    left.setMinWidth(310);
    return left;
  }

  private Node middle() {
    words.setId("changes-words");
    words.getStyleClass().add("words");
    diff.setId("changes-diff");
    diff.setAccessibleText(texts.of("changes.diff"));
    diff.setFixedCellSize(20);
    diff.getStyleClass().addAll("diff", "edge-to-edge");
    diff.setCellFactory(v -> new DiffCell());
    diff.setPlaceholder(Nodes.label(texts.of("changes.noDiff"), "text-muted"));
    javafx.scene.control.ScrollPane scroll = new javafx.scene.control.ScrollPane(words);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    SplitPane both = new SplitPane(scroll, diff);
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(0.35);
    return both;
  }

  private void show(@org.jspecify.annotations.Nullable Change change) {
    words.getChildren().clear();
    if (change == null) {
      diff.getItems().clear();
      return;
    }
    shown = change.file().path();
    Label path = Nodes.paragraph(shown, "row-title");
    words.getChildren().add(path);
    if (change.words().isEmpty()) {
      words.getChildren().add(Nodes.paragraph(texts.of(noWords(shown)), "text-muted"));
    }
    int number = 0;
    for (ConflictMarks.Conflict conflict : ConflictMarks.in(change.file().newText())) {
      words
          .getChildren()
          .add(
              new ConflictBox(
                  conflict,
                  number++,
                  (c, side) -> {
                    settling = true;
                    model.settle(change.file(), c, side);
                  },
                  texts));
    }
    for (String sentence : change.words()) {
      Label dot = Nodes.label("•", "text-muted");
      HBox line = new HBox(8, dot, Nodes.paragraph(texts.change(sentence)));
      line.setAlignment(Pos.TOP_LEFT);
      words.getChildren().add(line);
    }
    diff.getItems().setAll(change.diff());
    if (settling) {
      settling = false;
      // The button that had the keyboard is gone: to the next question, or to the commit.
      Node next = words.lookup(".button");
      (next == null ? message : next).requestFocus();
    }
  }

  /** Of what is no mapping, schema or customer, only the text tells what it changes. */
  private static String noWords(String path) {
    boolean spoken = Stream.of("mappings/", "schemas/", "customers/").anyMatch(path::startsWith);
    return spoken ? "changes.noWords" : "changes.onlyText";
  }
}
