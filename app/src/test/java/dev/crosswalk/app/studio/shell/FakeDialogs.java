package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Answers for the person: yes to questions (unless told no), and the paths that were prepared. */
public final class FakeDialogs implements Dialogs {
  public final List<Question> questions = new ArrayList<>();
  public final List<Form> forms = new ArrayList<>();
  public final List<String> shown = new ArrayList<>();
  public final List<Problem> errors = new ArrayList<>();
  public final Deque<Path> paths = new ArrayDeque<>();
  public boolean yes = true;

  /** Whether the person takes the other thing that can be done, where there are two. */
  public boolean otherwise;

  /** What the person types into a form before saying yes. */
  public Consumer<Form> filled = form -> {};

  @Override
  public void confirm(Question question, Runnable onYes) {
    questions.add(question);
    if (yes) {
      onYes.run();
    }
  }

  @Override
  public void choose(Question question, Runnable onYes, String otherWord, Runnable onOtherwise) {
    questions.add(question);
    if (otherwise) {
      onOtherwise.run();
    } else if (yes) {
      onYes.run();
    }
  }

  @Override
  public void form(Form form, Runnable onOk) {
    forms.add(form);
    filled.accept(form);
    if (yes) {
      onOk.run();
    }
  }

  @Override
  public void show(String title, Node content) {
    shown.add(title);
  }

  @Override
  public void error(Problem problem, @Nullable String details) {
    errors.add(problem);
  }

  @Override
  public void chooseFolder(String title, @Nullable Path start, Consumer<Path> onChosen) {
    answer(onChosen);
  }

  @Override
  public void openFile(String title, List<FileKind> kinds, Consumer<Path> onChosen) {
    answer(onChosen);
  }

  @Override
  public void saveFile(String title, String name, List<FileKind> kinds, Consumer<Path> onChosen) {
    answer(onChosen);
  }

  private void answer(Consumer<Path> onChosen) {
    Path path = paths.poll();
    if (path != null) {
      onChosen.accept(path);
    }
  }
}
