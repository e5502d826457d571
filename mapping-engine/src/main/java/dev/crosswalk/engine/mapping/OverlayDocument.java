package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An overlay file: its text to the byte, and what it changes. Immutable. */
public final class OverlayDocument {

  private static final String HEADER =
      "# yaml-language-server: $schema=https://crosswalk.dev/schema/v1/overlay.json\n";

  private static final List<String> OWN = List.of("format", "kind", "extends", "customer");

  private final String text;
  private final String file;
  private final @Nullable YamlDocument yaml;
  private final @Nullable Overlay overlay;
  private final List<Problem> problems;

  private OverlayDocument(
      String text,
      String file,
      @Nullable YamlDocument yaml,
      @Nullable Overlay overlay,
      List<Problem> problems) {
    this.text = text;
    this.file = file;
    this.yaml = yaml;
    this.overlay = overlay;
    this.problems = problems;
  }

  /** Never throws for what stands in the file: see {@link #problems()}. */
  public static OverlayDocument parse(String text, String file) {
    try {
      return of(YamlDocument.parse(text, file));
    } catch (ProblemException e) {
      return new OverlayDocument(text, file, null, null, e.problems());
    }
  }

  /** A new file in the style of the house. */
  public static OverlayDocument create(Overlay overlay, String file) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("format", PlainReader.FORMAT);
    root.put("kind", "Overlay");
    root.put("extends", overlay.base());
    root.put("customer", overlay.customer());
    root.putAll(overlay.changes());
    return parse(HEADER + YamlWriter.write(root, MappingLayout.INSTANCE), file);
  }

  private static OverlayDocument of(YamlDocument yaml) {
    PlainReader reader = PlainReader.of(yaml);
    Map<String, @Nullable Object> root = yaml.map();
    reader.head(root, "Overlay");
    reader.known(root, List.of(), MappingLayout.TOP.stream().filter(k -> !k.equals("id")).toList());
    String base = reader.required(root, List.of(), "extends");
    String customer = reader.required(root, List.of(), "customer");
    reader
        .map(root, List.of(), "fields")
        .forEach((target, field) -> {
          if (field instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> keys = new LinkedHashMap<>();
            map.forEach((k, v) -> keys.put(String.valueOf(k), v));
            reader.known(keys, MappingReader.field(target), MappingLayout.FIELD);
          }
        });
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(root);
    OWN.forEach(changes::remove);
    Overlay overlay = reader.failed() ? null : new Overlay(base, customer, changes);
    return new OverlayDocument(yaml.text(), yaml.file(), yaml, overlay, reader.problems());
  }

  /** The whole text, to the byte. */
  public String text() {
    return text;
  }

  public String file() {
    return file;
  }

  /** What the file says; empty where it has errors. */
  public Optional<Overlay> overlay() {
    return Optional.ofNullable(overlay);
  }

  public List<Problem> problems() {
    return problems;
  }

  public boolean editable() {
    return overlay != null;
  }

  /** The file as a YAML tree; empty where it is not YAML. */
  public Optional<YamlDocument> yaml() {
    return Optional.ofNullable(yaml);
  }

  /** Where a path of keys stands in the file, or the nearest that is there around it. */
  public Place place(List<String> path) {
    return yaml == null ? Place.of(file) : yaml.place(path);
  }

  /**
   * Where the overlay says something about a target.
   *
   * @param key a key under the target, such as {@code from}; empty for the target itself
   * @return empty where the overlay says nothing about that key
   */
  public Optional<Place> place(String target, String key) {
    List<String> field = MappingReader.field(target);
    List<String> path = key.isEmpty() ? field : PlainReader.child(field, key);
    return Optional.ofNullable(yaml)
        .filter(tree -> tree.at(path).isPresent())
        .map(tree -> tree.place(path));
  }

  /**
   * Applies an edit to what the customer has differently.
   *
   * @throws ProblemException where the file has errors and the edit is not another text
   */
  public OverlayDocument apply(MappingEdit edit) {
    if (edit instanceof MappingEdit.ReplaceText typed) {
      return parse(typed.text(), file);
    }
    YamlDocument tree = yaml;
    if (tree == null || overlay == null) {
      throw new ProblemException(problems);
    }
    return of(edit.on(tree));
  }

  /**
   * Says how the customer maps a target, with only what differs from the base; what is the same
   * follows the base from then on.
   *
   * @param base the mapping that the overlay extends
   * @param field null = the customer does not map the target
   * @throws ProblemException where the file has errors
   */
  public OverlayDocument withField(Mapping base, String target, @Nullable FieldMapping field) {
    YamlDocument tree = yaml;
    if (tree == null || overlay == null) {
      throw new ProblemException(problems);
    }
    FieldMapping below = base.fields().get(target);
    List<String> path = List.of("fields", target);
    if (Objects.equals(below, field)) {
      boolean last =
          tree.map().get("fields") instanceof Map<?, ?> own
              && own.size() == 1
              && own.containsKey(target);
      return of(tree.remove(last ? List.of("fields") : path));
    }
    if (field == null) {
      return of(tree.set(path, null, MappingLayout.INSTANCE));
    }
    return of(tree.set(path, patch(below, field), MappingLayout.INSTANCE));
  }

  /**
   * The same of many targets, in one go.
   *
   * @throws ProblemException where the file has errors
   */
  public OverlayDocument withFields(Mapping base, Map<String, FieldMapping> fields) {
    OverlayDocument result = this;
    Map<String, @Nullable Object> patches = new LinkedHashMap<>();
    for (Map.Entry<String, FieldMapping> each : fields.entrySet()) {
      FieldMapping below = base.fields().get(each.getKey());
      if (each.getValue().equals(below)) {
        result = result.withField(base, each.getKey(), each.getValue());
      } else {
        patches.put(each.getKey(), patch(below, each.getValue()));
      }
    }
    YamlDocument tree = result.yaml;
    if (tree == null || result.overlay == null) {
      throw new ProblemException(result.problems);
    }
    return patches.isEmpty() ? result : of(tree.setAll("fields", patches, MappingLayout.INSTANCE));
  }

  /** What an overlay says of a target, so that a field mapping becomes another one. */
  private static Map<String, @Nullable Object> patch(
      @Nullable FieldMapping below, FieldMapping field) {
    Map<String, @Nullable Object> patch =
        difference(below == null ? Map.of() : MappingPlain.of(below), MappingPlain.of(field));
    if (FieldReader.INPUTS.stream().anyMatch(key -> patch.get(key) != null)) {
      FieldReader.INPUTS.forEach(key -> patch.remove(key, null));
    }
    return patch;
  }

  /** What to merge over a field mapping to get another one (the inverse of RFC 7396). */
  private static Map<String, @Nullable Object> difference(Map<?, ?> below, Map<?, ?> wanted) {
    Map<String, @Nullable Object> patch = new LinkedHashMap<>();
    wanted.forEach((key, value) -> {
      Object old = below.get(key);
      if (!Objects.equals(old, value)) {
        Object said =
            old instanceof Map<?, ?> from && value instanceof Map<?, ?> to
                ? difference(from, to)
                : value;
        patch.put(String.valueOf(key), said);
      }
    });
    for (Object key : below.keySet()) {
      if (!wanted.containsKey(key)) {
        patch.put(String.valueOf(key), null);
      }
    }
    return patch;
  }
}
