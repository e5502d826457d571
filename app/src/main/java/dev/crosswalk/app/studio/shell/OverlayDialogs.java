package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Dialogs in the window's overlay, and the system's file choosers. */
public final class OverlayDialogs implements Dialogs {
  private final Overlay overlay;
  private final Texts texts;
  private final Supplier<@Nullable Window> window;

  public OverlayDialogs(Overlay overlay, Texts texts, Supplier<@Nullable Window> window) {
    this.overlay = overlay;
    this.texts = texts;
    this.window = window;
  }

  @Override
  public void confirm(Question question, Runnable onYes) {
    Button yes = yesButton(question, onYes);
    Button cancel = cancelButton();
    show(
        question.title(),
        paragraph(question.text()),
        List.of(cancel, yes),
        question.danger() ? cancel : yes);
  }

  @Override
  public void choose(Question question, Runnable onYes, String otherwise, Runnable onOtherwise) {
    Button yes = yesButton(question, onYes);
    Button other = new Button(otherwise);
    other.setId("dialog-other");
    other.getStyleClass().addAll("danger", "button-outlined");
    other.setOnAction(e -> {
      overlay.close();
      onOtherwise.run();
    });
    show(question.title(), paragraph(question.text()), List.of(other, cancelButton(), yes), yes);
  }

  private Button yesButton(Question question, Runnable onYes) {
    Button yes = new Button(question.yes());
    yes.setId("dialog-ok");
    yes.getStyleClass().add(question.danger() ? "danger" : "accent");
    yes.setDefaultButton(!question.danger());
    yes.setOnAction(e -> {
      overlay.close();
      onYes.run();
    });
    return yes;
  }

  @Override
  public void form(Form form, Runnable onOk) {
    Button ok = new Button(form.ok());
    ok.setId("dialog-ok");
    ok.getStyleClass().add("accent");
    ok.setDefaultButton(true);
    ok.setDisable(!form.valid().getValue());
    form.valid().addListener((o, was, is) -> ok.setDisable(!is));
    // A binding observes weakly: unless something holds it while the form is shown, it may go.
    ok.getProperties().put("valid", form.valid());
    ok.setOnAction(e -> {
      overlay.close();
      onOk.run();
    });
    Button cancel = cancelButton();
    Node first = Nodes.firstInput(form.content());
    Node button = ok.isDisabled() ? cancel : ok;
    show(form.title(), form.content(), List.of(cancel, ok), first == null ? button : first);
  }

  @Override
  public void show(String title, Node content) {
    Button close = closeButton();
    Node first = Nodes.firstInput(content);
    show(title, content, List.of(close), first == null ? close : first);
  }

  private Button closeButton() {
    Button close = new Button(texts.of("dialog.close"));
    close.setId("dialog-ok");
    close.setDefaultButton(true);
    close.setOnAction(e -> overlay.close());
    return close;
  }

  @Override
  public void error(Problem problem, @Nullable String details) {
    VBox content = new VBox(8, paragraph(texts.of(problem).what()));
    if (!problem.next().isEmpty()) {
      Label next = paragraph(texts.of(problem).next());
      next.getStyleClass().add("text-muted");
      content.getChildren().add(next);
    }
    if (problem.place() != null) {
      Label place = paragraph(problem.place().toString());
      place.getStyleClass().addAll("text-muted", "text-small");
      content.getChildren().addFirst(place);
    }
    if (details != null && !details.isBlank()) {
      TitledPane pane = ProblemBox.detailsFold(details, texts);
      pane.setId("dialog-details");
      content.getChildren().add(pane);
    }
    Button close = closeButton();
    show(texts.of("dialog.error"), content, List.of(close), close);
  }

  @Override
  public void chooseFolder(String title, @Nullable Path start, Consumer<Path> onChosen) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (start != null && Files.isDirectory(start)) {
      chooser.setInitialDirectory(start.toFile());
    }
    accept(chooser.showDialog(window.get()), onChosen);
  }

  @Override
  public void openFile(String title, List<FileKind> kinds, Consumer<Path> onChosen) {
    accept(chooser(title, kinds).showOpenDialog(window.get()), onChosen);
  }

  @Override
  public void saveFile(String title, String name, List<FileKind> kinds, Consumer<Path> onChosen) {
    SaveFileForm form =
        new SaveFileForm(
            Path.of(System.getProperty("user.home"), name),
            chosen -> {
              FileChooser chooser = chooser(title, kinds);
              chooser.setInitialFileName(name);
              accept(chooser.showSaveDialog(window.get()), chosen);
            },
            texts);
    form(
        new Form(title, form, texts.of("dialog.save"), form.valid()),
        () -> form.file().ifPresent(onChosen));
  }

  private static FileChooser chooser(String title, List<FileKind> kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    for (FileKind kind : kinds) {
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  kind.label(), kind.extensions().stream().map(x -> "*." + x).toList()));
    }
    return chooser;
  }

  private static void accept(@Nullable File file, Consumer<Path> onChosen) {
    if (file != null) {
      onChosen.accept(file.toPath());
    }
  }

  private Button cancelButton() {
    Button cancel = new Button(texts.of("dialog.cancel"));
    cancel.setId("dialog-cancel");
    cancel.setOnAction(e -> overlay.close());
    return cancel;
  }

  private static Label paragraph(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void show(String title, Node content, List<Button> buttons, Node focus) {
    Label heading = Nodes.paragraph(title, "title-4");
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    Button close = new Button(null, new FontIcon("mdi2c-close"));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(texts.of("dialog.close"));
    close.setFocusTraversable(false);
    close.setOnAction(e -> overlay.close());
    HBox top = new HBox(8, heading, close);
    top.setAlignment(Pos.CENTER_LEFT);
    Node bottom = Nodes.flow(buttons.toArray(Button[]::new));
    VBox card = new VBox(16, top, new DialogScroll(content), bottom);
    card.getStyleClass().add("dialog-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    overlay.open(card, Pos.CENTER, focus, () -> {});
  }
}
