package dev.crosswalk.app.studio.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Acts outside the mapping editor that can be taken back: each has a name, and undo and redo say
 * it. Used on the JavaFX thread.
 */
public final class UndoStack {
  private static final int MOST = 100;

  /**
   * Something that was done.
   *
   * @param name as in "Undo forget the folder"
   * @param undo takes it back; tells by itself where it cannot
   * @param redo does it again
   */
  public record Act(String name, Runnable undo, Runnable redo) {}

  private final Deque<Act> done = new ArrayDeque<>();
  private final Deque<Act> undone = new ArrayDeque<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

  /** Remembers what was just done; what was undone before cannot be redone any more. */
  public void did(Act act) {
    done.push(act);
    undone.clear();
    if (done.size() > MOST) {
      done.removeLast();
    }
    changed();
  }

  public Optional<String> undoName() {
    return Optional.ofNullable(done.peek()).map(Act::name);
  }

  public Optional<String> redoName() {
    return Optional.ofNullable(undone.peek()).map(Act::name);
  }

  public void undo() {
    Act act = done.poll();
    if (act != null) {
      undone.push(act);
      act.undo().run();
      changed();
    }
  }

  public void redo() {
    Act act = undone.poll();
    if (act != null) {
      done.push(act);
      act.redo().run();
      changed();
    }
  }

  /** Forgets everything, when the workspace that the acts belong to is closed. */
  public void clear() {
    done.clear();
    undone.clear();
    changed();
  }

  /** Grows with every change. */
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }
}
