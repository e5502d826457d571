package dev.crosswalk.engine.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the steps say about themselves, as the reference page and as JSON Schema. */
public final class StepReference {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StepReference() {}

  /** A JSON Schema of one entry of {@code use}. */
  public static Map<String, Object> schema() {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (Step step : Steps.all()) {
      byName.put(step.declaration().name(), parameters(step.declaration()));
    }
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("type", "object");
    call.put("minProperties", 1);
    call.put("maxProperties", 1);
    call.put("additionalProperties", false);
    call.put("properties", byName);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", "A step by name, or a name with its parameters.");
    schema.put("oneOf", List.of(Map.of("enum", Steps.names()), call));
    return schema;
  }

  private static Map<String, Object> parameters(Declaration step) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Parameter parameter : step.parameters()) {
      Map<String, Object> one = new LinkedHashMap<>(type(parameter));
      one.put("description", parameter.doc());
      if (parameter.standard() != null) {
        one.put("default", parameter.standard());
      }
      properties.put(parameter.name(), one);
    }
    List<String> required =
        step.parameters().stream().filter(Parameter::required).map(Parameter::name).toList();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", required.isEmpty() ? List.of("object", "null") : "object");
    schema.put("description", step.doc());
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> type(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT, PATH -> Map.of("type", "string");
      case TEXTS ->
          Map.of(
              "oneOf",
              List.of(
                  Map.of("type", "string"),
                  ordered("type", "array", "items", Map.of("type", "string"))));
      // An unquoted null is the word, as people write it.
      case WORD ->
          Map.of(
              "enum",
              parameter.words().contains("null") ? withNull(parameter.words()) : parameter.words());
      case INTEGER -> Map.of("type", "integer");
      case NUMBER -> Map.of("type", List.of("number", "string"));
      case FLAG -> Map.of("type", "boolean");
      case MAP -> Map.of("type", "object");
      case ANY -> Map.of();
    };
  }

  private static List<@Nullable Object> withNull(List<String> words) {
    List<@Nullable Object> all = new ArrayList<>(words);
    all.add(null);
    return all;
  }

  private static Map<String, Object> ordered(String a, Object one, String b, Object two) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, one);
    map.put(b, two);
    return map;
  }

  /** The reference of all steps as Markdown, in menu order. */
  public static String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("| step | does | takes | gives |\n|---|---|---|---|\n");
    for (Step step : Steps.all()) {
      Declaration d = step.declaration();
      out.append("| [`").append(d.name()).append("`](#").append(d.name().toLowerCase(Locale.ROOT));
      out.append(") | ").append(d.title()).append(" | ").append(Kind.words(d.takes()));
      out.append(" | ").append(Kind.words(d.gives())).append(" |\n");
    }
    Steps.all().forEach(step -> section(step.declaration(), out));
    return out.toString();
  }

  private static void section(Declaration d, StringBuilder out) {
    out.append("\n### ").append(d.name()).append("\n\n").append(d.doc()).append("\n\n");
    List<String> traits = new ArrayList<>();
    if (d.is(Declaration.Trait.EACH)) {
      traits.add("Works through a list element by element.");
    }
    if (d.is(Declaration.Trait.SEES_NULL)) {
      traits.add("Also sees null and missing values.");
    }
    if (d.is(Declaration.Trait.IDEMPOTENT)) {
      traits.add("Running it twice is running it once.");
    }
    if (d.parameters().contains(Parameter.ON_INVALID)) {
      traits.add("Takes `onInvalid`.");
    }
    traits.add(
        d.is(Declaration.Trait.JSONATA)
            ? "Exports as JSONata (with some parameters not)."
            : "No export can say it; run the mapping itself.");
    out.append(String.join(" ", traits)).append("\n\n");
    List<Parameter> own =
        d.parameters().stream().filter(p -> !p.equals(Parameter.ON_INVALID)).toList();
    if (!own.isEmpty()) {
      out.append("| parameter | is | without it | means |\n|---|---|---|---|\n");
      for (Parameter p : own) {
        out.append("| `").append(p.name()).append("` | ").append(words(p)).append(" | ");
        out.append(p.required() ? "must be given" : standard(p)).append(" | ");
        out.append(cell(p.doc())).append(" |\n");
      }
      out.append('\n');
    }
    out.append("| given | with | becomes |\n|---|---|---|\n");
    for (Example e : d.examples()) {
      out.append("| ").append(code(e.input())).append(" | ");
      out.append(e.parameters().isEmpty() ? "" : code(e.parameters())).append(" | ");
      out.append(e.error() == null ? code(e.output()) : "invalid: " + cell(e.error()));
      out.append(" |\n");
    }
  }

  private static String words(Parameter p) {
    return switch (p.type()) {
      case TEXT -> "text";
      case TEXTS -> "text or list of texts";
      case WORD -> p.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
      case INTEGER -> "whole number";
      case NUMBER -> "number";
      case FLAG -> "true or false";
      case MAP -> "map";
      case PATH -> "source path";
      case ANY -> "any value";
    };
  }

  private static String standard(Parameter p) {
    return p.standard() == null ? "" : code(p.standard());
  }

  private static String code(@Nullable Object value) {
    return "`" + cell(JSON.writeValueAsString(sorted(value))) + "`";
  }

  /** Examples are written with maps whose order differs from run to run. */
  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(StepReference::sorted).toList();
      case null -> null;
      default -> value;
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", "\\n");
  }
}
