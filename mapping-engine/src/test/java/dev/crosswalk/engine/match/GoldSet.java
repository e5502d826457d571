package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two schemas and the correspondences that a person wrote by hand (format: shared gold README).
 *
 * @param gold source paths by target path
 */
record GoldSet(
    String name,
    Schema source,
    Schema target,
    List<MatchRequest.Pair> pairs,
    Map<String, Set<String>> gold) {

  /** The group of sets in which a figure is reported. */
  String group() {
    if (name.startsWith("crm_panora") || name.startsWith("crm_supaglue")) {
      return "CRM to unified model";
    }
    if (name.startsWith("crm_hotglue") || name.startsWith("crm_segment")) {
      return "unified model to CRM";
    }
    return switch (family()) {
      case "vtiger" -> "lead conversion";
      case "gdc" -> "GDC";
      case "omop" -> "OMOP";
      case "imdb" -> "films";
      case "po" -> "purchase orders";
      case "sandbox" -> "messy organisation";
      default -> family();
    };
  }

  /** The author: what is left out of the training together. */
  String family() {
    String[] words = name.split("_");
    return words[0].equals("crm") ? words[1] : words[0];
  }

  /** The folder of other people's data, if it is there. */
  static Optional<Path> shared() {
    String given = System.getProperty("crosswalk.shared");
    if (given != null) {
      return Optional.of(Path.of(given)).filter(Files::isDirectory);
    }
    Path dir = Path.of("").toAbsolutePath();
    while (dir != null) {
      if (Files.exists(dir.resolve("pom.xml")) && Files.isDirectory(dir.resolve("assets"))) {
        for (Path up = dir.getParent(); up != null; up = up.getParent()) {
          if (Files.isDirectory(up.resolve("shared/gold"))) {
            return Optional.of(up.resolve("shared"));
          }
        }
        return Optional.empty();
      }
      dir = dir.getParent();
    }
    return Optional.empty();
  }

  static List<GoldSet> all(Path folder) {
    try (Stream<Path> dirs = Files.list(folder)) {
      return dirs.filter(d -> Files.exists(d.resolve("gold.json")))
          .sorted()
          .map(GoldSet::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GoldSet read(Path dir) {
    JsonMapper json = JsonMapper.builder().build();
    List<MatchRequest.Pair> pairs = new ArrayList<>();
    for (JsonNode pair : json.readTree(dir.resolve("objects.json"))) {
      pairs.add(
          new MatchRequest.Pair(pair.get("source").asString(), pair.get("target").asString()));
    }
    Map<String, Set<String>> gold = new LinkedHashMap<>();
    for (JsonNode pair : json.readTree(dir.resolve("gold.json"))) {
      gold.computeIfAbsent(pair.get("target").asString(), k -> new LinkedHashSet<>())
          .add(pair.get("source").asString());
    }
    return new GoldSet(
        dir.getFileName().toString(),
        schema("source-" + dir.getFileName(), json.readTree(dir.resolve("source.json"))),
        schema("target-" + dir.getFileName(), json.readTree(dir.resolve("target.json"))),
        pairs,
        gold);
  }

  private static Schema schema(String system, JsonNode objects) {
    List<SchemaObject> out = new ArrayList<>();
    for (JsonNode object : objects) {
      Map<String, Field> fields = new LinkedHashMap<>();
      for (JsonNode field : object.get("fields")) {
        String name = field.get("name").asString();
        List<PicklistValue> values =
            texts(field.get("picklist")).stream().map(PicklistValue::of).toList();
        fields.putIfAbsent(
            name,
            Field.builder(name, type(text(field, "type"), values))
                .label(text(field, "label"))
                .description(text(field, "description"))
                .values(values)
                .samples(texts(field.get("samples")))
                .references(texts(field.get("references")))
                .relationship(text(field, "relationship"))
                .build());
      }
      out.add(
          new SchemaObject(
              object.get("name").asString(),
              text(object, "label"),
              null,
              text(object, "description"),
              null,
              null,
              null,
              List.copyOf(fields.values())));
    }
    return Schema.of(system, out);
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() || value.asString().isBlank() ? null : value.asString();
  }

  private static List<String> texts(@Nullable JsonNode list) {
    List<String> out = new ArrayList<>();
    if (list != null) {
      for (JsonNode value : list) {
        out.add(value.isValueNode() ? value.asString() : value.toString());
      }
    }
    return out;
  }

  /** The normal type of the words that the sets use; ANY where they do not say. */
  private static FieldType type(@Nullable String word, List<PicklistValue> values) {
    if (word == null) {
      return values.isEmpty() ? FieldType.ANY : FieldType.ENUM;
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "string",
          "name",
          "city",
          "county",
          "country",
          "addressline",
          "stateorprovince",
          "postalcode",
          "firstname",
          "lastname",
          "middlename",
          "fullname" ->
          values.isEmpty() ? FieldType.STRING : FieldType.ENUM_OPEN;
      case "textarea" -> FieldType.TEXT;
      case "number", "double", "float", "decimal" -> FieldType.DECIMAL;
      case "int", "integer", "biginteger" -> FieldType.INTEGER;
      case "bool", "boolean" -> FieldType.BOOLEAN;
      case "date" -> FieldType.DATE;
      case "datetime", "date-time", "datetime.tz" -> FieldType.DATETIME;
      case "enumeration", "picklist", "listlookup", "combobox" -> FieldType.ENUM;
      case "reference", "lookup" -> FieldType.REFERENCE;
      case "currency", "basecurrency" -> FieldType.MONEY;
      case "phone", "phone_number" -> FieldType.PHONE;
      case "email" -> FieldType.EMAIL;
      case "url" -> FieldType.URL;
      case "id", "guid", "entityid" -> FieldType.ID;
      case "percent" -> FieldType.PERCENT;
      case "object", "address" -> FieldType.OBJECT;
      default -> FieldType.ofWord(word.toLowerCase(Locale.ROOT)).orElse(FieldType.ANY);
    };
  }
}
