package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is typed as text: taken into the draft where it can be read, else held as it is, so that it
 * is not lost. Holds no nodes.
 */
public final class TypedText {

  /**
   * A text that cannot be read, so that the picture keeps its last state.
   *
   * @param problems why, at least one
   */
  public record Unread(String text, List<Problem> problems) {
    public Unread {
      problems = List.copyOf(problems);
    }
  }

  private final Supplier<Optional<MappingDraft>> draft;
  private final Runnable onTaken;
  private final Runnable onUnread;
  private Runnable settling = () -> {};
  private @Nullable Unread unread;

  /**
   * @param onTaken runs when a text became the draft
   * @param onUnread runs when a text that cannot be read came or went
   */
  TypedText(Supplier<Optional<MappingDraft>> draft, Runnable onTaken, Runnable onUnread) {
    this.draft = draft;
    this.onTaken = onTaken;
    this.onUnread = onUnread;
  }

  /** Another mapping was opened, or none. */
  void forget() {
    unread = null;
  }

  /**
   * Takes over a text that was typed.
   *
   * @return why it cannot be read, and then nothing changed but {@link #unread()}; empty if it was
   *     taken
   */
  public List<Problem> replace(String text) {
    MappingDraft open = draft.get().orElse(null);
    if (open == null) {
      return List.of();
    }
    dropped = null;
    try {
      open.replaceText(text);
    } catch (ProblemException p) {
      unread = new Unread(text, p.problems());
      onUnread.run();
      return p.problems();
    }
    unread = null;
    onTaken.run();
    return List.of();
  }

  /** What was typed and cannot be read; empty where all that was typed is in the picture. */
  public Optional<Unread> unread() {
    return Optional.ofNullable(unread);
  }

  /** Gives up what cannot be read; the text is again what the picture says. */
  public void drop() {
    unread = null;
    onUnread.run();
  }

  /** Who hands in what is being typed, before anything is saved or left. */
  public void settleBy(Runnable hands) {
    settling = hands;
  }

  /** Takes up what is being typed, without waiting for a pause. */
  public void settle() {
    settling.run();
  }

  /** Whether {@link #undo} takes anything back. */
  public boolean canUndo() {
    return unread != null;
  }

  /**
   * Takes back a text that cannot be read; {@link #redo} brings it again.
   *
   * @return false where there is none
   */
  boolean undo() {
    MappingDraft open = draft.get().orElse(null);
    if (unread == null || open == null) {
      return false;
    }
    dropped = new Dropped(open, unread);
    unread = null;
    onUnread.run();
    return true;
  }

  /** Whether {@link #redo} brings anything. */
  boolean canRedo() {
    return dropped != null && unread == null && draft.get().orElse(null) == dropped.of();
  }

  /**
   * Brings back what {@link #undo} took.
   *
   * @return false where there is nothing
   */
  boolean redo() {
    Dropped back = dropped;
    if (back == null || !canRedo()) {
      return false;
    }
    unread = back.text();
    dropped = null;
    onUnread.run();
    return true;
  }

  /** What was taken back, and of which mapping. */
  private record Dropped(MappingDraft of, Unread text) {}

  private @Nullable Dropped dropped;
}
