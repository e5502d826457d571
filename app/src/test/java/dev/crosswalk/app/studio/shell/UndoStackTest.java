package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Acts are taken back in reverse, by name, and a new act ends what could be redone. */
class UndoStackTest {
  private final List<String> log = new ArrayList<>();
  private final UndoStack stack = new UndoStack();

  private void act(String name) {
    stack.did(new UndoStack.Act(name, () -> log.add("-" + name), () -> log.add("+" + name)));
  }

  @Test
  void acts_come_back_in_reverse_and_go_again_in_order() {
    act("a");
    act("b");
    assertThat(stack.undoName()).contains("b");
    stack.undo();
    stack.undo();
    stack.undo();
    assertThat(stack.undoName()).isEmpty();
    assertThat(stack.redoName()).contains("a");
    stack.redo();
    stack.redo();
    assertThat(log).containsExactly("-b", "-a", "+a", "+b");
    stack.undo();
    act("c");
    assertThat(stack.redoName()).isEmpty();
    stack.clear();
    assertThat(stack.undoName()).isEmpty();
  }
}
