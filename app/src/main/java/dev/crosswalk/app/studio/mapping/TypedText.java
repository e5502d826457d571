package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

  /** A part of a target's mapping, such as its condition. */
  private record Part(String target, String part) {}

  private record Held(String typed, UnaryOperator<FieldMapping> edit, Problem why) {}

  private final Supplier<Optional<MappingDraft>> draft;
  private final Runnable onTaken;
  private final Runnable onUnread;
  private Runnable settling = () -> {};
  private final Map<Part, Held> held = new LinkedHashMap<>();
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
    held.clear();
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

  /**
   * What was typed into the field of one part and cannot be read: it is unsaved work of its own
   * beside the picture, until it can be read or is taken back.
   *
   * @param part which of the target's parts, in one word
   * @param edit writes it down as it is
   */
  public void hold(
      String target, String part, String text, UnaryOperator<FieldMapping> edit, Problem why) {
    held.put(new Part(target, part), new Held(text, edit, why));
    onUnread.run();
  }

  /** The field of a part holds something that can be read again. */
  public void release(String target, String part) {
    if (held.remove(new Part(target, part)) != null) {
      onUnread.run();
    }
  }

  /** What of a target's parts is typed and cannot be read, by part. */
  public Map<String, String> held(String target) {
    Map<String, String> found = new LinkedHashMap<>();
    held.forEach((at, what) -> {
      if (at.target().equals(target)) {
        found.put(at.part(), what.typed());
      }
    });
    return found;
  }

  /** The whole text that was typed and cannot be read; empty where there is none. */
  public Optional<Unread> unreadText() {
    return Optional.ofNullable(unread);
  }

  /**
   * What was typed and cannot be read, as the text that the file would have; empty where all that
   * was typed is in the picture.
   */
  public Optional<Unread> unread() {
    return unread != null || held.isEmpty() ? unreadText() : withHeld();
  }

  private Optional<Unread> withHeld() {
    MappingDraft open = draft.get().orElse(null);
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    if (open != null) {
      held.forEach((at, what) -> {
        FieldMapping field = open.mapping().fields().get(at.target());
        if (field != null) {
          fields.put(at.target(), what.edit().apply(fields.getOrDefault(at.target(), field)));
          problems.add(what.why());
        }
      });
    }
    if (open == null || fields.isEmpty()) {
      return Optional.empty();
    }
    List<MappingDraft.Change> changes = new ArrayList<>();
    fields.forEach((target, field) -> changes.add(new MappingDraft.SetField(target, field)));
    return Optional.of(new Unread(open.textWith(changes), problems));
  }

  /** Gives up what cannot be read; the text is again what the picture says. */
  public void drop() {
    unread = null;
    held.clear();
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
