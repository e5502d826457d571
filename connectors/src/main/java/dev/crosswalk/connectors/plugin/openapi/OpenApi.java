package dev.crosswalk.connectors.plugin.openapi;

import dev.crosswalk.connectors.discovery.Described;
import dev.crosswalk.connectors.discovery.MetadataParser;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenAPI 3.0 and 3.1, JSON or YAML. Each GET operation without parameters in its path that answers
 * with a list of objects is an object: its path is the endpoint, {@code itemsPath} says where the
 * list is in the answer. This is code because of {@code $ref}, {@code allOf} and the search for
 * lists.
 */
public final class OpenApi implements MetadataParser {
  /** Where lists mostly are, when an answer has several. */
  private static final List<String> USUAL =
      List.of("value", "items", "data", "results", "records", "content", "list", "entries");

  /** Lists that lie beside the records. */
  private static final Set<String> BESIDE =
      Set.of(
          "errors",
          "warnings",
          "messages",
          "links",
          "_links",
          "included",
          "facets",
          "filters",
          "sort",
          "columns");

  private static final Pattern ID = Pattern.compile("(?i)_?(id|key|uuid|guid)|.+(Id|_id|ID)");
  private static final int DEEPEST = 2;

  @Override
  public List<Described> parse(@Nullable Object document) {
    Map<?, ?> root = Documents.map(document);
    if (!(root.get("openapi") instanceof String version && version.startsWith("3."))) {
      throw new Unreadable(
          root.containsKey("swagger")
              ? "it is Swagger " + root.get("swagger") + ", not OpenAPI 3"
              : "it has no 'openapi: 3.…'");
    }
    SchemaDocument schemas = new SchemaDocument(root, "the OpenAPI document");
    Map<String, Described> described = new LinkedHashMap<>();
    if (root.get("paths") instanceof Map<?, ?> paths) {
      paths.forEach((path, item) -> {
        if (!path.toString().contains("{") && item instanceof Map<?, ?> operations) {
          operation(schemas, path.toString(), operations.get("get"), paths, described);
        }
      });
    }
    if (described.isEmpty()) {
      throw new Unreadable(
          "no GET operation answers with a list of objects"
              + (root.get("paths") instanceof Map<?, ?> paths && !paths.isEmpty()
                  ? "; a definition with 'extends: openapi' can name the lists (see the guide, OpenAPI),"
                      + " such as "
                      + paths.keySet().stream()
                          .map(Object::toString)
                          .filter(p -> !p.contains("{"))
                          .limit(3)
                          .toList()
                  : ""));
    }
    return new ArrayList<>(described.values());
  }

  /** A list in an answer: where it is and the flat schema of its items. */
  private record Found(String path, Map<String, Object> item) {}

  private static void operation(
      SchemaDocument schemas,
      String path,
      @Nullable Object get,
      Map<?, ?> paths,
      Map<String, Described> described) {
    if (!(get instanceof Map<?, ?> operation)) {
      return;
    }
    try {
      Object schema = schema(schemas, operation);
      String[] parts = path.replaceAll("^/+|/+$", "").split("/", -1);
      String last = parts[parts.length - 1];
      Found found = schema == null ? null : list(schemas, schema, last);
      if (found == null) {
        return;
      }
      String name = described.containsKey(last) ? String.join("_", parts) : last;
      Map<String, @Nullable Object> more = new HashMap<>();
      more.put("endpoint", path);
      more.put("itemsPath", found.path());
      more.put("onePath", one(schemas, path, paths, found.item()));
      described.put(name, Documents.described(schemas, name, found.item(), more));
    } catch (ProblemException e) {
      // One operation that refers to nowhere does not cost the others.
      return;
    }
  }

  /**
   * Where one record is in the answer of the operation beside the list's that takes an id, empty
   * for the whole answer; null where there is no such operation.
   */
  private static @Nullable String one(
      SchemaDocument schemas, String path, Map<?, ?> paths, Map<String, Object> item) {
    for (Map.Entry<?, ?> each : paths.entrySet()) {
      String rest =
          each.getKey().toString().startsWith(path + "/")
              ? each.getKey().toString().substring(path.length() + 1)
              : "";
      if (rest.matches("\\{[^/{}]+}")
          && each.getValue() instanceof Map<?, ?> operations
          && operations.get("get") instanceof Map<?, ?> get
          && place(schemas, get, item) instanceof String place) {
        return place;
      }
    }
    return null;
  }

