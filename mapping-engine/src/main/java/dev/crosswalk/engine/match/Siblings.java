package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of one object belong together: by the path that they share ({@code Order.Line}), by
 * the compound field that they are parts of, or by the words that their names begin with ({@code
 * BillingCity}, {@code BillingStreet}). What is in no group belongs to the object as a whole.
 */
final class Siblings {
  /** What names of groups begin with that only the names of their fields make. */
  static final String BEGINNING = "~";

  /** Fewer fields than this may begin alike by chance. */
  private static final int LEAST = 3;

  /** With more different parents than this share of the paths, a dot only separates words. */
  private static final double SEPARATOR = 0.6;

  private final boolean dotsSeparate;
  private final Map<String, String> group = new HashMap<>();
  private final Set<String> parents = new HashSet<>();

  Siblings(SchemaObject object, Words words) {
    this.dotsSeparate = dotsSeparate(object);
    Map<String, Integer> beginnings = new HashMap<>();
    Map<String, List<String>> stems = new HashMap<>();
    for (Field field : object.fields()) {
      String parent = parent(field);
      if (parent.isEmpty()) {
        List<String> name = words.ofName(field.name());
        stems.put(field.name(), name);
        for (int n = 1; n < Math.min(4, name.size()); n++) {
          beginnings.merge(String.join(" ", name.subList(0, n)), 1, Integer::sum);
        }
      } else {
        group.put(field.name(), parent);
        parents.add(parent);
      }
    }
    stems.forEach((field, name) -> {
      for (int n = Math.min(3, name.size() - 1); n > 0; n--) {
        String beginning = String.join(" ", name.subList(0, n));
        // Line 1, line 2 and line 3 are one thing numbered, and no group of their own.
        boolean numbered = n > 1 && n == name.size() - 1 && isNumber(name.get(n));
        if (!numbered && beginnings.getOrDefault(beginning, 0) >= LEAST) {
          group.put(field, BEGINNING + beginning);
          return;
        }
      }
      group.put(field, "");
    });
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static boolean dotsSeparate(SchemaObject object) {
    Set<String> prefixes = new HashSet<>();
    int dotted = 0;
    for (Field field : object.fields()) {
      int dot = field.name().lastIndexOf('.');
      if (dot > 0) {
        dotted++;
        prefixes.add(field.name().substring(0, dot));
      }
    }
    return dotted >= 4 && prefixes.size() > SEPARATOR * dotted;
  }

  /** The steps of the field's path, the last one its own name. */
  List<String> path(String name) {
    if (name.indexOf(' ') >= 0) {
      return List.of(name); // "Country/Region Code" and "No. of Employees" are no paths
    }
    String[] steps = name.split(dotsSeparate ? "[/\\[\\]]+" : "[./\\[\\]]+");
    List<String> out = new ArrayList<>(List.of(steps));
    out.removeIf(String::isEmpty);
    return out.isEmpty() ? List.of(name) : out;
  }

  private String parent(Field field) {
    if (field.partOf() != null) {
      return field.partOf();
    }
    List<String> path = path(field.name());
    return String.join(".", path.subList(0, path.size() - 1));
  }

  /** The name of the group in which a field stands; empty for the object as a whole. */
  String group(String field) {
    return group.getOrDefault(field, "");
  }

  /** How many words of a field's name are those with which the names of its group begin. */
  int beginning(String field) {
    String name = group(field);
    return name.startsWith(BEGINNING) ? name.split(" ").length : 0;
  }

  /** The name of the group that a field's own parts form; empty where it has none. */
  String children(String field) {
    String path = String.join(".", path(field));
    return parents.contains(path) ? path : "";
  }
}
