package dev.crosswalk.engine.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mapping file while it is worked on: edits, undo and redo to the byte, and whether it differs
 * from what was saved. For one thread; listeners run on it.
 */
public final class MappingEditor {

  private record Done(String name, MappingDocument before) {}

  /** Steps that can be undone; texts share their unchanged parts only in part, so it is bounded. */
  private static final int MOST_STEPS = 500;

  private final Deque<Done> done = new ArrayDeque<>();
  private final Deque<Done> undone = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private MappingDocument document;
  private String saved;
  private long revision;

  public MappingEditor(MappingDocument document) {
    this.document = document;
    this.saved = document.text();
  }

  public MappingDocument document() {
    return document;
  }

  /** Grows with each change, so that work begun on an older one can be told from the present. */
  public long revision() {
    return revision;
  }

  /**
   * @throws dev.crosswalk.engine.problem.ProblemException where the document is not editable; then
   *     nothing has changed
   */
  public void apply(MappingEdit edit) {
    MappingDocument after = edit.apply(document);
    if (after.text().equals(document.text())) {
      return;
    }
    done.push(new Done(edit.name(), document));
    if (done.size() > MOST_STEPS) {
      done.removeLast();
    }
    undone.clear();
    change(after);
  }

  /** Takes the last edit back; nothing happens where there is none. */
  public void undo() {
    move(done, undone);
  }

  public void redo() {
    move(undone, done);
  }

  private void move(Deque<Done> from, Deque<Done> to) {
    Done step = from.poll();
    if (step != null) {
      to.push(new Done(step.name(), document));
      change(step.before());
    }
  }

  private void change(MappingDocument to) {
    document = to;
    revision++;
    listeners.forEach(Runnable::run);
  }

  public Optional<String> undoName() {
    return Optional.ofNullable(done.peek()).map(Done::name);
  }

  public Optional<String> redoName() {
    return Optional.ofNullable(undone.peek()).map(Done::name);
  }

  /** Whether the text differs from what was saved last. */
  public boolean dirty() {
    return !document.text().equals(saved);
  }

  /**
   * To be called when a text has been written to disk.
   *
   * @param text what was written; what was done since is unsaved
   */
  public void markSaved(String text) {
    saved = text;
    listeners.forEach(Runnable::run);
  }

  /**
   * @param listener runs after each change
   * @return takes the listener away again
   */
  public Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
