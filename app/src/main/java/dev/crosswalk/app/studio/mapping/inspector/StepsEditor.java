package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The steps of a field mapping, in order: add by search, set, move, remove. */
final class StepsEditor extends VBox {
  private final Consumer<List<StepCall>> onChanged;
  private List<StepCall> steps;

  StepsEditor(List<StepCall> steps, Consumer<List<StepCall>> onChanged) {
    super(4);
    this.onChanged = onChanged;
    this.steps = List.copyOf(steps);
    show();
  }

  private void show() {
    getChildren().clear();
    for (int i = 0; i < steps.size(); i++) {
      getChildren().add(card(i, steps.get(i)));
    }
    Button add = new Button("Add step…");
    add.setId("add-step");
    add.getStyleClass().add("small");
    add.setOnAction(e -> StepSearch.show(add, name -> change(appended(name))));
    getChildren().add(add);
  }

  private List<StepCall> appended(String name) {
    List<StepCall> next = new ArrayList<>(steps);
    next.add(StepCall.of(name));
    return next;
  }

  private VBox card(int at, StepCall call) {
    Optional<Declaration> declaration = Steps.find(call.name()).map(Step::declaration);
    Label title = new Label((at + 1) + ". " + call.name());
    title.getStyleClass().add("step-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label doc =
        Inputs.muted(declaration.map(Declaration::doc).orElse("This step is not known here."));
    doc.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(doc, Priority.ALWAYS);
    declaration.ifPresent(d -> doc.setTooltip(new Tooltip(StepSearch.examples(d))));
    Button up = Inputs.icon(MaterialDesignA.ARROW_UP, "Move step up", () -> change(moved(at, -1)));
    Button down =
        Inputs.icon(MaterialDesignA.ARROW_DOWN, "Move step down", () -> change(moved(at, 1)));
    Button remove =
        Inputs.icon(MaterialDesignC.CLOSE, "Remove step " + call.name(), () -> change(without(at)));
    up.setDisable(at == 0);
    down.setDisable(at == steps.size() - 1);
    HBox head = new HBox(6, title, doc, up, down, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(2, head);
    card.getStyleClass().add("step-card");
    declaration
        .filter(d -> !d.parameters().isEmpty())
        .ifPresent(d -> card.getChildren().add(new ParameterForm(d, call, c -> replace(at, c))));
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private List<StepCall> moved(int at, int by) {
    List<StepCall> next = new ArrayList<>(steps);
    next.add(at + by, next.remove(at));
    return next;
  }

  private List<StepCall> without(int at) {
    List<StepCall> next = new ArrayList<>(steps);
    next.remove(at);
    return next;
  }

  /** Other parameters: the form stays as it is, so that typing goes on. */
  private void replace(int at, StepCall call) {
    List<StepCall> next = new ArrayList<>(steps);
    next.set(at, call);
    steps = List.copyOf(next);
    onChanged.accept(steps);
  }

  private void change(List<StepCall> next) {
    steps = List.copyOf(next);
    show();
    onChanged.accept(steps);
  }
}
