package dev.crosswalk.engine.schema;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files of kind {@code Schema}, YAML or JSON (design: command-line.md, "Schema files"). */
public final class SchemaFile {

  private SchemaFile() {}

  /** Longest schema file, in characters: an org with hundreds of objects has some 30 MB. */
  public static final int LONGEST = 64_000_000;

  static final List<String> TOP = List.of("format", "kind", "system", "module", "objects");
  static final List<String> OBJECT =
      List.of("label", "plural", "description", "custom", "vendorId", "endpoint", "fields");
  static final List<String> VALUE = List.of("value", "label", "active", "default", "validFor");

  /**
   * @param schema as far as it was understood
   * @param warnings what was not known and has no effect
   */
  public record Read(Schema schema, List<Problem> warnings) {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /** Reads a schema and leaves the warnings out. */
  public static Schema read(String text, String file) {
    return readAll(text, file).schema();
  }

  /**
   * @param file the file as the person knows it, for messages
   * @throws ProblemException with all errors and their places
   */
  public static Read readAll(String text, String file) {
    YamlDocument yaml = YamlDocument.parse(text, file, LONGEST);
    if (!(yaml.plain() instanceof Map)) {
      throw new ProblemException(
          Problem.error(
              "file-kind",
              Place.of(file),
              "The file holds no schema.",
              "Start it with 'format: crosswalk/v1' and 'kind: Schema'."));
    }
    PlainReader reader = PlainReader.of(yaml);
    Schema schema = read(reader, yaml.map());
    if (reader.failed()) {
      throw new ProblemException(reader.problems());
    }
    return new Read(schema, reader.problems());
  }

  /**
   * Reads plain values that came from JSON.
   *
   * @return null where anything at all is to be said of them: then {@link #readAll} says where
   */
  static @Nullable Schema quick(Map<?, ?> plain) {
    PlainReader reader = new PlainReader(path -> Place.of(""));
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    plain.forEach((key, value) -> root.put(String.valueOf(key), value));
    Schema schema = read(reader, root);
    return reader.problems().isEmpty() ? schema : null;
  }

  private static Schema read(PlainReader reader, Map<String, @Nullable Object> root) {
    reader.head(root, "Schema");
    reader.known(root, List.of(), TOP);
    List<SchemaObject> objects = new ArrayList<>();
    Map<String, @Nullable Object> map = reader.map(root, List.of(), "objects");
    for (String name : map.keySet()) {
      Map<String, @Nullable Object> object = reader.map(map, List.of("objects"), name);
      List<String> at = List.of("objects", name);
      reader.known(object, at, OBJECT);
      Map<String, @Nullable Object> fields = reader.map(object, at, "fields");
      List<Field> list = new ArrayList<>();
      List<String> inner = PlainReader.child(at, "fields");
      for (String field : fields.keySet()) {
        list.add(
            SchemaFileFields.read(
                reader, field, reader.map(fields, inner, field), PlainReader.child(inner, field)));
      }
      objects.add(
          new SchemaObject(
              name,
              reader.text(object, at, "label"),
              reader.text(object, at, "plural"),
              reader.text(object, at, "description"),
              reader.flag(object, at, "custom"),
              reader.text(object, at, "vendorId"),
              reader.text(object, at, "endpoint"),
              list));
    }
    return new Schema(
        reader.required(root, List.of(), "system"),
        reader.text(root, List.of(), "module"),
        objects);
  }

  /** A schema as plain values with the keys of the file; what is unknown is left out. */
  public static Map<String, @Nullable Object> plain(Schema schema) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("format", PlainReader.FORMAT);
    root.put("kind", "Schema");
    root.put("system", schema.system());
    put(root, "module", schema.module());
    Map<String, @Nullable Object> objects = new LinkedHashMap<>();
    schema.objects().forEach(o -> objects.put(o.name(), plain(o)));
    root.put("objects", objects);
    return root;
  }

  private static Map<String, @Nullable Object> plain(SchemaObject object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    put(map, "label", object.label());
    put(map, "plural", object.plural());
    put(map, "description", object.description());
    put(map, "custom", object.custom());
    put(map, "vendorId", object.vendorId());
    put(map, "endpoint", object.endpoint());
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    object.fields().forEach(f -> fields.put(f.name(), SchemaFileFields.plain(f)));
    map.put("fields", fields);
    return map;
  }

  /** The whole file in the style of the house; {@link #read} gives the same schema. */
  public static String write(Schema schema) {
    return YamlWriter.write(plain(schema), Layout.INSTANCE);
  }

  /**
   * A file with one object set: other objects, and the comments of what stays, are kept to the
   * byte.
   *
   * @param file the file as the person knows it, for messages
   * @throws ProblemException where the text cannot be read
   */
  public static String with(String text, String file, SchemaObject object) {
    return YamlDocument.parse(text, file, LONGEST)
        .set(List.of("objects", object.name()), plain(object), Layout.INSTANCE)
        .text();
  }

  static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private enum Layout implements YamlLayout {
    INSTANCE;

    @Override
    public boolean block(List<String> path) {
      return path.size() < 4 && (path.isEmpty() || path.get(0).equals("objects"));
    }
  }
}
