package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * A mapping file while it is edited, be it a base mapping or what holds for a customer. Every
 * change has a name and can be undone.
 */
public interface MappingDraft {

  /** One change of the file. */
  sealed interface Change permits SetField, RemoveField, Reject {}

  /** Says what feeds a target. */
  record SetField(String target, FieldMapping field) implements Change {}

  /** Takes away what feeds a target. */
  record RemoveField(String target) implements Change {}

  /** Writes down that a person said no to a source for a target. */
  record Reject(String target, String source) implements Change {}

  /** The last state that could be read. */
  Mapping mapping();

  /** The file's text. */
  String text();

  /**
   * Makes changes as one act.
   *
   * @param name as Undo shows it, such as {@code Accept 12 suggestions}
   * @throws dev.crosswalk.engine.problem.ProblemException where they cannot be made; nothing
   *     changed then
   */
  void apply(String name, List<Change> changes);

  /**
   * The text as it would be with changes that are not made.
   *
   * @throws dev.crosswalk.engine.problem.ProblemException where they cannot be written
   */
  String textWith(List<Change> changes);

  /**
   * Replaces the whole text, as one act.
   *
   * @throws dev.crosswalk.engine.problem.ProblemException where it cannot be read, with line and
   *     column; nothing changed then
   */
  void replaceText(String text);

  /** The lines, first is 1, that speak of a target; empty where it is not mapped. */
  List<Integer> linesOf(String target);

  /** What Undo would take back; empty where there is nothing. */
  Optional<String> undoName();

  Optional<String> redoName();

  void undo();

  void redo();

  /** Which file says how a target is mapped, where there are two. */
  enum Said {
    BASE,
    CHANGED,
    OVERLAY,
    TAKEN_AWAY;

    /** The text that says it. */
    public String key() {
      return "mapping.said." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Which file says how a target is mapped; empty where there is only one file. */
  default Optional<Said> saidBy(String target) {
    return Optional.empty();
  }

  /** Whether the text differs from what was last saved. */
  boolean dirty();

  /**
   * A text was written.
   *
   * @param text what was written, which may be older than what there is now
   */
  void markSaved(String text);
}
