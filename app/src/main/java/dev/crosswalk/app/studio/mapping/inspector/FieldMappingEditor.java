package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Edits what feeds one target: input, steps, value map, default, condition, note. */
final class FieldMappingEditor extends VBox {
  static final List<String> KINDS = List.of("field", "expression", "constant", "question");

  /** Takes a change of one part over. */
  interface Changes {
    /**
     * @param what the part in one word, for the name of the act
     */
    void change(String what, UnaryOperator<FieldMapping> edit);
  }

  private final Changes changes;

  /**
   * @param sourceValues values that the sources are known to have
   * @param targetValues values that the target takes
   */
  FieldMappingEditor(
      FieldMapping field, Set<String> sourceValues, List<String> targetValues, Changes changes) {
    super(6);
    this.changes = changes;
    getStyleClass().add("mapping-editor");
    getChildren().add(input(field.input()));
    boolean runs = !(field.input() instanceof Ask);
    if (runs && !(field.input() instanceof Constant)) {
      getChildren()
          .add(new StepsEditor(field.use(), s -> changes.change("Steps", f -> f.withUse(s))));
      getChildren()
          .add(
              new ValueMapEditor(
                  field.values(),
                  sourceValues,
                  targetValues,
                  v -> changes.change("Values", f -> f.withValues(v))));
      getChildren().add(fallback(field));
    }
    TextField when =
        Inputs.text(
            "Condition",
            field.when() == null ? "" : field.when(),
            t -> changes.change("Condition", f -> f.withWhen(t.isBlank() ? null : t)));
    when.setPromptText("JSONata condition; empty = always");
    TextField note =
        Inputs.text(
            "Note",
            field.note() == null ? "" : field.note(),
            t -> changes.change("Note", f -> f.withNote(t.isBlank() ? null : t)));
    note.setPromptText("a note for the next reader");
    getChildren().addAll(line("When", when), line("Note", note));
    CheckBox required =
        Inputs.flag(
            "required: without a value the record is rejected",
            field.required(),
            is -> changes.change("Required", f -> f.withRequired(is)));
    getChildren().add(required);
  }

  private static HBox line(String name, Node node) {
    javafx.scene.control.Label label = Inputs.muted(name);
    label.setMinWidth(52);
    HBox box = new HBox(6, label, node);
    box.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(node, Priority.ALWAYS);
    return box;
  }

  private Node input(Input input) {
    String kind =
        switch (input) {
          case From from -> "field";
          case Expr expr -> "expression";
          case Constant constant -> "constant";
          case Ask ask -> "question";
        };
    String text =
        switch (input) {
          case From from -> String.join(", ", from.paths());
          case Expr expr -> expr.expression();
          case Constant constant -> Values.typed(constant.value());
          case Ask ask -> ask.question();
        };
    TextField field = Inputs.text("Where the value comes from", text, t -> put(kind, t));
    field.setId("input-text");
    HBox.setHgrow(field, Priority.ALWAYS);
    var choice = Inputs.choice("Kind of input", KINDS, kind, k -> put(k, start(k, text)));
    choice.setId("input-kind");
    HBox box = new HBox(6, Inputs.name("From"), choice, field);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String start(String kind, String text) {
    return kind.equals("question") ? "Which field holds this value?" : text;
  }

  private void put(String kind, String text) {
    if (text.isBlank() && !kind.equals("constant")) {
      return;
    }
    Input next =
        switch (kind) {
          case "expression" -> new Expr(text);
          case "constant" -> new Constant(Values.read(text));
          case "question" -> new Ask(text, null);
          default -> {
            List<String> paths =
                Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(p -> !p.isEmpty())
                    .toList();
            yield paths.size() == 1 ? From.of(paths.getFirst()) : From.of(paths);
          }
        };
    changes.change("Input", f -> f.withInput(next).withOrigin(null));
  }

  private HBox fallback(FieldMapping field) {
    Fallback now = field.fallback();
    TextField value =
        Inputs.text(
            "Default",
            now == null ? "" : Values.typed(now.value()),
            t ->
                changes.change(
                    "Default",
                    f -> f.withFallback(t.isEmpty() ? null : new Fallback(Values.read(t)))));
    value.setPromptText("no default");
    return line("Default", value);
  }
}
