package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays an overlay on its base (design: mapping-file.md): a merge after RFC 7396 in which maps
 * merge, null removes and lists replace; and one rule more: setting one of {@code from}, {@code
 * expr}, {@code constant}, {@code ask} removes the other three that the base had.
 */
public final class Layers {

  private Layers() {}

  /** Which file gave a target its mapping. */
  public enum Layer {
    BASE,
    /** The target is in the base, and the customer has something about it differently. */
    CHANGED,
    /** The target is only in the overlay. */
    OVERLAY
  }

  /**
   * @param mapping what is run for the customer
   * @param layerOfTarget the layer of each of its targets, by target path
   * @param warnings overrides that change nothing, and removals of what is not there
   */
  public record EffectiveMapping(
      Mapping mapping, Map<String, Layer> layerOfTarget, List<Problem> warnings) {
    public EffectiveMapping {
      layerOfTarget = java.util.Collections.unmodifiableMap(new TreeMap<>(layerOfTarget));
      warnings = List.copyOf(warnings);
    }
  }

  /** {@link #effective(Mapping, Overlay, Function)} for an overlay that stands in no file. */
  public static EffectiveMapping effective(Mapping base, Overlay overlay) {
    String name = "overlay of " + overlay.customer();
    return effective(
        base,
        overlay,
        path -> new Place(name, 0, 0, path.isEmpty() ? null : String.join(".", path)));
  }

  /**
   * @param places where a path of keys stands in the overlay's file
   * @throws ProblemException where the result is no mapping
   */
  public static EffectiveMapping effective(
      Mapping base, Overlay overlay, Function<List<String>, Place> places) {
    if (!overlay.base().equals(base.id())) {
      throw new ProblemException(
          Problem.error(
              "overlay-base",
              places.apply(List.of("extends")),
              "The overlay extends '" + overlay.base() + "', not '" + base.id() + "'.",
              "Lay it on the mapping that it extends."));
    }
    Map<String, @Nullable Object> below = normal(MappingPlain.of(base));
    Map<String, @Nullable Object> patch = normal(overlay.changes());
    Map<String, @Nullable Object> fields = map(below.get("fields"));
    Map<String, @Nullable Object> changed = map(patch.get("fields"));
    List<Problem> warnings = new ArrayList<>();
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(fields);
    changed.forEach((target, change) -> {
      warn(warnings, places.apply(MappingReader.field(target)), target, change, fields);
      if (change == null || orphan(target, change, fields)) {
        merged.remove(target);
      } else {
        merged.put(target, mergeField(fields.get(target), change));
      }
    });
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(patch);
    rest.remove("fields");
    Map<String, @Nullable Object> result = map(merge(below, rest));
    result.put("fields", merged);

    PlainReader reader = new PlainReader(places);
    Mapping mapping = new MappingReader(reader, Map.of()).read(result);
    if (reader.failed()) {
      throw new ProblemException(reader.problems().stream().filter(Problem::isError).toList());
    }
    Map<String, Layer> layers = new TreeMap<>();
    for (String target : mapping.fields().keySet()) {
      layers.put(
          target,
          !fields.containsKey(target)
              ? Layer.OVERLAY
              : changed.containsKey(target) ? Layer.CHANGED : Layer.BASE);
    }
    return new EffectiveMapping(mapping, layers, warnings);
  }

  private static void warn(
      List<Problem> warnings,
      Place at,
      String target,
      @Nullable Object change,
      Map<String, @Nullable Object> fields) {
    if (orphan(target, change, fields)) {
      warnings.add(
          Problem.warning(
              "overlay-orphan",
              at,
              "The overlay changes the target '" + target + "', which the base no longer has.",
              "Remove it from the overlay, or give it an input of its own."));
    } else if (change != null
        && Objects.equals(fields.get(target), mergeField(fields.get(target), change))) {
      warnings.add(
          Problem.warning(
              "overlay-same",
              at,
              "The overlay says the same about '" + target + "' as the base.",
              "Remove it from the overlay, so that it follows the base."));
    }
  }

  /** A change to a target that the base does not have, and that has no input of its own. */
  private static boolean orphan(
      String target, @Nullable Object change, Map<String, @Nullable Object> fields) {
    return !fields.containsKey(target)
        && !(change instanceof Map<?, ?> map
            && FieldReader.INPUTS.stream()
                .anyMatch(key ->
                    map.get(key) != null || (key.equals("constant") && map.containsKey(key))));
  }

  private static @Nullable Object mergeField(@Nullable Object below, Object change) {
    if (below instanceof Map<?, ?> field
        && change instanceof Map<?, ?> patch
        && FieldReader.INPUTS.stream().anyMatch(key -> patch.get(key) != null)) {
      Map<String, @Nullable Object> cleared = map(field);
      FieldReader.INPUTS.stream().filter(key -> !patch.containsKey(key)).forEach(cleared::remove);
      if (!patch.containsKey("ask")) {
        cleared.remove("suggest");
      }
      return merge(cleared, patch);
    }
    return merge(below, change);
  }

  /** RFC 7396, MergePatch(Target, Patch), on plain values; neither argument is changed. */
  static @Nullable Object merge(@Nullable Object target, @Nullable Object patch) {
    if (!(patch instanceof Map<?, ?> changes)) {
      return patch;
    }
    Map<String, @Nullable Object> result = map(target);
    changes.forEach((key, value) -> {
      String name = String.valueOf(key);
      if (value == null) {
        result.remove(name);
      } else {
        result.put(name, merge(result.get(name), value));
      }
    });
    return result;
  }

  /** A copy of a map; the empty map for anything else. */
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    }
    return copy;
  }

  private static Map<String, @Nullable Object> normal(Map<String, @Nullable Object> map) {
    Object normal = YamlWriter.normal(map);
    return map(normal);
  }
}
