package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The form of one step, drawn from the step's declaration. */
final class ParameterForm extends FlowPane {
  private static final String UNSET = "(not set)";

  private final String step;
  private final Consumer<StepCall> onChanged;
  private Map<String, Object> values;

  ParameterForm(Declaration declaration, StepCall call, Consumer<StepCall> onChanged) {
    super(10, 4);
    this.step = call.name();
    this.onChanged = onChanged;
    this.values = new LinkedHashMap<>(call.parameters());
    for (Parameter parameter : declaration.parameters()) {
      Label name = Inputs.name(parameter.name() + (parameter.required() ? " *" : ""));
      Node input = input(parameter, values.get(parameter.name()));
      Tooltip.install(name, new Tooltip(parameter.doc()));
      Tooltip.install(input, new Tooltip(parameter.doc()));
      HBox pair = new HBox(4, name, input);
      pair.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      getChildren().add(pair);
    }
  }

  private Node input(Parameter parameter, @Nullable Object value) {
    String name = parameter.name();
    Object standard = parameter.standard();
    return switch (parameter.type()) {
      case MAP ->
          Inputs.text(
              name,
              value instanceof Map<?, ?> map ? pairs(map) : "",
              text -> set(name, text.isBlank() ? null : pairs(text)));
      case FLAG ->
          Inputs.flag(
              "",
              Boolean.TRUE.equals(value == null ? standard : value),
              is -> set(name, is.equals(standard) ? null : is));
      case WORD -> {
        List<String> words = new java.util.ArrayList<>(parameter.words());
        if (!parameter.required() && standard == null) {
          words.addFirst(UNSET);
        }
        Object shown = value != null ? value : standard != null ? standard : UNSET;
        yield Inputs.choice(
            name,
            words,
            shown.toString(),
            word -> set(name, word.equals(UNSET) || word.equals(standard) ? null : word));
      }
      case TEXTS ->
          Inputs.text(
              name,
              value instanceof List<?> list
                  ? String.join(" | ", list.stream().map(String::valueOf).toList())
                  : value == null ? "" : value.toString(),
              text -> set(name, text.isBlank() ? null : texts(text)));
      case INTEGER ->
          Inputs.text(
              name,
              value == null ? "" : value.toString(),
              text -> set(name, text.matches("-?\\d{1,9}") ? Integer.valueOf(text) : null));
      case TEXT, PATH ->
          Inputs.text(
              name,
              value == null ? standard == null ? "" : standard.toString() : value.toString(),
              text ->
                  set(
                      name,
                      text.equals(standard) || text.isEmpty() && standard == null ? null : text));
      case NUMBER, ANY ->
          Inputs.text(
              name,
              value == null ? "" : Values.typed(value),
              text -> set(name, text.isEmpty() ? null : Values.read(text)));
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

  private static List<String> texts(String text) {
    return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
  }

  private void set(String name, @Nullable Object value) {
    Map<String, Object> next = new LinkedHashMap<>(values);
    if (value == null) {
      next.remove(name);
    } else {
      next.put(name, value);
    }
    if (!next.equals(values)) {
      values = next;
      onChanged.accept(new StepCall(step, next));
    }
  }
}
