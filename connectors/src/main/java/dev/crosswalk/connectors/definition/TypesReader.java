package dev.crosswalk.connectors.definition;

import dev.crosswalk.connectors.definition.ConnectorDefinition.Types;
import dev.crosswalk.engine.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads which of the system's own types is which normal type. */
final class TypesReader {
  private TypesReader() {}

  static Types read(DefinitionNode types) {
    Map<String, Types.Target> targets = new LinkedHashMap<>();
    types.entries().forEach((k, v) -> targets.put(k, target(v)));
    Types.Target other = targets.remove("*");
    return new Types(targets, other == null ? new Types.Target(FieldType.ANY, null, true) : other);
  }

  private static Types.Target target(DefinitionNode node) {
    DefinitionNode word = node.has("as") ? node.get("as") : node;
    String text = word.text("");
    boolean warn = node.get("warn").flag(false);
    if (text.contains("?")) {
      return new Types.Target(null, word.expression(), warn);
    }
    FieldType type = FieldType.ofWord(text).orElse(null);
    if (type == null) {
      List<String> known = Stream.of(FieldType.values()).map(FieldType::word).toList();
      word.problem(
          "connector-type", "The type '" + text + "' is unknown.", DidYouMean.among(text, known));
      return new Types.Target(FieldType.ANY, null, true);
    }
    return new Types.Target(type, null, warn);
  }
}
