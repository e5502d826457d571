package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.MappingViewModel;
import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.canvas.FieldFacts;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The selected field: its facts, and for a target what feeds it. */
public final class InspectorPane extends BorderPane {
  private static final int KNOWN_VALUES = 200;

  private final MappingViewModel model;
  private final VBox content = new VBox(8);
  private final ScrollPane scroll = new ScrollPane(content);
  private @Nullable FieldRef shown;
  private @Nullable FieldMapping shownMapping;
  private boolean drawn;

  public InspectorPane(MappingViewModel model) {
    this.model = model;
    getStyleClass().add("inspector-pane");
    Label title = new Label("Inspector");
    title.getStyleClass().addAll("pane-title", "pane-head");
    setTop(title);
    content.getStyleClass().add("inspector-content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("inspector");
    setCenter(scroll);
    model.inspected().subscribe(f -> update());
    model.revision().subscribe(r -> update());
  }

  /** Puts the keyboard into the first control. */
  public void focusEditor() {
    if (content.lookup("#input-text") instanceof javafx.scene.Node input) {
      input.requestFocus();
    } else {
      scroll.requestFocus();
    }
  }

  private void update() {
    FieldRef field = model.inspected().get();
    FieldMapping now =
        field == null || field.side() == Side.SOURCE
            ? null
            : model.mapping().map(m -> m.fields().get(field.path())).orElse(null);
    if (drawn && Objects.equals(field, shown) && Objects.equals(now, shownMapping)) {
      return;
    }
    drawn = true;
    shown = field;
    shownMapping = now;
    content.getChildren().clear();
    Optional<FieldFacts> facts = field == null ? Optional.empty() : facts(field);
    if (field == null || facts.isEmpty()) {
      content
          .getChildren()
          .add(
              Inputs.paragraph(
                  "Select a field on either side to see all that is known of it, and to set what"
                      + " happens to its values."));
      return;
    }
    content.getChildren().add(factsBox(field, facts.get()));
    if (field.side() == Side.TARGET && now != null) {
      content.getChildren().add(editor(field.path(), facts.get().field(), now));
    } else if (field.side() == Side.TARGET) {
      content.getChildren().add(unmapped(field.path()));
    }
  }

  private Optional<FieldFacts> facts(FieldRef field) {
    return model.board().fields(field.side()).stream()
        .filter(f -> f.path().equals(field.path()))
        .findFirst();
  }

  private FactsBox factsBox(FieldRef field, FieldFacts facts) {
    List<Object> samples =
        field.side() == Side.SOURCE ? model.preview().samples(facts.field().name()) : List.of();
    return new FactsBox(
        facts.field(),
        facts.fill(),
        samples,
        model.board().state(field.side(), field.path()).other(),
        field.side() == Side.TARGET
            ? model.editor().map(e -> e.layer(field.path())).orElse("")
            : "");
  }

  private VBox unmapped(String target) {
    Button constant = new Button("Set a constant");
    constant.getStyleClass().add("small");
    constant.setOnAction(e -> start(target, new FieldMapping.Constant("")));
    Button expression = new Button("Write an expression");
    expression.getStyleClass().add("small");
    expression.setOnAction(e -> start(target, new FieldMapping.Expr("$")));
    Button ask = new Button("Ask each customer");
    ask.getStyleClass().add("small");
    ask.setOnAction(
        e -> start(target, new FieldMapping.Ask("Which field holds " + target + "?", null)));
    javafx.scene.layout.FlowPane buttons =
        new javafx.scene.layout.FlowPane(6, 4, constant, expression, ask);
    return new VBox(
        6,
        Inputs.paragraph(
            "Nothing feeds it. Drag a source here, or select a source and press M, or:"),
        buttons);
  }

  private void start(String target, FieldMapping.Input input) {
    model.setField(target, FieldMapping.of(input), "Input");
  }

  private FieldMappingEditor editor(String target, Field field, FieldMapping now) {
    return new FieldMappingEditor(
        now,
        sourceValues(now),
        field.values().stream().map(PicklistValue::value).toList(),
        (what, edit) -> change(target, what, edit));
  }

  /** Keeps the form that is being typed in, unless the change alters which controls there are. */
  private void change(String target, String what, UnaryOperator<FieldMapping> edit) {
    FieldMapping now = model.mapping().map(Mapping::fields).map(f -> f.get(target)).orElse(null);
    if (now == null) {
      return;
    }
    FieldMapping next = edit.apply(now);
    if (next.equals(now)) {
      return;
    }
    boolean sameControls =
        next.input().getClass() == now.input().getClass()
            && (next.values() == null) == (now.values() == null);
    if (sameControls) {
      shownMapping = next;
    }
    model.setField(target, next, what);
  }

  private Set<String> sourceValues(FieldMapping field) {
    Set<String> values = new LinkedHashSet<>();
    for (String path : field.sources()) {
      for (FieldFacts facts : model.board().fields(Side.SOURCE)) {
        if (facts.path().equals(path) && facts.field().type().isPicklist()) {
          facts.field().values().forEach(v -> values.add(v.value()));
          model.preview().samples(facts.field().name()).forEach(v -> values.add(v.toString()));
        }
      }
    }
    return new LinkedHashSet<>(values.stream().limit(KNOWN_VALUES).toList());
  }
}
