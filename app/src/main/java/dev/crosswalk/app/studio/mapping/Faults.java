package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.canvas.BoardModel;
import dev.crosswalk.app.studio.mapping.canvas.FieldFacts;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The targets of which something is wrong, as types and samples tell. Holds no nodes. */
public final class Faults {
  private final LivePreview preview;
  private final BoardModel board;
  private final DraftActs acts;

  Faults(LivePreview preview, BoardModel board, DraftActs acts) {
    this.preview = preview;
    this.board = board;
    this.acts = acts;
  }

  /** What is wrong with the types of a target; empty where nothing is. */
  public Optional<Clash> clash(String target) {
    return Optional.ofNullable(preview.clashes().get(target));
  }

  /** Makes the change that was found to make a target's values fit, as one act. */
  public void mend(String target) {
    clash(target).map(Clash::mend).ifPresent(m -> acts.mend(target, m));
  }

  /** The next target of which something is wrong, after the one that is selected. */
  Optional<String> next() {
    Set<String> wrong = preview.wrong();
    List<String> inOrder =
        board.fields(Side.TARGET).stream().map(FieldFacts::path).filter(wrong::contains).toList();
    String now = board.selectedTarget();
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(inOrder.get((inOrder.indexOf(now) + 1) % inOrder.size()));
  }

  /** How many targets clash or fail on a sample. */
  public int count() {
    return preview.wrong().size();
  }
}
