package dev.crosswalk.engine.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may stand at a place of a file that is being typed, from the published JSON Schema of its
 * kind and from names that only the caller knows. Reads by indentation, so the text need not be
 * valid.
 */
public final class YamlCompletion {

  /**
   * Something to put in.
   *
   * @param text as it is put in
   * @param doc what it means; empty where nothing is known
   */
  public record Option(String text, String doc) {}

  /**
   * @param from the character at which the word begins that an option replaces
   * @param options best first; empty where nothing is known
   */
  public record Completion(int from, List<Option> options) {
    public Completion {
      options = List.copyOf(options);
    }
  }

  /** Names that no schema has: the fields of two objects, say. */
  public interface Names {
    /** Keys that may stand in the map at a path. */
    List<Option> keys(List<String> path);

    /** Values that may stand at a path; list items have the path of their list. */
    List<Option> values(List<String> path);
  }

  private final JsonNode root;
  private final Names names;

  /**
   * @param kind one of {@link PublishedSchemas#kinds()}
   */
  public YamlCompletion(String kind, Names names) {
    this.root = JsonMapper.builder().build().readTree(PublishedSchemas.text(kind));
    this.names = names;
  }

  /** What may stand at a character of a text. */
  public Completion at(String text, int caret) {
    YamlCursor cursor = YamlCursor.at(text, caret);
    List<JsonNode> here = find(cursor.path());
    Map<String, Option> found = new LinkedHashMap<>();
    if (cursor.value()) {
      names.values(cursor.path()).forEach(o -> found.putIfAbsent(o.text(), o));
      here.forEach(n -> words(n, found));
    } else {
      names.keys(cursor.path()).forEach(o -> found.putIfAbsent(o.text(), o));
      here.forEach(n -> keys(n, found));
      cursor.siblings().forEach(found::remove);
    }
    String typed = cursor.word().toLowerCase(Locale.ROOT);
    List<Option> starts = new ArrayList<>();
    List<Option> holds = new ArrayList<>();
    for (Option option : found.values()) {
      String lower = option.text().toLowerCase(Locale.ROOT);
      if (lower.startsWith(typed)) {
        starts.add(option);
      } else if (lower.contains(typed)) {
        holds.add(option);
      }
    }
    starts.addAll(holds);
    return new Completion(cursor.from(), starts);
  }

  /** The schemas that hold for a path; several where the file may be written in several ways. */
  private List<JsonNode> find(List<String> path) {
    List<JsonNode> here = spread(List.of(root));
    for (String key : path) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : here) {
        JsonNode property = node.path("properties").path(key);
        JsonNode any = node.path("additionalProperties");
        if (property.isObject()) {
          next.add(property);
        } else if (any.isObject()) {
          next.add(any);
        }
      }
      here = spread(next);
    }
    return here;
  }

  /** References followed, alternatives laid side by side, lists replaced by their items. */
  private List<JsonNode> spread(List<JsonNode> nodes) {
    List<JsonNode> out = new ArrayList<>();
    for (JsonNode node : nodes) {
      JsonNode at = node;
      String ref = node.path("$ref").asString("");
      if (ref.startsWith("#/")) {
        at = root.at(ref.substring(1));
      }
      List<JsonNode> parts = new ArrayList<>();
      for (String word : new String[] {"oneOf", "anyOf", "allOf"}) {
        at.path(word).forEach(parts::add);
      }
      if (at.path("items").isObject()) {
        parts.add(at.path("items"));
      }
      out.add(at);
      out.addAll(spread(parts));
    }
    return out;
  }

  private void keys(JsonNode node, Map<String, Option> found) {
    for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
      found.putIfAbsent(property.getKey(), new Option(property.getKey(), doc(property.getValue())));
    }
    node.path("propertyNames")
        .path("enum")
        .forEach(n -> found.putIfAbsent(n.asString(""), new Option(n.asString(""), doc(node))));
  }

  private static void words(JsonNode node, Map<String, Option> found) {
    for (JsonNode word : node.path("enum")) {
      String text = word.isNull() ? "null" : word.asString("");
      found.putIfAbsent(text, new Option(text, doc(node)));
    }
    JsonNode fixed = node.path("const");
    if (fixed.isString()) {
      found.putIfAbsent(fixed.asString(), new Option(fixed.asString(), doc(node)));
    }
    if (node.path("type").asString("").equals("boolean")) {
      found.putIfAbsent("true", new Option("true", doc(node)));
      found.putIfAbsent("false", new Option("false", doc(node)));
    }
  }

  private static String doc(JsonNode node) {
    return node.path("description").asString("");
  }
}
