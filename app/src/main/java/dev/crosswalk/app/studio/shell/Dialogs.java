package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Everything that asks a person something. Called on the JavaFX thread; nothing here blocks, the
 * answer comes by callback. A fake stands in for it in tests.
 */
public interface Dialogs {

  /**
   * A question with one thing that can be done, beside Cancel.
   *
   * @param yes what is done, in one or two words: {@code Delete connection}
   * @param danger true where something is lost or live data are touched
   */
  record Question(String title, String text, String yes, boolean danger) {}

  /**
   * A form in the window.
   *
   * @param ok what is done, in one or two words
   * @param valid whether {@code ok} can be pressed now
   */
  record Form(String title, Node content, String ok, ObservableValue<Boolean> valid) {}

  /** Kinds of file that a chooser offers: {@code HAR} and {@code har}. */
  record FileKind(String label, List<String> extensions) {
    public FileKind {
      extensions = List.copyOf(extensions);
    }
  }

  void confirm(Question question, Runnable onYes);

  /**
   * A question with a second thing that can be done, which loses something.
   *
   * @param otherwise what that is, in one or two words: {@code Drop the edits}
   */
  void choose(Question question, Runnable onYes, String otherwise, Runnable onOtherwise);

  void form(Form form, Runnable onOk);

  /** Shows something that acts by itself, with nothing to confirm. */
  void show(String title, Node content);

  /**
   * Says what went wrong, what was kept and what to do.
   *
   * @param details for the fold, such as the request and the answer; null if there is no more
   */
  void error(Problem problem, @Nullable String details);

  default void error(Problem problem) {
    error(problem, null);
  }

  /** Nothing is called if the person cancels. */
  void chooseFolder(String title, @Nullable Path start, Consumer<Path> onChosen);

  /** Nothing is called if the person cancels. */
  void openFile(String title, List<FileKind> kinds, Consumer<Path> onChosen);

  /** Nothing is called if the person cancels. */
  void saveFile(String title, String name, List<FileKind> kinds, Consumer<Path> onChosen);
}
