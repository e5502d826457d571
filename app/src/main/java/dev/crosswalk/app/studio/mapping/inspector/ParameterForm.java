package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The form of one step, drawn from the step's declaration. */
final class ParameterForm extends FlowPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final String step;
  private final Texts texts;
  private final Consumer<StepCall> onTyped;
  private final Consumer<StepCall> onChanged;
  private Map<String, Object> values;

  /**
   * @param onTyped gets each state while typing goes on
   * @param onChanged gets it after a pause
   */
  ParameterForm(
      Declaration declaration,
      StepCall call,
      Texts texts,
      Consumer<StepCall> onTyped,
      Consumer<StepCall> onChanged) {
    super(10, 4);
    this.step = call.name();
    this.texts = texts;
    this.onTyped = onTyped;
    this.onChanged = onChanged;
    this.values = new LinkedHashMap<>(call.parameters());
    for (Parameter parameter : declaration.parameters()) {
      Node name = Inputs.name(parameter.name() + (parameter.required() ? " *" : ""));
      Node input = input(parameter, values.get(parameter.name()));
      input.setId("step-" + step + "-" + parameter.name());
      String doc = texts.step(parameter.doc());
      input.setAccessibleHelp(doc);
      Tooltip.install(name, new Tooltip(doc));
      Tooltip.install(input, new Tooltip(doc));
      HBox pair = new HBox(4, name, input);
      pair.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(pair);
    }
  }

  private Node input(Parameter parameter, @Nullable Object value) {
    String name = parameter.name();
    Object standard = parameter.standard();
    return switch (parameter.type()) {
      case MAP ->
          text(
              name,
              value instanceof Map<?, ?> map ? pairs(map) : "",
              typed -> Optional.of(Optional.ofNullable(typed.isBlank() ? null : pairs(typed))));
      case FLAG ->
          Inputs.flag(
              "",
              Boolean.TRUE.equals(value == null ? standard : value),
              is -> set(name, is.equals(standard) ? null : is));
      case WORD -> words(parameter, value);
      case TEXTS ->
          text(
              name,
              value instanceof List<?> list
                  ? String.join(" | ", list.stream().map(String::valueOf).toList())
                  : value == null ? "" : value.toString(),
              typed -> Optional.of(Optional.ofNullable(typed.isBlank() ? null : texts(typed))));
      case INTEGER ->
          text(
              name,
              value == null ? "" : value.toString(),
              typed ->
                  typed.isBlank()
                      ? Optional.of(Optional.empty())
                      : typed.strip().matches("-?\\d{1,9}")
                          ? Optional.of(Optional.of(Integer.valueOf(typed.strip())))
                          : Optional.empty());
      case TEXT, PATH ->
          text(
              name,
              value != null ? value.toString() : standard == null ? "" : standard.toString(),
              typed ->
                  Optional.of(
                      typed.equals(standard) || typed.isEmpty() && standard == null
                          ? Optional.empty()
                          : Optional.of(typed)));
      case NUMBER, ANY ->
          text(
              name,
              value == null ? "" : Values.typed(value),
              typed ->
                  Optional.of(Optional.ofNullable(typed.isEmpty() ? null : Values.read(typed))));
    };
  }

  /** {@code Gold = gold | Silver = silver}. */
  private static String pairs(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(e -> e.getKey() + " = " + Values.typed(e.getValue()))
        .collect(Collectors.joining(" | "));
  }

  private static Map<String, @Nullable Object> pairs(String text) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String pair : texts(text)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        map.put(pair.substring(0, sign).strip(), Values.read(pair.substring(sign + 1).strip()));
      }
    }
    return map;
  }

  private Node words(Parameter parameter, @Nullable Object value) {
    Object standard = parameter.standard();
    String unset = texts.of("mapping.step.unset");
    List<String> words = new ArrayList<>(parameter.words());
    if (!parameter.required() && standard == null) {
      words.addFirst(unset);
    }
    Object shown = value != null ? value : standard != null ? standard : unset;
    return Inputs.choice(
        parameter.name(),
        words,
        shown.toString(),
        word -> set(parameter.name(), word.equals(unset) || word.equals(standard) ? null : word));
  }

  /**
   * @param read what was typed as a value; inner empty = not set, outer empty = cannot be read, and
   *     then the field says so and nothing changes
   */
  private TextField text(
      String name, String shown, Function<String, Optional<Optional<Object>>> read) {
    TextField[] self = new TextField[1];
    TextField field =
        Inputs.text(
            name,
            shown,
            typed -> {
              Optional<Optional<Object>> found = read.apply(typed);
              self[0].pseudoClassStateChanged(WRONG, found.isEmpty());
              found.ifPresent(v -> onTyped.accept(new StepCall(step, next(name, v.orElse(null)))));
            },
            typed -> read.apply(typed).ifPresent(v -> set(name, v.orElse(null))));
    self[0] = field;
    field.setPrefColumnCount(10);
    return field;
  }

  private static List<String> texts(String text) {
    return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
  }

  private Map<String, Object> next(String name, @Nullable Object value) {
    Map<String, Object> next = new LinkedHashMap<>(values);
    if (value == null) {
      next.remove(name);
    } else {
      next.put(name, value);
    }
    return next;
  }

  private void set(String name, @Nullable Object value) {
    Map<String, Object> next = next(name, value);
    if (!next.equals(values)) {
      values = next;
      onChanged.accept(new StepCall(step, next));
    }
  }
}
