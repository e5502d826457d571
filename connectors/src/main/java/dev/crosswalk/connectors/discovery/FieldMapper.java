package dev.crosswalk.connectors.discovery;

import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.ConnectorDefinition.Types;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a field of an answer into ours by the definition's map. An expression that fails leaves
 * that attribute unknown and puts a warning on the field.
 */
final class FieldMapper {
  static final String WARNINGS = "warnings";
  private static final String FAILED = "' could not be read: ";
  static final String NAME_FAILED = "'name" + FAILED;

  private final ConnectorDefinition definition;

  FieldMapper(ConnectorDefinition definition) {
    this.definition = definition;
  }

  /** The attributes by their names in definitions; {@code warnings} is a list of texts. */
  Map<String, @Nullable Object> map(
      Map<String, Expression> map, @Nullable Object item, Map<String, @Nullable Object> bindings) {
    Map<String, @Nullable Object> mapped = new HashMap<>();
    List<String> warnings = new ArrayList<>();
    map.forEach((name, expression) -> {
      try {
        mapped.put(name, expression.evaluate(item, bindings));
      } catch (ProblemException e) {
        warnings.add("'" + name + FAILED + e.problem().what());
      }
    });
    mapped.put(WARNINGS, warnings);
    return mapped;
  }

  /** The field, or null where it has no name. */
  @Nullable Field field(Map<String, @Nullable Object> m) {
    String name = Attributes.text(m, "name");
    if (name == null) {
      return null;
    }
    List<String> warnings = new ArrayList<>(Attributes.texts(m.get(WARNINGS)));
    permissions(m, warnings);
    List<String> references = Attributes.texts(m.get("references"));
    String nativeType = Attributes.text(m, "native");
    Boolean creatable = Attributes.flag(m, "creatable");
    Boolean updatable = Attributes.flag(m, "updatable");
    boolean writableKnown = creatable != null && updatable != null;
    Boolean readOnly = Attributes.flag(m, "readOnly");
    Boolean createOnly = Attributes.flag(m, "createOnly");
    String partOf = Attributes.text(m, "partOf");
    return Field.builder(name, type(m, nativeType, references, warnings))
        .nativeType(nativeType)
        .label(Attributes.text(m, "label"))
        .description(Attributes.text(m, "description"))
        .group(Attributes.text(m, "group"))
        .custom(Attributes.flag(m, "custom"))
        .required(Attributes.flag(m, "required"))
        .readOnly(
            readOnly != null
                ? readOnly
                : writableKnown
                    ? Boolean.valueOf(
                        !Boolean.TRUE.equals(creatable) && !Boolean.TRUE.equals(updatable))
                    : null)
        .createOnly(
            createOnly != null
                ? createOnly
                : writableKnown
                    ? Boolean.valueOf(
                        Boolean.TRUE.equals(creatable) && !Boolean.TRUE.equals(updatable))
                    : null)
        .unique(Attributes.flag(m, "unique"))
        .externalId(Attributes.flag(m, "externalId"))
        .calculated(Attributes.flag(m, "calculated"))
        .deprecated(Attributes.flag(m, "deprecated"))
        .hidden(Attributes.flag(m, "hidden"))
        .length(Attributes.number(m, "length"))
        .precision(Attributes.number(m, "precision"))
        .scale(Attributes.number(m, "scale"))
        .multiple(Attributes.flag(m, "multiple"))
        .values(picklist(m.get("values"), warnings))
        .restricted(Attributes.flag(m, "restricted"))
        .dependsOn(Attributes.text(m, "dependsOn"))
        .references(references)
        .relationship(Attributes.text(m, "relationship"))
        .partOf(name.equals(partOf) ? null : partOf)
        .defaultValue(Attributes.text(m, "default"))
        .warnings(warnings)
        .build();
  }

  /** An empty value then says nothing about the record: whoever maps the field has to know. */
  private static void permissions(Map<String, @Nullable Object> m, List<String> warnings) {
    if (Boolean.FALSE.equals(Attributes.flag(m, "readable"))) {
      warnings.add("Not readable: the user of this connection may not see its values.");
    } else if (Boolean.TRUE.equals(Attributes.flag(m, "secured"))) {
      warnings.add(
          "Guarded by a permission of its own: to users without it, its values are empty.");
    }
  }

  private FieldType type(
      Map<String, @Nullable Object> m,
      @Nullable String nativeType,
      List<String> references,
      List<String> warnings) {
    if (Boolean.TRUE.equals(m.get("primaryKey"))) {
      return FieldType.ID;
    }
    FieldType said = FieldType.ofWord(String.valueOf(Attributes.text(m, "type"))).orElse(null);
    FieldType type = said == null ? typed(m, nativeType == null ? "" : nativeType, warnings) : said;
    if (type == FieldType.REFERENCE
        && (references.size() > 1 || Boolean.TRUE.equals(m.get("polymorphic")))) {
      return FieldType.REFERENCE_ANY;
    }
    if (type.isText() && Boolean.TRUE.equals(m.get("html"))) {
      return FieldType.HTML;
    }
    return type == FieldType.DECIMAL && Boolean.TRUE.equals(m.get("currency"))
        ? FieldType.MONEY
        : type;
  }

  private FieldType typed(
      Map<String, @Nullable Object> m, String nativeType, List<String> warnings) {
    Types types = definition.types();
    Types.Target target = types.byNative().get(nativeType);
    for (String at = nativeType; target == null && !at.isEmpty(); ) {
      target = types.byNative().get(at + ".*");
      int dot = at.lastIndexOf('.');
      at = dot < 0 ? "" : at.substring(0, dot);
    }
    if (target == null) {
      target = types.other();
    }
    if (target.warn()) {
      warnings.add("The type '" + nativeType + "' is not known to this connector.");
    }
    if (target.type() != null) {
      return target.type();
    }
    Expression choice = java.util.Objects.requireNonNull(target.choice());
    try {
      return FieldType.ofWord(String.valueOf(choice.evaluate(m))).orElse(FieldType.ANY);
    } catch (ProblemException e) {
      warnings.add("The type could not be decided: " + e.problem().what());
      return FieldType.ANY;
    }
  }

  /**
   * What has no value is no choice; where nothing has one, the definition looks for it elsewhere.
   */
  private static List<PicklistValue> picklist(@Nullable Object value, List<String> warnings) {
    List<PicklistValue> values = new ArrayList<>();
    for (Object each : Expression.asList(value)) {
      if (each instanceof Map<?, ?> raw && raw.get("value") != null) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) raw;
        values.add(
            new PicklistValue(
                String.valueOf(map.get("value")),
                Attributes.text(map, "label"),
                Attributes.flag(map, "active"),
                Attributes.flag(map, "default"),
                Attributes.texts(map.get("validFor"))));
      } else if (each != null && !(each instanceof Map)) {
        values.add(PicklistValue.of(each.toString()));
      }
    }
    // One empty map is what JSONata makes of no list at all.
    List<?> found = Expression.asList(value);
    if (values.isEmpty()
        && (found.size() > 1 || (found.size() == 1 && !Map.of().equals(found.getFirst())))) {
      warnings.add("No 'value' in the choices that were found: " + found.size() + ".");
    }
    return values;
  }
}
