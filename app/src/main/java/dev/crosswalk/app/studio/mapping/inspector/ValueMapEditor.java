package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.match.ValuePairs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Source values to target values, both offered from what is known of the fields. */
final class ValueMapEditor extends VBox {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass FOREIGN = PseudoClass.getPseudoClass("foreign");
  private static final String REJECT = "reject";
  private static final String KEEP = "keep";
  private static final String SET = "set";
  private static final List<String> OTHERS = List.of(REJECT, KEEP, SET);

  private final List<String> targets;
  private final Texts texts;
  private final ValuePairs pairs;
  private final Consumer<@Nullable ValueMap> onChanged;
  private final Map<String, Integer> sources;
  private final Label count = Inputs.name("");
  private final Label unfed = Inputs.paragraph("");
  private final Map<String, Label> names = new LinkedHashMap<>();
  private final Map<String, ComboBox<String>> tos = new LinkedHashMap<>();
  private final boolean closed;
  private ValueMap values;

  /**
   * @param sources values that the source is known to have, with the number of sample records that
   *     have each
   * @param targets values that the target takes; empty where anything goes
   * @param closed whether it takes no other
   */
  ValueMapEditor(
      @Nullable ValueMap now,
      Map<String, Integer> sources,
      List<String> targets,
      boolean closed,
      ValuePairs pairs,
      Texts texts,
      Consumer<@Nullable ValueMap> onChanged) {
    super(4);
    this.targets = targets;
    this.closed = closed;
    this.texts = texts;
    this.pairs = pairs;
    this.onChanged = onChanged;
    this.sources = new LinkedHashMap<>(sources);
    this.values = now == null ? new ValueMap(Map.of(), new RejectOther(), false) : now;
    this.values.map().keySet().forEach(v -> this.sources.putIfAbsent(v, 0));
    count.setId("values-open");
    unfed.setId("values-unfed");
    unfed.getStyleClass().add("field-label");
    if (now == null) {
      Button start =
          Inputs.button(
              texts.of("mapping.values.start"),
              "add-values",
              () -> change(new ValueMap(matched(), new RejectOther(), false)));
      getChildren().setAll(start);
    } else {
      show();
    }
  }

  /** The most alike target value of each source value. */
  private Map<String, @Nullable Object> matched() {
    return new LinkedHashMap<>(pairs.pair(sources.keySet(), targets));
  }

  private void change(ValueMap next) {
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    boolean keyboard = focus != null && Nodes.isWithin(focus, this);
    String id = keyboard && focus != null && focus.getId() != null ? focus.getId() : "";
    values = next;
    show();
    onChanged.accept(next);
    if (keyboard) {
      Inputs.find(this, id::equals)
          .or(() -> Inputs.find(this, i -> i.startsWith("value-")))
          .ifPresent(Node::requestFocus);
    }
  }

  /** Another value in the same controls, so that typing goes on. */
  private void set(ValueMap next) {
    values = next;
    mark();
    onChanged.accept(next);
  }

  private void show() {
    names.clear();
    tos.clear();
    GridPane grid = new GridPane(6, 2);
    int row = 0;
    for (Map.Entry<String, Integer> each : sources.entrySet()) {
      String source = each.getKey();
      boolean known = values.map().containsKey(source);
      ComboBox<String> to = new ComboBox<>();
      to.setId("value-" + source);
      to.setEditable(true);
      to.getItems().setAll(targets);
      to.getStyleClass().add("small");
      to.setPromptText(texts.of("mapping.values.open"));
      to.setAccessibleText(texts.of("mapping.values.target", source));
      to.setValue(known ? Values.typed(values.map().get(source)) : "");
      to.valueProperty().addListener((o, was, is) -> put(source, is == null ? "" : is));
      Label from = new Label(source);
      from.getStyleClass().add("value-name");
      names.put(source, from);
      tos.put(source, to);
      Label times = Inputs.muted(each.getValue() == 0 ? "" : "×" + each.getValue());
      grid.addRow(row++, from, times, new Label("→"), to);
    }
    TextField more = new TextField();
    more.setPromptText(texts.of("mapping.values.another"));
    more.setAccessibleText(texts.of("mapping.values.another"));
    more.getStyleClass().add("small");
    more.setOnAction(e -> {
      if (!more.getText().isBlank() && sources.putIfAbsent(more.getText(), 0) == null) {
        show();
      }
    });
    grid.add(more, 0, row, 4, 1);
    getChildren().setAll(head(), grid, unfed, other());
    mark();
  }

