package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.workspace.OverlayEdits;
import dev.crosswalk.app.workspace.OverlayEdits.Written;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.Progress;
import java.util.List;
import java.util.function.Function;

/** Writes customers' files on a task, says what was written, and can take it back by name. */
public final class UndoableEdits {

  /** What is written. */
  @FunctionalInterface
  public interface Work {
    List<Written> run(OverlayEdits edits, Progress progress);
  }

  private final StudioContext context;
  private final Runnable afterwards;

  /**
   * @param afterwards runs on the JavaFX thread after each act, undo and redo
   */
  public UndoableEdits(StudioContext context, Runnable afterwards) {
    this.context = context;
    this.afterwards = afterwards;
  }

  /**
   * @param name of the act, as undo says it
   * @param said what is told when it is done
   */
  public void run(
      Workspace workspace, String name, Work work, Function<List<Written>, String> said) {
    OverlayEdits edits = new OverlayEdits(workspace, context.services().live());
    context
        .tasks()
        .run(
            name,
            progress -> work.run(edits, progress),
            written -> {
              if (!written.isEmpty()) {
                did(name, () -> edits.takeBack(written), () -> edits.again(written));
              }
              context.notifications().info(said.apply(written));
              afterwards.run();
            },
            context.dialogs()::error);
  }

  /**
   * Remembers what was written already; both ways run on a task.
   *
   * @param name of the act, as undo says it
   */
  public void did(String name, Runnable takeBack, Runnable writeAgain) {
    context
        .undo()
        .did(new UndoStack.Act(name, () -> again(name, takeBack), () -> again(name, writeAgain)));
  }

  private void again(String name, Runnable work) {
    context
        .tasks()
        .run(
            name,
            progress -> {
              work.run();
              return name;
            },
            done -> afterwards.run(),
            context.dialogs()::error);
  }
}
