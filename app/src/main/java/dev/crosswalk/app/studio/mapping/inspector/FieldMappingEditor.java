package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.code.ExpressionField;
import dev.crosswalk.app.studio.mapping.code.ExpressionHelp;
import dev.crosswalk.app.studio.mapping.code.PathHelp;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.match.ValuePairs;
import dev.crosswalk.engine.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Edits what feeds one target: input, steps, value map, default, condition, note. */
final class FieldMappingEditor extends VBox {

  /** Takes a change of one part over. */
  interface Changes {
    /**
     * @param part key of the part's word, for the name of the act
     */
    void change(String part, UnaryOperator<FieldMapping> edit);

    /** Shows the result of a change while it is typed, without keeping it. */
    void attempt(UnaryOperator<FieldMapping> edit);

    /** Keeps what was typed into a part and cannot be read, beside the mapping. */
    void unread(String part, String text, Problem why, UnaryOperator<FieldMapping> edit);

    /** What was typed into a part and could not be read; the value itself where nothing was. */
    String typed(String part, String value);
  }

  /**
   * What is known around the field.
   *
   * @param sourceValues values of the sources with the number of sample records that have each
   * @param targetValues values that the target takes
   * @param closed whether it takes no other
   */
  record Surroundings(
      Map<String, Integer> sourceValues,
      List<String> targetValues,
      boolean closed,
      ExpressionHelp help,
      PathHelp paths,
      ValuePairs pairs,
      Texts texts) {}

  /** The four kinds of input; a person changes from one to another. */
  private enum Kind {
    FIELD,
    EXPRESSION,
    CONSTANT,
    QUESTION;

