package dev.crosswalk.connectors.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a JSON Schema asks of a value, in words for somebody who writes a definition. */
final class SchemaWords {
  private static final Map<String, String> TYPES =
      Map.of(
          "object", "a map with keys and values",
          "array", "a list",
          "string", "a text",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false",
          "null", "nothing");

  /** By the pattern as the schema has it. */
  private static final Map<String, String> PATTERNS =
      Map.of(
          "^[a-z][a-z0-9-]*$",
          "small letters, digits and '-' that begin with a letter, such as my-crm",
          "^[A-Za-z][A-Za-z0-9]*$",
          "letters and digits that begin with a letter, such as loginHost",
          "^\\d{4}-\\d{2}-\\d{2}$",
          "a date such as 2026-01-31",
          "^/",
          "a path that begins with '/'");

  private SchemaWords() {}

  /**
   * What the value has to be, to go after "has to be".
   *
   * @param keyword of the schema that the value does not fit
   * @param wanted what stands at the keyword
   * @return empty where there are no words for it
   */
  static Optional<String> wanted(String keyword, JsonNode wanted) {
    return switch (keyword) {
      case "type" -> Optional.of(types(wanted));
      case "const" -> Optional.of(wanted.asString());
      case "enum" -> Optional.of("one of the words that are known here");
      case "pattern" -> Optional.ofNullable(PATTERNS.get(wanted.asString("")));
      case "minimum" -> Optional.of(wanted.asString() + " or more");
      case "exclusiveMinimum" -> Optional.of("more than " + wanted.asString());
      case "maximum" -> Optional.of(wanted.asString() + " or less");
      case "minItems" -> Optional.of("a list of at least " + wanted.asString());
      case "maxProperties" ->
          Optional.of("a map with no more than " + wanted.asString() + " of the known keys");
      default -> Optional.empty();
    };
  }

  private static String types(JsonNode wanted) {
    List<String> words = new ArrayList<>();
    (wanted.isArray() ? List.copyOf(wanted.values()) : List.of(wanted))
        .forEach(type -> words.add(TYPES.getOrDefault(type.asString(), type.asString())));
    return String.join(", or ", words);
  }

  /** The words of an {@code enum}. */
  static List<String> words(JsonNode wanted) {
    return wanted.values().stream().map(JsonNode::asString).toList();
  }
}
