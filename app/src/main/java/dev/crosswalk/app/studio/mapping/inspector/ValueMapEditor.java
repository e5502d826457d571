package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Source values to target values, both offered from what is known of the fields. */
final class ValueMapEditor extends VBox {
  private static final List<String> OTHERS = List.of("reject", "keep", "set");

  private final List<String> targets;
  private final Consumer<@Nullable ValueMap> onChanged;
  private final Set<String> sources;
  private ValueMap values;

  /**
   * @param sources values that the source is known to have, from its picklist and the samples
   * @param targets values that the target takes; empty where anything goes
   */
  ValueMapEditor(
      @Nullable ValueMap now,
      Set<String> sources,
      List<String> targets,
      Consumer<@Nullable ValueMap> onChanged) {
    super(4);
    this.targets = targets;
    this.onChanged = onChanged;
    this.sources = new LinkedHashSet<>(sources);
    this.values = now == null ? new ValueMap(Map.of(), new RejectOther(), false) : now;
    this.sources.addAll(values.map().keySet());
    if (now == null) {
      Button start = new Button("Map values…");
      start.setId("add-values");
      start.getStyleClass().add("small");
      start.setOnAction(e -> change(new ValueMap(sameNames(), new RejectOther(), false)));
      getChildren().setAll(start);
    } else {
      show();
    }
  }

  /** Values that stand on both sides, upper and lower case aside. */
  private Map<String, @Nullable Object> sameNames() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String source : sources) {
      for (String target : targets) {
        if (plain(target).equals(plain(source))) {
          map.put(source, target);
        }
      }
    }
    return map;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "");
  }

  private void change(ValueMap next) {
    values = next;
    show();
    onChanged.accept(next);
  }

  private void set(ValueMap next) {
    values = next;
    onChanged.accept(next);
  }

  private void show() {
    GridPane grid = new GridPane(6, 2);
    int row = 0;
    int open = 0;
    for (String source : sources) {
      boolean known = values.map().containsKey(source);
      open += known ? 0 : 1;
      ComboBox<String> to = new ComboBox<>();
      to.setEditable(true);
      to.getItems().setAll(targets);
      to.getStyleClass().add("small");
      to.setPromptText("not mapped");
      to.setAccessibleText("Target value for " + source);
      to.setValue(known ? Values.typed(values.map().get(source)) : "");
      to.valueProperty().addListener((o, was, is) -> put(source, is == null ? "" : is));
      Label from = new Label(source);
      from.getStyleClass().add(known ? "value-known" : "value-open");
      grid.addRow(row++, from, new Label("→"), to);
    }
    TextField more = new TextField();
    more.setPromptText("another source value");
    more.setAccessibleText("Another source value");
    more.getStyleClass().add("small");
    more.setOnAction(e -> {
      if (!more.getText().isBlank() && sources.add(more.getText())) {
        show();
      }
    });
    grid.add(more, 0, row);
    getChildren().setAll(head(open), grid, other());
  }

  private HBox head(int open) {
    Label count = Inputs.name(open == 0 ? "all known values are mapped" : open + " not mapped");
    Button match = new Button("Match same names");
    match.getStyleClass().add("small");
    match.setOnAction(e -> {
      Map<String, @Nullable Object> map = new LinkedHashMap<>(sameNames());
      map.putAll(values.map());
      change(new ValueMap(map, values.other(), values.warn()));
    });
    Button remove =
        Inputs.icon(MaterialDesignC.CLOSE, "Remove the value map", () -> onChanged.accept(null));
    HBox head = new HBox(6, Inputs.name("Values:"), count, match, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void put(String source, String typed) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>(values.map());
    if (typed.isEmpty()) {
      map.remove(source);
    } else {
      map.put(source, Values.read(typed));
    }
    set(new ValueMap(map, values.other(), values.warn()));
  }

  private HBox other() {
    Other now = values.other();
    String word =
        switch (now) {
          case RejectOther r -> "reject";
          case KeepOther k -> "keep";
          case SetOther s -> "set";
        };
    ChoiceBox<String> choice =
        Inputs.choice(
            "What happens to other values",
            OTHERS,
            word,
            w ->
                change(
                    new ValueMap(
                        values.map(),
                        switch (w) {
                          case "keep" -> new KeepOther();
                          case "set" -> new SetOther(null);
                          default -> new RejectOther();
                        },
                        values.warn())));
    HBox line = new HBox(6, Inputs.name("Other:"), choice);
    if (now instanceof SetOther set) {
      line.getChildren()
          .add(
              Inputs.text(
                  "Value for all others",
                  Values.typed(set.value()),
                  t ->
                      set(
                          new ValueMap(
                              values.map(), new SetOther(Values.read(t)), values.warn()))));
    }
    line.getChildren()
        .add(
            Inputs.flag(
                "warn", values.warn(), w -> set(new ValueMap(values.map(), values.other(), w))));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
