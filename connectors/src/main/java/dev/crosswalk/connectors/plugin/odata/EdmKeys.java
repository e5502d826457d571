package dev.crosswalk.connectors.plugin.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the key of an entity is written in an address: what goes before and after each value. Version
 * 4 quotes few types; those before it name the type around the value (OData 2, 2.2 Abstract Type
 * System; OData 4.01 ABNF, keyPredicate).
 */
final class EdmKeys {
  private final Edm edm;

  EdmKeys(Edm edm) {
    this.edm = edm;
  }

  /** {@code name}, {@code kind} (number, text or other), {@code before} and {@code after} each. */
  List<Map<String, Object>> of(String entityType) {
    List<Edm.Structured> lineage = edm.lineage(entityType);
    List<Map<String, Object>> keys = new ArrayList<>();
    for (Edm.Structured type : lineage) {
      for (String key : type.keys()) {
        lineage.stream()
            .flatMap(t -> t.properties().stream())
            .filter(p -> p.name().equals(key))
            .findFirst()
            .ifPresent(p -> keys.add(key(p)));
      }
    }
    return keys;
  }

  private Map<String, Object> key(Edm.Property property) {
    String type = edm.definitions.getOrDefault(property.type(), property.type());
    boolean quoted = edm.enumerations.containsKey(type);
    String[] around =
        switch (type) {
          case "Edm.String" -> new String[] {"text", "'", "'"};
          case "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32" -> number("");
          case "Edm.Int64" -> number("L");
          case "Edm.Decimal" -> number("M");
          case "Edm.Double" -> number("d");
          case "Edm.Single" -> number("f");
          case "Edm.Guid" -> old("guid");
          case "Edm.DateTime" -> old("datetime");
          case "Edm.DateTimeOffset" -> old("datetimeoffset");
          case "Edm.Time" -> old("time");
          case "Edm.Duration" -> new String[] {"other", "duration'", "'"};
          default ->
              quoted ? new String[] {"other", type + "'", "'"} : new String[] {"other", "", ""};
        };
    return Map.of(
        "name", property.name(), "kind", around[0], "before", around[1], "after", around[2]);
  }

  private String[] number(String suffix) {
    return new String[] {"number", "", edm.four ? "" : suffix};
  }

  private String[] old(String word) {
    return edm.four ? new String[] {"other", "", ""} : new String[] {"other", word + "'", "'"};
  }
}
