package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.AmpersandFields.Entry;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One customer's choices as an installation config (github.com/amp-labs/openapi, config.yaml). */
final class AmpersandInstallation {
  private final MappingSet set;
  private final AmpersandFields fields;
  private final List<Entry> entries;
  private final AmpersandExport.Settings settings;
  private final List<Problem> problems;

  AmpersandInstallation(
      MappingSet set,
      AmpersandFields fields,
      List<Entry> entries,
      AmpersandExport.Settings settings,
      List<Problem> problems) {
    this.set = set;
    this.fields = fields;
    this.entries = entries;
    this.settings = settings;
    this.problems = problems;
  }

  Map<String, Object> config(String customer, Mapping mapping) {
    Map<String, Object> selected = new TreeMap<>();
    Map<String, Object> mappings = new TreeMap<>();
    Map<String, Object> values = new TreeMap<>();
    Set<String> sources = new TreeSet<>();
    for (Entry entry : entries) {
      FieldMapping field = mapping.fields().get(entry.target());
      if (field != null) {
        field(customer, mapping, entry, field, selected, mappings, values);
        String source = AmpersandFields.single(field.input());
        if (source != null) {
          sources.add(source);
        }
      }
    }
    Set<String> ofBase = fields.parts(set.base(), Set.of());
    for (String part : fields.parts(mapping, sources)) {
      if (!ofBase.contains(part)) {
        selected.put(AmpersandFields.path(part), true);
      }
    }
    String name = mapping.source().object();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("objectName", name);
    object.put("destination", settings.destination());
    object.put("schedule", settings.schedule());
    object.put("selectedFields", selected);
    object.put("selectedFieldMappings", mappings);
    if (!values.isEmpty()) {
      object.put("selectedValueMappings", values);
    }
    List<Object> filters = filters(mapping);
    if (!filters.isEmpty()) {
      object.put("fieldFilters", filters);
    }
    if (settings.backfillDays() != null) {
      object.put("backfill", Map.of("defaultPeriod", Map.of("days", settings.backfillDays())));
    }
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("provider", mapping.source().system());
    config.put("read", Map.of("objects", Map.of(name, object)));
    if (mapping.direction() != Direction.READ) {
      config.put("write", Map.of("objects", Map.of(name, write(name, mapping))));
    }
    return config;
  }

  private void field(
      String customer,
      Mapping mapping,
      Entry entry,
      FieldMapping field,
      Map<String, Object> selected,
      Map<String, Object> mappings,
      Map<String, Object> values) {
    String source = AmpersandFields.single(field.input());
    switch (entry.role()) {
      case FIXED, PARTS -> {}
      case OPTIONAL -> {
        if (source != null) {
          selected.put(AmpersandFields.path(source), true);
        }
      }
      case ASKED, ASKED_OPTIONAL -> {
        if (source != null) {
          mappings.put(AmpersandFields.path(entry.target()), AmpersandFields.path(source));
        } else {
          problems.add(unanswered(customer, mapping, entry.target(), field));
        }
      }
    }
    if (source != null && field.values() != null) {
      valueMap(field.values(), source, set.source())
          .ifPresent(map -> values.put(AmpersandFields.path(source), map));
    }
  }

  private static Problem unanswered(
      String customer, Mapping mapping, String target, FieldMapping field) {
    Place place = new Place(mapping.id(), 0, 0, "fields." + target);
    return field.input() instanceof Ask ask
        ? Problem.warning(
            "ampersand-unanswered",
            place,
            "The customer '%s' has not answered for '%s': %s"
                .formatted(customer, target, ask.question()),
            "Answer it in the customer's overlay with 'from'.")
        : Problem.warning(
            "ampersand-unanswered",
            place,
            "The customer '%s' has no single source field for '%s', and Ampersand asks for one."
                .formatted(customer, target),
            "Name one source field in the overlay, or combine downstream.");
  }

  /**
   * Ampersand's value map goes from our value to the provider's; empty where a map cannot be turned
   * around, or the source is known and no picklist.
   */
  static Optional<Map<String, String>> valueMap(
      ValueMap map, String source, @Nullable SchemaObject object) {
    Field field = object == null ? null : object.field(source).orElse(null);
    if (map.map().isEmpty() || field != null && !field.type().isPicklist()) {
      return Optional.empty();
    }
    Map<String, String> turned = new TreeMap<>();
    for (Map.Entry<String, @Nullable Object> entry : map.map().entrySet()) {
      if (!(entry.getValue() instanceof String ours) || turned.put(ours, entry.getKey()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(turned);
  }

  /** The conditions that Ampersand knows: equality, one a field, for two providers. */
  static boolean isFilter(Mapping mapping, RowFilter filter) {
    boolean provider = Set.of("salesforce", "hubspot").contains(mapping.source().system());
    long same = mapping.where().stream().filter(f -> f.field().equals(filter.field())).count();
    boolean scalar =
        filter.value() instanceof String
            || filter.value() instanceof Boolean
            || filter.value() instanceof Number;
    return provider && same == 1 && scalar && filter.operator().equals("eq");
  }

  private static List<Object> filters(Mapping mapping) {
    List<Object> filters = new ArrayList<>();
    for (RowFilter filter : mapping.where()) {
      if (isFilter(mapping, filter) && filter.value() != null) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("fieldName", AmpersandFields.path(filter.field()));
        written.put("operator", "eq");
        written.put("value", filter.value());
        filters.add(written);
      }
    }
    return filters;
  }

  private static Map<String, Object> write(String name, Mapping mapping) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("objectName", name);
    Map<String, Object> fieldSettings = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (FieldMapping field : mapping.fields().values()) {
      String source = AmpersandFields.single(field.input());
      if (source != null && field.write() != WriteMode.ALWAYS && seen.add(source)) {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("writeOnCreate", field.write() == WriteMode.NEVER ? "never" : "always");
        setting.put("writeOnUpdate", field.write() == WriteMode.IF_EMPTY ? "ifEmpty" : "never");
        fieldSettings.put(AmpersandFields.path(source), setting);
      }
    }
    if (!fieldSettings.isEmpty()) {
      object.put("selectedFieldSettings", fieldSettings);
    }
    return object;
  }
}
