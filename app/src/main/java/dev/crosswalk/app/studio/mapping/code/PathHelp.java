package dev.crosswalk.app.studio.mapping.code;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.text.YamlCompletion.Completion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person who types the paths of source fields, with commas between, is told: which paths
 * there are, and which one there is not.
 */
public final class PathHelp {

  /**
   * A path that leads to no field.
   *
   * @param nearest the path that was probably meant
   */
  public record Unknown(String path, Optional<String> nearest) {}

  /** What is said of each known path, in the order of the schema. */
  private final Map<String, Option> known = new LinkedHashMap<>();

  /** The path of each field by its label in lower case. */
  private final Map<String, String> byLabel = new LinkedHashMap<>();

  /** How paths begin of which only the beginning is known. */
  private final List<String> open = new ArrayList<>();

  /**
   * @param source the object whose fields are named
   * @param referenced what its references lead to, as far as it is known
   */
  public PathHelp(SchemaObject source, List<SchemaObject> referenced) {
    source.fields().forEach(f -> add(FieldPath.of(f.name()).toString(), f));
    for (Field field : source.fields()) {
      String start = field.relationship() == null ? field.name() : field.relationship();
      List<SchemaObject> behind =
          referenced.stream().filter(o -> field.references().contains(o.name())).toList();
      // Behind a reference of which nothing is known, and within an object, any name may stand.
      if (behind.isEmpty() || behind.size() < field.references().size()) {
        open.add(FieldPath.of(start) + ".");
        open.add(FieldPath.of(field.name()) + ".");
      }
      behind.forEach(o -> o.fields().forEach(f -> addBehind(start, f)));
    }
  }

  private void addBehind(String start, Field field) {
    String path = FieldPath.of(start, field.name()).toString();
    add(path, field);
    // What it leads to in turn is not looked up, so any name may stand there.
    open.add(path + ".");
    if (field.relationship() != null) {
      open.add(FieldPath.of(start, field.relationship()) + ".");
    }
  }

  private void add(String path, Field field) {
    String label = field.shown().equals(field.name()) ? "" : field.shown() + " · ";
    known.putIfAbsent(path, new Option(path, label + field.type().word()));
    byLabel.putIfAbsent(field.shown().toLowerCase(Locale.ROOT), path);
  }

  /** The first path that leads to no field. */
  public Optional<Unknown> unknown(String text) {
    for (String part : text.split(",", -1)) {
      String path = part.strip();
      if (!path.isEmpty() && !isKnown(path)) {
        return Optional.of(new Unknown(path, nearest(path)));
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(String path) {
    return known.containsKey(path) || open.stream().anyMatch(path::startsWith);
  }

  private Optional<String> nearest(String path) {
    String label = byLabel.get(path.toLowerCase(Locale.ROOT));
    return Optional.ofNullable(label)
        .or(() -> Nearest.find(path, known.keySet()))
        .or(() -> Nearest.find(path.toLowerCase(Locale.ROOT), byLabel.keySet()).map(byLabel::get));
  }

  /** Paths that begin with what stands between the last comma and the caret, or else hold it. */
  public Completion complete(String text, int caret) {
    int from = text.lastIndexOf(',', caret - 1) + 1;
    while (from < caret && text.charAt(from) == ' ') {
      from++;
    }
    String typed = text.substring(from, caret).toLowerCase(Locale.ROOT);
    List<Option> starts = new ArrayList<>();
    List<Option> holds = new ArrayList<>();
    for (Option option : known.values()) {
      String path = option.text().toLowerCase(Locale.ROOT);
      if (path.startsWith(typed)) {
        starts.add(option);
      } else if (path.contains(typed) || option.doc().toLowerCase(Locale.ROOT).contains(typed)) {
        holds.add(option);
      }
    }
    starts.addAll(holds);
    return new Completion(from, starts);
  }
}
