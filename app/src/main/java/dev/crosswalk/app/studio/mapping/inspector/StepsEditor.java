package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * The steps of a field mapping, in order: added by search, set, moved by drag or by keyboard,
 * removed.
 */
final class StepsEditor extends VBox {
  private static final int NONE = -1;
  private static final int GONE = -2;

  private final Texts texts;
  private final Consumer<List<StepCall>> onTyped;
  private final Consumer<List<StepCall>> onChanged;
  private List<StepCall> steps;

  /**
   * @param onTyped gets each state while a parameter is typed
   * @param onChanged gets it when it is to be kept
   */
  StepsEditor(
      List<StepCall> steps,
      Texts texts,
      Consumer<List<StepCall>> onTyped,
      Consumer<List<StepCall>> onChanged) {
    super(4);
    this.texts = texts;
    this.onTyped = onTyped;
    this.onChanged = onChanged;
    this.steps = List.copyOf(steps);
    show(NONE);
  }

  /**
   * @param focus position of the step that gets the keyboard; {@link #NONE}, or {@link #GONE} for
   *     the button that adds one
   */
  private void show(int focus) {
    getChildren().clear();
    for (int i = 0; i < steps.size(); i++) {
      getChildren().add(card(i));
    }
    Button add = Inputs.button(texts.of("mapping.step.add"), "add-step", () -> {});
    add.setOnAction(e -> StepSearch.show(add, texts, this::append));
    getChildren().add(add);
    if (focus >= 0 && focus < steps.size()) {
      getChildren().get(focus).requestFocus();
    } else if (focus == GONE) {
      add.requestFocus();
    }
  }

  private StepCard card(int at) {
    StepCall call = steps.get(at);
    return new StepCard(
        at,
        steps.size(),
        call,
        Steps.find(call.name()).map(s -> s.declaration()).orElse(null),
        texts,
        new StepCard.Acts() {
          @Override
          public void move(int from, int to) {
            StepsEditor.this.move(from, to);
          }

          @Override
          public void remove(int which) {
            List<StepCall> next = new ArrayList<>(steps);
            next.remove(which);
            change(next, next.isEmpty() ? GONE : Math.min(which, next.size() - 1));
          }

          @Override
          public void typed(int which, StepCall now) {
            List<StepCall> next = new ArrayList<>(steps);
            next.set(which, now);
            onTyped.accept(next);
          }

          @Override
          public void set(int which, StepCall now) {
            // The form stays as it is, so that typing goes on.
            List<StepCall> next = new ArrayList<>(steps);
            next.set(which, now);
            steps = List.copyOf(next);
            onChanged.accept(steps);
          }
        });
  }

  private void append(String name) {
    List<StepCall> next = new ArrayList<>(steps);
    next.add(StepCall.of(name));
    change(next, next.size() - 1);
  }

  private void move(int from, int to) {
    if (from != to && to >= 0 && to < steps.size()) {
      List<StepCall> next = new ArrayList<>(steps);
      next.add(to, next.remove(from));
      change(next, to);
    }
  }

  private void change(List<StepCall> next, int focus) {
    steps = List.copyOf(next);
    show(focus);
    onChanged.accept(steps);
  }
}
