package dev.crosswalk.connectors.sandbox.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field as a definition file describes it (format: {@link Definitions}).
 *
 * @param name API name
 * @param type the dialect's word for the type
 * @param args what follows the type: a length, {@code precision,scale} or the objects referred to
 * @param label what people see
 * @param attributes everything else of the line by key
 */
public record FieldDef(
    String name, String type, String args, String label, Map<String, String> attributes) {

  public FieldDef {
    attributes = Map.copyOf(attributes);
  }

  public @Nullable String attribute(String key) {
    return attributes.get(key);
  }

  /** The attribute, or the other value where the line does not have it. */
  public String attribute(String key, String otherwise) {
    return attributes.getOrDefault(key, otherwise);
  }

  /** Whether the {@code flags} of the line hold this word. */
  public boolean flag(String word) {
    return (" " + attribute("flags", "") + " ").contains(" " + word + " ");
  }

  public List<Pick> picks() {
    return Pick.parse(attribute("values", ""));
  }

  /** The objects a reference may point at; empty for other types. */
  public List<String> references() {
    return type.equals("reference") ? words(args, ",") : List.of();
  }

  /** The first number after the type, or the given one where there is none. */
  public int size(int otherwise) {
    return number(0, otherwise);
  }

  /** The second number after the type, or the given one where there is none. */
  public int scale(int otherwise) {
    return number(1, otherwise);
  }

  private int number(int index, int otherwise) {
    List<String> numbers = words(args, ",");
    return index < numbers.size() && numbers.get(index).chars().allMatch(Character::isDigit)
        ? Integer.parseInt(numbers.get(index))
        : otherwise;
  }

  /** The same field with some attributes replaced; {@code label} and {@code type} count as such. */
  FieldDef amended(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(changes);
    String newLabel = all.remove("label");
    String newType = all.remove("type");
    int space = newType == null ? -1 : newType.indexOf(' ');
    return new FieldDef(
        name,
        newType == null ? type : space < 0 ? newType : newType.substring(0, space),
        newType == null ? args : space < 0 ? "" : newType.substring(space + 1).strip(),
        newLabel == null ? label : newLabel,
        all);
  }

  /** The parts of a text that are not blank, without the space around them. */
  public static List<String> words(String text, String separator) {
    List<String> words = new ArrayList<>();
    for (String part : text.split(separator, -1)) {
      if (!part.isBlank()) {
        words.add(part.strip());
      }
    }
    return List.copyOf(words);
  }
}
