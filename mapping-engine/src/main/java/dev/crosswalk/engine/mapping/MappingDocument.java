package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: its text to the byte, and the mapping that it says. Immutable. A file that cannot
 * be understood keeps its text, says why, and takes no edit but another text.
 */
public final class MappingDocument {

  private static final String HEADER =
      "# yaml-language-server: $schema=https://crosswalk.dev/schema/v1/mapping.json\n";

  private final String text;
  private final String file;
  private final @Nullable YamlDocument yaml;
  private final @Nullable Mapping mapping;
  private final List<Problem> problems;
  private final Map<Object, FieldMapping> fields;

  private MappingDocument(
      String text,
      String file,
      @Nullable YamlDocument yaml,
      @Nullable Mapping mapping,
      List<Problem> problems,
      Map<Object, FieldMapping> fields) {
    this.text = text;
    this.file = file;
    this.yaml = yaml;
    this.mapping = mapping;
    this.problems = problems;
    this.fields = fields;
  }

  /**
   * Never throws for what stands in the file: see {@link #problems()}.
   *
   * @param file the file as the person knows it, for messages
   */
  public static MappingDocument parse(String text, String file) {
    try {
      return of(YamlDocument.parse(text, file), Map.of());
    } catch (ProblemException e) {
      return new MappingDocument(text, file, null, null, e.problems(), Map.of());
    }
  }

  /** A new file in the style of the house. */
  public static MappingDocument create(Mapping mapping, String file) {
    String text = HEADER + YamlWriter.write(MappingPlain.of(mapping), MappingLayout.INSTANCE);
    return parse(text, file);
  }

  private static MappingDocument of(YamlDocument yaml, Map<Object, FieldMapping> before) {
    PlainReader reader = PlainReader.of(yaml);
    if (!(yaml.plain() instanceof Map)) {
      Problem problem =
          Problem.error(
              "file-kind",
              Place.of(yaml.file()),
              "The file holds no mapping.",
              "Start it with 'format: crosswalk/v1' and 'kind: Mapping'.");
      return new MappingDocument(yaml.text(), yaml.file(), yaml, null, List.of(problem), Map.of());
    }
    Mapping mapping = new MappingReader(reader, before).read(yaml.map());
    boolean good = !reader.failed();
    return new MappingDocument(
        yaml.text(),
        yaml.file(),
        yaml,
        good ? mapping : null,
        reader.problems(),
        reader.problems().isEmpty() ? fields(yaml, mapping) : Map.of());
  }

  /** The fields by the very map that they were read from, which an edit elsewhere keeps. */
  private static Map<Object, FieldMapping> fields(YamlDocument yaml, Mapping mapping) {
    Map<Object, FieldMapping> fields = new IdentityHashMap<>();
    if (yaml.map().get("fields") instanceof Map<?, ?> map) {
      map.forEach((target, value) -> {
        FieldMapping field = mapping.fields().get(target);
        if (field != null && value != null) {
          fields.put(value, field);
        }
      });
    }
    return fields;
  }

  /** How mapping and overlay files are written. */
  public static YamlLayout layout() {
    return MappingLayout.INSTANCE;
  }

  /** The whole text, to the byte. */
  public String text() {
    return text;
  }

  public String file() {
    return file;
  }

  /** What the file says; empty where it has errors. */
  public Optional<Mapping> mapping() {
    return Optional.ofNullable(mapping);
  }

  /** Errors and warnings with line and column. */
  public List<Problem> problems() {
    return problems;
  }

  /** False where the file is not understood: then it is shown and kept, not edited. */
  public boolean editable() {
    return mapping != null;
  }

  /** The file as a YAML tree; empty where it is not YAML. */
  public Optional<YamlDocument> yaml() {
    return Optional.ofNullable(yaml);
  }

  /** Where a target stands in the file; the file alone where it does not. */
  public Place place(String target) {
    return yaml == null ? Place.of(file) : yaml.place(MappingReader.field(target));
  }

  /** Where a path of keys stands in the file. */
  public Place place(List<String> path) {
    return yaml == null ? Place.of(file) : yaml.place(path);
  }

  /** The document with another tree. */
  MappingDocument with(YamlDocument edited) {
    return edited == yaml ? this : of(edited, fields);
  }

  /** The document with another text, as when a person types. */
  MappingDocument withText(String newText) {
    if (newText.equals(text)) {
      return this;
    }
    try {
      return yaml == null ? parse(newText, file) : of(yaml.withText(newText), fields);
    } catch (ProblemException e) {
      return new MappingDocument(newText, file, null, null, e.problems(), Map.of());
    }
  }
}