    String shown(Texts texts) {
      return texts.of("mapping.input." + name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private final Changes changes;
  private final Surroundings around;
  private final Texts texts;

  FieldMappingEditor(FieldMapping field, Surroundings around, Changes changes) {
    super(6);
    this.changes = changes;
    this.around = around;
    this.texts = around.texts();
    getStyleClass().add("mapping-editor");
    getChildren().add(input(field.input()));
    boolean runs = !(field.input() instanceof Ask);
    if (runs && !(field.input() instanceof Constant)) {
      getChildren()
          .add(
              new StepsEditor(
                  field.use(),
                  texts,
                  s -> changes.attempt(f -> f.withUse(s)),
                  s -> changes.change("steps", f -> f.withUse(s))));
      getChildren()
          .add(
              new ValueMapEditor(
                  field.values(),
                  around.sourceValues(),
                  around.targetValues(),
                  around.closed(),
                  around.pairs(),
                  texts,
                  v -> changes.change("values", f -> f.withValues(v))));
      getChildren().add(fallback(field));
    }
    String when = field.when();
    getChildren()
        .add(
            line(
                "when",
                new ExpressionField(
                    "input-when",
                    texts.of("mapping.part.when"),
                    changes.typed("when", when == null ? "" : when),
                    true,
                    around.help(),
                    texts,
                    hands("when", (f, t) -> f.withWhen(t.isBlank() ? null : t)))));
    TextField note =
        Inputs.text(
            texts.of("mapping.part.note"),
            field.note() == null ? "" : field.note(),
            t -> changes.change("note", f -> f.withNote(t.isBlank() ? null : t)));
    note.setPromptText(texts.of("mapping.part.notePrompt"));
    getChildren().add(line("note", note));
    getChildren()
        .add(
            Inputs.flag(
                texts.of("mapping.part.requiredText"),
                field.required(),
                is -> changes.change("required", f -> f.withRequired(is))));
  }

  private HBox line(String part, Node node) {
    Label label = Inputs.muted(texts.of("mapping.part." + part));
    label.setMinWidth(60);
    HBox box = new HBox(6, label, node);
    box.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(node, Priority.ALWAYS);
    return box;
  }

  private Node input(Input input) {
    Kind kind =
        switch (input) {
          case From from -> Kind.FIELD;
          case Expr expr -> Kind.EXPRESSION;
          case Constant constant -> Kind.CONSTANT;
          case Ask ask -> Kind.QUESTION;
        };
    String text =
        switch (input) {
          case From from -> String.join(", ", from.paths());
          case Expr expr -> expr.expression();
          case Constant constant -> Values.typed(constant.value());
          case Ask ask -> ask.question();
        };
    Node field =
        switch (kind) {
          case EXPRESSION -> expression(text);
          case FIELD -> paths(text);
          case CONSTANT, QUESTION -> plain(kind, text);
        };
    HBox.setHgrow(field, Priority.ALWAYS);
    var choice =
        Inputs.choice(
            texts.of("mapping.input.kind"),
            Arrays.stream(Kind.values()).map(k -> k.shown(texts)).toList(),
            kind.shown(texts),
            shown ->
                Arrays.stream(Kind.values())
                    .filter(k -> k.shown(texts).equals(shown))
                    .forEach(k -> put(k, start(k, kind, text))));
    choice.setId("input-kind");
    choice.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(6, Inputs.name(texts.of("mapping.part.input")), choice, field);
    // What is said of a path stands under it, and moves nothing beside it.
    box.setAlignment(kind == Kind.FIELD ? Pos.BASELINE_LEFT : Pos.CENTER_LEFT);
    return box;
  }

  private TextField plain(Kind kind, String text) {
    TextField field =
        Inputs.text(
            texts.of("mapping.input.text"),
            text,
            t -> read(kind, t).ifPresent(i -> changes.attempt(f -> f.withInput(i))),
            t -> put(kind, t));
    field.setId("input-text");
    return field;
  }

  private PathField paths(String text) {
    return new PathField(
        text,
        around.paths(),
        texts,
        t -> read(Kind.FIELD, t).ifPresent(i -> changes.attempt(f -> f.withInput(i))),
        t -> put(Kind.FIELD, t));
  }

  private ExpressionField expression(String text) {
    return new ExpressionField(
        "input-text",
        texts.of("mapping.input.text"),
        changes.typed("input", text),
        false,
        around.help(),
        texts,
        hands("input", (f, t) -> f.withInput(new Expr(t)).withOrigin(null)));
  }

  private ExpressionField.Hands hands(
      String part, BiFunction<FieldMapping, String, FieldMapping> edit) {
    return new ExpressionField.Hands() {
      @Override
      public void typed(String text) {
        changes.attempt(f -> edit.apply(f, text));
      }

      @Override
      public void changed(String text) {
        changes.change(part, f -> edit.apply(f, text));
      }

      @Override
      public void unread(String text, Problem why) {
        changes.unread(part, text, why, f -> edit.apply(f, text));
      }
    };
  }

  private String start(Kind to, Kind from, String text) {
    return switch (to) {
      case QUESTION -> texts.of("mapping.input.which");
      // A field that is no plain word would not be an expression.
      case EXPRESSION -> from == Kind.FIELD && text.matches("\\w+(\\.\\w+)*") ? text : "$";
      case FIELD, CONSTANT -> text;
    };
  }

  private static Optional<Input> read(Kind kind, String text) {
    if (text.isBlank() && kind != Kind.CONSTANT) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case EXPRESSION -> new Expr(text);
          case CONSTANT -> new Constant(Values.read(text));
          case QUESTION -> new Ask(text, null);
          case FIELD -> {
            List<String> paths =
                Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(p -> !p.isEmpty())
                    .toList();
            yield paths.size() == 1 ? From.of(paths.getFirst()) : From.of(paths);
          }
        });
  }

  /** Another input is a person's choice: the mapping is no longer a suggestion's. */
  private void put(Kind kind, String text) {
    read(kind, text).ifPresent(i -> changes.change("input", f -> f.withInput(i).withOrigin(null)));
  }

  private HBox fallback(FieldMapping field) {
    Fallback now = field.fallback();
    TextField value =
        Inputs.text(
            texts.of("mapping.part.default"),
            now == null ? "" : Values.typed(now.value()),
            t -> changes.attempt(f -> withDefault(f, t)),
            t -> changes.change("default", f -> withDefault(f, t)));
    value.setPromptText(texts.of("mapping.part.noDefault"));
    return line("default", value);
  }

  private static FieldMapping withDefault(FieldMapping f, String typed) {
    return f.withFallback(typed.isEmpty() ? null : new Fallback(Values.read(typed)));
  }
}
