package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.Clash;
import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.mapping.MappingViewModel;
import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.canvas.FieldFacts;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.code.ExpressionHelp;
import dev.crosswalk.app.studio.mapping.code.PathHelp;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Pending;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.ValuePairs;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** The selected field: its facts, for a target what feeds it, and where it is used. */
public final class InspectorPane extends BorderPane {
  private static final int KNOWN_VALUES = 200;

  private final MappingViewModel model;
  private final Texts texts;
  private final ValuePairs pairs = new ValuePairs();
  private final VBox factsPlace = new VBox();
  private final VBox clashPlace = new VBox();
  private final VBox editorPlace = new VBox();
  private final StoryBox story;
  private final VBox content;
  private final ScrollPane scroll;
  private final ToggleButton masked;
  private @Nullable FieldRef shown;
  private @Nullable FieldMapping shownMapping;
  private @Nullable Clash shownClash;
  private String shownState = "";

  /** What stands in the form and cannot be read, by part. */
  private Map<String, String> shownHeld = Map.of();

  private boolean drawn;

  /**
   * @param onFold folds it to a strip, with what stands beside it
   */
  public InspectorPane(MappingViewModel model, Runnable onFold) {
    this.model = model;
    this.texts = model.texts();
    this.story = new StoryBox(texts);
    this.content = new VBox(8, factsPlace, clashPlace, editorPlace, story);
    this.scroll = new ScrollPane(content);
    getStyleClass().add("inspector-pane");
    Nodes.markKeyboard(this);
    Label title = new Label(texts.of("mapping.inspector.title"));
    title.getStyleClass().add("pane-title");
    Button fold = Nodes.iconButton("mdi2c-chevron-down", texts.of("mapping.below.fold"), onFold);
    fold.setId("inspector-fold");
    fold.getStyleClass().add("small");
    masked = new ToggleButton();
    masked.setId("mask-samples");
    masked.getStyleClass().addAll("flat", "small");
    masked.setTooltip(new Tooltip());
    masked.selectedProperty().bindBidirectional(model.inspection().masked());
    masked.selectedProperty().subscribe(this::sayMasked);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, fold, title, gap, masked);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll("pane-head", "pane-strip");
    setTop(head);
    content.getStyleClass().add("inspector-content");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("inspector");
    scroll.setAccessibleText(texts.of("mapping.inspector.title"));
    setCenter(scroll);
    model.inspected().subscribe(f -> update());
    model.revision().subscribe(r -> update());
    model
        .inspection()
        .masked()
        .subscribe(m -> {
          drawn = false;
          update();
        });
    model.inspection().story().subscribe(story::show);
  }

  /** Says whether samples are masked now; what a press would do stands in the tooltip. */
  private void sayMasked(boolean is) {
    String state = texts.of(is ? "mapping.inspector.masked" : "mapping.inspector.shown");
    masked.setGraphic(
        new FontIcon(is ? MaterialDesignE.EYE_OFF_OUTLINE : MaterialDesignE.EYE_OUTLINE));
    masked.setText(state);
    masked.setAccessibleText(state);
    masked
        .getTooltip()
        .setText(texts.of(is ? "mapping.inspector.unmaskTip" : "mapping.inspector.maskTip"));
  }

  /** Puts the keyboard into the first control. */
  public void focusEditor() {
    if (content.lookup("#input-text") instanceof Node input) {
      input.requestFocus();
    } else {
      scroll.requestFocus();
    }
  }

  /**
   * Puts the keyboard on the button that mends the clash.
   *
   * @return false where there is none
   */
  public boolean focusMend() {
    Optional<Node> mend = Inputs.find(clashPlace, "mend"::equals);
    mend.ifPresent(Node::requestFocus);
    return mend.isPresent();
  }

  /** Hands over what is being typed. */
  public void settle() {
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    if (focus != null && Nodes.isWithin(focus, this)) {
      Pending.settle(focus);
    }
  }

  private void update() {
    FieldRef field = model.inspected().get();
    FieldMapping now =
        field == null || field.side() == Side.SOURCE
            ? null
            : model.mapping().map(m -> m.fields().get(field.path())).orElse(null);
    showClash(field);
    String state = field == null ? "" : state(field) + "\n" + saidBy(field);
    boolean stale = !state.equals(shownState);
    shownState = state;
    Optional<FieldFacts> facts = field == null ? Optional.empty() : facts(field);
    Map<String, String> held = field == null ? Map.of() : model.typed().held(field.path());
    boolean dropped = !held.keySet().containsAll(shownHeld.keySet());
    shownHeld = held;
    if (drawn && !dropped && Objects.equals(field, shown) && Objects.equals(now, shownMapping)) {
      // A decision elsewhere may change what is said of the field; the form stays as it is.
      if (stale && field != null) {
        facts.ifPresent(f -> factsPlace.getChildren().setAll(factsBox(field, f)));
      }
      return;
    }
    boolean other = !Objects.equals(field, shown);
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    boolean keyboard = focus != null && Nodes.isWithin(focus, editorPlace);
    String focused = keyboard && focus != null && focus.getId() != null ? focus.getId() : "";
    drawn = true;
    shown = field;
    shownMapping = now;
    editorPlace.getChildren().clear();
    if (field == null || facts.isEmpty()) {
      factsPlace.getChildren().setAll(Inputs.paragraph(texts.of("mapping.inspector.nothing")));
      return;
    }
    factsPlace.getChildren().setAll(factsBox(field, facts.get()));
    if (field.side() == Side.TARGET && now != null) {
      editorPlace.getChildren().setAll(editor(field.path(), facts.get().field(), now));
    } else if (field.side() == Side.TARGET) {
      editorPlace.getChildren().setAll(unmapped(field.path()));
    }
    if (other) {
      scroll.setVvalue(0);
    } else if (keyboard) {
      focusAgain(focused);
    }
  }

  /**
   * The form was made anew under the keyboard, which goes to the same control, or to what the
   * button that is gone has opened.
   */
  private void focusAgain(String id) {
    Inputs.find(editorPlace, id::equals)
        .or(() ->
            id.equals("add-values")
                ? Inputs.find(editorPlace, i -> i.startsWith("value-"))
                : Optional.empty())
        .or(() ->
            id.equals("remove-values")
                ? Inputs.find(editorPlace, "add-values"::equals)
                : Optional.empty())
        .ifPresentOrElse(Node::requestFocus, this::focusEditor);
  }

  private String state(FieldRef field) {
    return model.board().state(field.side(), field.path()).other();
  }

  /** Which file says what feeds a target; empty where there is only one. */
  private String saidBy(FieldRef field) {
    return field.side() == Side.SOURCE
        ? ""
        : model
            .editor()
            .flatMap(e -> e.saidBy(field.path()))
            .map(s -> texts.of(s.key()))
            .orElse("");
  }

  private void showClash(@Nullable FieldRef field) {
    Clash clash =
        field == null || field.side() == Side.SOURCE
            ? null
            : model.faults().clash(field.path()).orElse(null);
    if (!Objects.equals(clash, shownClash)) {
      shownClash = clash;
      clashPlace.getChildren().clear();
      if (clash != null && field != null) {
        clashPlace
            .getChildren()
            .add(new ClashBox(clash, texts, () -> model.faults().mend(field.path())));
      }
    }
  }

  private Optional<FieldFacts> facts(FieldRef field) {
    return model.board().fields(field.side()).stream()
        .filter(f -> f.path().equals(field.path()))
        .findFirst();
  }

  private FactsBox factsBox(FieldRef field, FieldFacts facts) {
    return new FactsBox(
        facts.field(),
        field.side() == Side.SOURCE ? counts(facts.field()) : null,
        model.inspection().masked().get(),
        state(field),
        saidBy(field),
        texts);
  }

  private ValueCounts counts(Field field) {
    return ValueCounts.of(
        model.context().map(MappingContext::records).orElse(List.of()), field.name());
  }

  private VBox unmapped(String target) {
    FlowPane buttons =
        new FlowPane(
            6,
            4,
            Inputs.button(
                texts.of("mapping.inspector.constant"),
                "start-constant",
                () -> start(target, new FieldMapping.Constant(""))),
            Inputs.button(
                texts.of("mapping.inspector.expression"),
                "start-expression",
                () -> start(target, new FieldMapping.Expr("$"))),
            Inputs.button(
                texts.of("mapping.inspector.ask"),
                "start-ask",
                () ->
                    start(
                        target,
                        new FieldMapping.Ask(
                            texts.of("mapping.inspector.askWhich", target), null))));
    return new VBox(6, Inputs.paragraph(texts.of("mapping.inspector.unfed")), buttons);
  }

  private void start(String target, FieldMapping.Input input) {
    model.setField(target, FieldMapping.of(input), texts.of("mapping.act.input"));
  }

  private FieldMappingEditor editor(String target, Field field, FieldMapping now) {
    List<Field> sources = model.context().map(c -> c.source().fields()).orElse(List.of());
    return new FieldMappingEditor(
        now,
        new FieldMappingEditor.Surroundings(
            sourceValues(now),
            field.values().stream().map(PicklistValue::value).toList(),
            field.type().isPicklist() && !Boolean.FALSE.equals(field.restricted()),
            new ExpressionHelp(sources),
            model
                .context()
                .map(c -> new PathHelp(c.source(), c.referenced()))
                .orElseGet(() -> new PathHelp(SchemaObject.of("", List.of()), List.of())),
            pairs,
            texts),
        new FieldMappingEditor.Changes() {
          @Override
          public void change(String part, UnaryOperator<FieldMapping> edit) {
            release(target, part);
            InspectorPane.this.change(target, texts.of("mapping.act." + part), edit);
          }

          @Override
          public void attempt(UnaryOperator<FieldMapping> edit) {
            current(target).ifPresent(f -> model.tryField(target, edit.apply(f)));
          }

          @Override
          public void unread(
              String part, String text, Problem why, UnaryOperator<FieldMapping> edit) {
            model.typed().hold(target, part, text, edit, why);
          }

          @Override
          public String typed(String part, String value) {
            return model.typed().held(target).getOrDefault(part, value);
          }
        });
  }

  /** The form itself has it in a form that can be read: nothing is to be drawn again. */
  private void release(String target, String part) {
    shownHeld = Map.of();
    model.typed().release(target, part);
  }

  private Optional<FieldMapping> current(String target) {
    return model.mapping().map(Mapping::fields).map(f -> f.get(target));
  }

  /** Keeps the form that is being typed in, unless the change alters which controls there are. */
  private void change(String target, String what, UnaryOperator<FieldMapping> edit) {
    FieldMapping now = current(target).orElse(null);
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

  /** Picklist values and those seen, most frequent first, with their number in the samples. */
  private Map<String, Integer> sourceValues(FieldMapping field) {
    Map<String, Integer> values = new LinkedHashMap<>();
    for (String path : field.sources()) {
      for (FieldFacts facts : model.board().fields(Side.SOURCE)) {
        boolean listed = facts.field().type().isPicklist() || field.values() != null;
        if (facts.path().equals(path) && listed) {
          counts(facts.field())
              .most()
              .forEach(c -> values.merge(c.value(), c.times(), Integer::sum));
          facts.field().values().forEach(v -> values.putIfAbsent(v.value(), 0));
        }
      }
    }
    Map<String, Integer> first = new LinkedHashMap<>();
    values.entrySet().stream()
        .limit(KNOWN_VALUES)
        .forEach(e -> first.put(e.getKey(), e.getValue()));
    return first;
  }
}
