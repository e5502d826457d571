package dev.crosswalk.connectors.sandbox.data;

import dev.crosswalk.connectors.sandbox.data.ObjectDef.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the sandbox's definition files and lays them over each other.
 *
 * <p>One line is one thing; {@code |} separates its parts; {@code #} starts a comment line:
 *
 * <pre>
 * = title: Northwind                    a fact about the company
 * [Account] label: Customer | records: 300      starts an object, or amends one of a lower layer
 * Name | string 255 | Account Name | flags: required name | gen: company
 * ~Type | label: Customer type          amends a field
 * -Jigsaw                               removes a field
 * %address Billing | Billing            the lines of a macro, $1 and $2 replaced
 * [%address]                            starts a macro
 * [-Asset]                              removes an object
 * </pre>
 */
public final class Definitions {
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, List<String>> macros = new LinkedHashMap<>();
  private final Map<String, ObjectDef> objects = new LinkedHashMap<>();

  /** Lays a file over what was read before. */
  public Definitions add(String text) {
    String object = null;
    List<String> macro = null;
    Map<String, String> attributes = Map.of();
    List<Change> changes = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("=")) {
        facts.putAll(attributes(List.of(line.substring(1))));
      } else if (line.startsWith("[")) {
        put(object, attributes, changes);
        object = null;
        macro = null;
        int close = line.indexOf(']');
        String name = line.substring(1, close);
        changes = new ArrayList<>();
        if (name.startsWith("%")) {
          macro = macros.computeIfAbsent(name.substring(1), k -> new ArrayList<>());
        } else if (name.startsWith("-")) {
          objects.remove(name.substring(1));
        } else {
          object = name;
          attributes = attributes(parts(line.substring(close + 1)));
          if (!objects.containsKey(name) && macros.containsKey(attributes.get("start"))) {
            for (String each : macros.getOrDefault(attributes.get("start"), List.of())) {
              change(each, changes);
            }
          }
        }
      } else if (macro != null) {
        macro.add(line);
      } else {
        change(line, changes);
      }
    }
    put(object, attributes, changes);
    return this;
  }

  private void put(
      @org.jspecify.annotations.Nullable String object,
      Map<String, String> attributes,
      List<Change> changes) {
    if (object != null) {
      ObjectDef before = objects.getOrDefault(object, new ObjectDef(object, Map.of(), List.of()));
      objects.put(object, before.with(attributes, changes));
    }
  }

  private void change(String line, List<Change> changes) {
    List<String> parts = parts(line);
    String first = parts.get(0);
    if (first.startsWith("%")) {
      List<String> words = FieldDef.words(first.substring(1), " ");
      String one = words.size() > 1 ? words.get(1) : "";
      String two = parts.size() > 1 ? parts.get(1) : "";
      List<String> lines = macros.get(words.get(0));
      if (lines == null) {
        throw new IllegalArgumentException("no macro for the line: " + line);
      }
      for (String each : lines) {
        change(each.replace("$1", one).replace("$2", two), changes);
      }
    } else if (first.startsWith("-")) {
      changes.add(new Change.Remove(first.substring(1)));
    } else if (first.startsWith("~")) {
      changes.add(new Change.Amend(first.substring(1), attributes(parts.subList(1, parts.size()))));
    } else if (parts.size() < 3) {
      throw new IllegalArgumentException("a field needs name | type | label: " + line);
    } else {
      String type = parts.get(1);
      int space = type.indexOf(' ');
      changes.add(
          new Change.Add(
              new FieldDef(
                  first,
                  space < 0 ? type : type.substring(0, space),
                  space < 0 ? "" : type.substring(space + 1).strip(),
                  parts.get(2),
                  attributes(parts.subList(3, parts.size())))));
    }
  }

  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    for (String part : line.split("\\|", -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static Map<String, String> attributes(List<String> parts) {
    Map<String, String> result = new LinkedHashMap<>();
    for (String part : parts) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        result.put(part.substring(0, colon).strip(), part.substring(colon + 1).strip());
      } else if (!part.isBlank()) {
        throw new IllegalArgumentException("expected key: value, found: " + part);
      }
    }
    return result;
  }

  /** What the files say about the company, by key. */
  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  /** All objects in the order in which they were first named. */
  public List<ObjectDef> objects() {
    return List.copyOf(objects.values());
  }
}
