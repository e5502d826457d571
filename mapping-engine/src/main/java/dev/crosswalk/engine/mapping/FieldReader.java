package dev.crosswalk.engine.mapping;

import static dev.crosswalk.engine.text.PlainReader.child;

import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Input;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.Reference;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.text.PlainReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands under one target path of a mapping. */
final class FieldReader {

  static final List<String> WRITE_WORDS = List.of("always", "create", "ifEmpty", "never");
  static final List<String> INPUTS = List.of("from", "expr", "constant", "ask");

  private final PlainReader reader;

  FieldReader(PlainReader reader) {
    this.reader = reader;
  }

  /** Null where its input cannot be read; the problems say why. */
  @Nullable FieldMapping read(Map<String, @Nullable Object> map, List<String> path) {
    reader.known(map, path, MappingLayout.FIELD);
    Input input = input(map, path);
    if (input == null) {
      return null;
    }
    String word = reader.word(map, path, "write", WRITE_WORDS);
    WriteMode write =
        word == null ? WriteMode.ALWAYS : WriteMode.values()[WRITE_WORDS.indexOf(word)];
    return new FieldMapping(
        input,
        reader.text(map, path, "when"),
        steps(map, path),
        map.get("values") == null ? null : values(map, path),
        map.containsKey("default") ? new Fallback(map.get("default")) : null,
        Boolean.TRUE.equals(reader.flag(map, path, "required")),
        write,
        reference(map, path),
        Boolean.TRUE.equals(reader.flag(map, path, "shared")),
        origin(map, path),
        reader.text(map, path, "note"));
  }

  private @Nullable Input input(Map<String, @Nullable Object> map, List<String> path) {
    List<String> given = INPUTS.stream().filter(map::containsKey).toList();
    if (given.size() != 1) {
      reader.error(
          "field-input",
          path,
          "The target '"
              + path.get(path.size() - 1)
              + "' has "
              + (given.isEmpty() ? "no input" : String.join(" and ", given))
              + "; exactly one of from, expr, constant and ask is expected.",
          given.isEmpty() ? "Add 'from' with a source field." : "Keep one of them.");
      return null;
    }
    return switch (given.get(0)) {
      case "from" -> from(map, path);
      case "expr" -> new Expr(reader.required(map, path, "expr"));
      case "constant" -> new Constant(map.get("constant"));
      default -> new Ask(reader.required(map, path, "ask"), reader.text(map, path, "suggest"));
    };
  }

  private Input from(Map<String, @Nullable Object> map, List<String> path) {
    List<String> paths = reader.texts(map, path, "from");
    if (paths.isEmpty()) {
      reader.required(Map.of(), path, "from");
    }
    for (String one : paths) {
      try {
        FieldPath.parse(one);
      } catch (IllegalArgumentException e) {
        reader.error(
            "field-path", child(path, "from"), String.valueOf(e.getMessage()), "Correct the path.");
      }
    }
    return new From(paths, map.get("from") instanceof List);
  }

  private List<StepCall> steps(Map<String, @Nullable Object> map, List<String> path) {
    List<StepCall> steps = new ArrayList<>();
    List<String> use = child(path, "use");
    List<@Nullable Object> items =
        map.get("use") instanceof Map<?, ?> single
            ? new ArrayList<>(List.of(single))
            : reader.list(map, path, "use");
    for (int i = 0; i < items.size(); i++) {
      List<String> at = child(use, Integer.toString(i));
      Object item = items.get(i);
      if (item instanceof String name && !name.isBlank()) {
        steps.add(StepCall.of(name));
      } else if (item instanceof Map<?, ?> step && step.size() == 1) {
        Map.Entry<?, ?> only = step.entrySet().iterator().next();
        Object parameters = only.getValue();
        if (parameters == null || parameters instanceof Map) {
          steps.add(new StepCall(String.valueOf(only.getKey()), parameters(parameters)));
        } else {
          stepError(at);
        }
      } else {
        stepError(at);
      }
    }
    return steps;
  }

  private static Map<String, Object> parameters(@Nullable Object parameters) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (parameters instanceof Map<?, ?> map) {
      // An unquoted null is the word there.
      map.forEach(
          (k, v) -> copy.put(String.valueOf(k), v == null && "onInvalid".equals(k) ? "null" : v));
    }
    return copy;
  }

  private void stepError(List<String> path) {
    reader.error(
        "step-form",
        path,
        "A step is a name, or a name with a map of parameters.",
        "Write it like 'trim' or '{ join: { separator: \" \" } }'.");
  }

  private ValueMap values(Map<String, @Nullable Object> map, List<String> path) {
    Map<String, @Nullable Object> values = reader.map(map, path, "values");
    List<String> at = child(path, "values");
    reader.known(values, at, MappingLayout.VALUES);
    Map<String, @Nullable Object> pairs = reader.map(values, at, "map");
    Object other = values.get("other");
    if (other == null) {
      return new ValueMap(pairs, new RejectOther(), false);
    }
    if ("keep".equals(other) || "reject".equals(other)) {
      return new ValueMap(pairs, other.equals("keep") ? new KeepOther() : new RejectOther(), false);
    }
    Map<String, @Nullable Object> rest = reader.map(values, at, "other");
    List<String> inner = child(at, "other");
    reader.known(rest, inner, MappingLayout.OTHER);
    boolean keep = Boolean.TRUE.equals(reader.flag(rest, inner, "keep"));
    boolean reject = Boolean.TRUE.equals(reader.flag(rest, inner, "reject"));
    boolean set = rest.containsKey("set");
    if ((keep ? 1 : 0) + (reject ? 1 : 0) + (set ? 1 : 0) > 1) {
      reader.error(
          "values-other",
          inner,
          "Other values can be set, kept or rejected, not two of them.",
          "Keep one of set, keep and reject.");
    }
    Other what = set ? new SetOther(rest.get("set")) : keep ? new KeepOther() : new RejectOther();
    return new ValueMap(pairs, what, Boolean.TRUE.equals(reader.flag(rest, inner, "warn")));
  }

  private @Nullable Reference reference(Map<String, @Nullable Object> map, List<String> path) {
    if (map.get("reference") == null) {
      return null;
    }
    Map<String, @Nullable Object> reference = reader.map(map, path, "reference");
    List<String> at = child(path, "reference");
    reader.known(reference, at, MappingLayout.REFERENCE);
    return new Reference(
        reader.required(reference, at, "object"), reader.required(reference, at, "key"));
  }

  private @Nullable Origin origin(Map<String, @Nullable Object> map, List<String> path) {
    if (map.get("origin") == null) {
      return null;
    }
    Map<String, @Nullable Object> origin = reader.map(map, path, "origin");
    List<String> at = child(path, "origin");
    reader.known(origin, at, MappingLayout.ORIGIN);
    Object score = origin.get("score");
    if (score != null && !(score instanceof Number)) {
      reader.error(
          "wrong-kind",
          child(at, "score"),
          "'score' is not a number.",
          "Write a number from 0 to 1.");
    }
    return new Origin(
        reader.required(origin, at, "by"),
        score instanceof Number number ? number.doubleValue() : null,
        reader.text(origin, at, "why"));
  }
}