  /** Where an operation's answer has a record; null where it has none. */
  private static @Nullable String place(
      SchemaDocument schemas, Map<?, ?> operation, Map<String, Object> item) {
    try {
      Object answer = schema(schemas, operation);
      Map<String, Object> flat = answer == null ? Map.of() : schemas.flat(answer);
      if (alike(flat, item)) {
        return "";
      }
      if (flat.get("properties") instanceof Map<?, ?> properties) {
        for (Map.Entry<?, ?> inner : properties.entrySet()) {
          if (inner.getValue() != null && alike(schemas.flat(inner.getValue()), item)) {
            return inner.getKey().toString();
          }
        }
      }
      return null;
    } catch (ProblemException e) {
      // That one record refers to nowhere does not cost the list.
      return null;
    }
  }

  /** Whether it has most of the properties: one record often has more than its line in a list. */
  private static boolean alike(Map<String, Object> schema, Map<String, Object> item) {
    return schema.get("properties") instanceof Map<?, ?> there
        && item.get("properties") instanceof Map<?, ?> here
        && here.keySet().stream().filter(there::containsKey).count() * 2 > here.size();
  }

  private static @Nullable Object schema(SchemaDocument schemas, Map<?, ?> operation) {
    if (!(operation.get("responses") instanceof Map<?, ?> responses)) {
      return null;
    }
    for (Object status : List.of("200", 200, "2XX", "default")) {
      Object response = responses.get(status);
      if (response != null && schemas.flat(response).get("content") instanceof Map<?, ?> content) {
        for (Map.Entry<?, ?> type : content.entrySet()) {
          if (type.getKey().toString().contains("json")
              && type.getValue() instanceof Map<?, ?> media
              && media.get("schema") != null) {
            return media.get("schema");
          }
        }
      }
    }
    return null;
  }

  /**
   * The list of records among those of an answer: one that is called as the path is, or as such
   * lists mostly are, whose items have an id, and that lies near; not one of errors or links.
   *
   * @param last name in the operation's path
   */
  private static @Nullable Found list(SchemaDocument schemas, Object schema, String last) {
    List<Found> found = new ArrayList<>();
    gather(schemas, schema, "", 0, found);
    // Of equals the first: the order of the usual names, then of the document.
    return found.stream()
        .max(
            Comparator.<Found>comparingInt(f -> likely(f, last))
                .thenComparing(Comparator.<Found>comparingInt(found::indexOf).reversed()))
        .orElse(null);
  }

  private static int likely(Found found, String last) {
    String name =
        found.path().substring(found.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(found.item().get("properties"));
    boolean id = properties.keySet().stream().anyMatch(k -> ID.matcher(k.toString()).matches());
    int depth = found.path().split("[.]", -1).length - 1;
    return (BESIDE.contains(name) ? -20 : 0)
        + (name.equals(last.toLowerCase(Locale.ROOT)) ? 6 : 0)
        + (USUAL.contains(name) ? 6 : 0)
        + (id ? 4 : 0)
        + Math.min(3, properties.size() / 2)
        - 3 * depth;
  }

  private static void gather(
      SchemaDocument schemas, Object schema, String path, int depth, List<Found> found) {
    Map<String, Object> flat = schemas.flat(schema);
    Object items = flat.get("items");
    if (items != null) {
      Map<String, Object> item = schemas.flat(items);
      if (item.get("properties") instanceof Map<?, ?>) {
        found.add(new Found(path, item));
      }
      return;
    }
    if (depth > DEEPEST || !(flat.get("properties") instanceof Map<?, ?> properties)) {
      return;
    }
    List<String> names = new ArrayList<>();
    USUAL.stream().filter(properties::containsKey).forEach(names::add);
    properties.keySet().stream()
        .map(Object::toString)
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    for (String name : names) {
      Object property = properties.get(name);
      if (property != null) {
        gather(schemas, property, path.isEmpty() ? name : path + "." + name, depth + 1, found);
      }
    }
  }
}
