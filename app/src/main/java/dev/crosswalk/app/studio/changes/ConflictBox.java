package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.text.ConflictMarks;
import dev.crosswalk.engine.text.ConflictMarks.Conflict;
import dev.crosswalk.engine.text.ConflictMarks.Side;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** One place that a merge left open: what either side did, and a button to take it. */
final class ConflictBox extends VBox {

  /**
   * @param number from 0, by which tests and screen readers tell it from others
   * @param take settles it
   */
  ConflictBox(Conflict conflict, int number, BiConsumer<Conflict, Side> take, Texts texts) {
    super(4);
    setId("conflict-" + number);
    getChildren()
        .addAll(
            Nodes.paragraph(
                texts.of("changes.conflict", conflict.firstLine(), conflict.lastLine()),
                "row-title"),
            Nodes.paragraph(
                texts.of("changes.conflictOurs", said(conflict.ourLabel(), "ours", texts))),
            Nodes.paragraph(
                texts.of("changes.conflictTheirs", said(conflict.theirLabel(), "theirs", texts))),
            Nodes.flow(
                button(conflict, Side.OURS, number, take, texts),
                button(conflict, Side.THEIRS, number, take, texts)));
  }

  /** What Crosswalk writes beside a mark is a sentence; git writes a branch or a commit. */
  private static String said(String label, String whose, Texts texts) {
    String start = whose + ": ";
    return label.startsWith(start) ? texts.change(label.substring(start.length())) : label;
  }

  private static Button button(
      Conflict conflict,
      Side side,
      int number,
      BiConsumer<ConflictMarks.Conflict, Side> take,
      Texts texts) {
    boolean ours = side == Side.OURS;
    Button button =
        Nodes.button(
            texts.of(ours ? "changes.takeOurs" : "changes.takeTheirs"),
            null,
            () -> take.accept(conflict, side));
    button.setId((ours ? "take-ours-" : "take-theirs-") + number);
    return button;
  }
}