  /** Counts and marks what is not mapped, and names the target values that nothing becomes. */
  private void mark() {
    int open = 0;
    int records = 0;
    for (Map.Entry<String, Label> each : names.entrySet()) {
      boolean is = !values.map().containsKey(each.getKey());
      Object to = values.map().get(each.getKey());
      boolean foreign =
          to != null && closed && !targets.isEmpty() && !targets.contains(String.valueOf(to));
      each.getValue().pseudoClassStateChanged(OPEN, is);
      each.getValue()
          .setAccessibleText(
              is
                  ? texts.of("mapping.values.openOne", each.getKey())
                  : foreign ? texts.of("mapping.values.foreignOne", each.getKey()) : each.getKey());
      mark(tos.get(each.getKey()), foreign);
      if (is) {
        open++;
        records += sources.getOrDefault(each.getKey(), 0);
      }
    }
    count.setText(
        open == 0
            ? texts.of("mapping.values.all")
            : texts.of("mapping.values.count", open, sources.size(), records));
    count.pseudoClassStateChanged(OPEN, open > 0);
    List<String> left = new ArrayList<>(targets);
    values.map().values().forEach(v -> left.remove(String.valueOf(v)));
    boolean some = !left.isEmpty();
    unfed.setText(some ? texts.of("mapping.values.unfed", String.join(" · ", left)) : "");
    unfed.setVisible(some);
    unfed.setManaged(some);
  }

  /** Marks a value that the target's picklist lacks. */
  private void mark(@Nullable ComboBox<String> to, boolean foreign) {
    if (to != null) {
      to.pseudoClassStateChanged(FOREIGN, foreign);
      to.setTooltip(foreign ? new Tooltip(texts.of("mapping.values.foreign")) : null);
    }
  }

  private FlowPane head() {
    Button match =
        Inputs.button(
            texts.of("mapping.values.match"),
            "match-values",
            () -> {
              Map<String, @Nullable Object> map = matched();
              map.putAll(values.map());
              change(new ValueMap(map, values.other(), values.warn()));
            });
    match.setDisable(targets.isEmpty());
    Button remove =
        Inputs.icon(
            MaterialDesignC.CLOSE, texts.of("mapping.values.remove"), () -> onChanged.accept(null));
    remove.setId("remove-values");
    count.getStyleClass().add("value-name");
    FlowPane head =
        new FlowPane(6, 2, Inputs.name(texts.of("mapping.values.title")), count, match, remove);
    head.setRowValignment(javafx.geometry.VPos.CENTER);
    return head;
  }

  private void put(String source, String typed) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>(values.map());
    if (typed.isEmpty()) {
      map.remove(source);
    } else {
      map.put(source, Values.read(typed));
    }
    if (!map.equals(values.map())) {
      set(new ValueMap(map, values.other(), values.warn()));
    }
  }

  private HBox other() {
    Other now = values.other();
    String word =
        switch (now) {
          case RejectOther r -> REJECT;
          case KeepOther k -> KEEP;
          case SetOther s -> SET;
        };
    ChoiceBox<String> choice =
        Inputs.choice(
            texts.of("mapping.values.others"),
            OTHERS.stream().map(this::shown).toList(),
            shown(word),
            w ->
                change(
                    new ValueMap(
                        values.map(),
                        w.equals(shown(KEEP))
                            ? new KeepOther()
                            : w.equals(shown(SET)) ? new SetOther(null) : new RejectOther(),
                        values.warn())));
    choice.setId("values-other");
    HBox line = new HBox(6, Inputs.name(texts.of("mapping.values.other")), choice);
    if (now instanceof SetOther set) {
      line.getChildren()
          .add(
              Inputs.text(
                  texts.of("mapping.values.otherValue"),
                  Values.typed(set.value()),
                  t ->
                      set(
                          new ValueMap(
                              values.map(), new SetOther(Values.read(t)), values.warn()))));
    }
    line.getChildren()
        .add(
            Inputs.flag(
                texts.of("mapping.values.warn"),
                values.warn(),
                w -> set(new ValueMap(values.map(), values.other(), w))));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private String shown(String word) {
    return texts.of("mapping.values.other." + word);
  }
}
