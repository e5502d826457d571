package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.export.LoadPlan.Column;
import dev.crosswalk.engine.export.LoadPlan.Side;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's import: the {@code importRequest} of {@code POST /crm/v3/imports}, with one column
 * mapping for each column of the file, in the file's order.
 */
public final class HubspotImportExport implements Exporter {
  private static final String SYSTEM = "hubspot";
  private static final String RECORD_ID = "hs_object_id";
  private static final Set<String> OPERATIONS = Set.of("CREATE", "UPDATE", "UPSERT");
  private static final Set<String> DATE_FORMATS =
      Set.of("YEAR_MONTH_DAY", "MONTH_DAY_YEAR", "DAY_MONTH_YEAR");

  /** The ids that all accounts share; those of custom objects come with the schema. */
  private static final Map<String, String> STANDARD =
      Map.of(
          "contacts", "0-1",
          "companies", "0-2",
          "deals", "0-3",
          "tickets", "0-5",
          "products", "0-7",
          "line_items", "0-8",
          "quotes", "0-14",
          "leads", "0-136");

  @Override
  public String format() {
    return "hubspot-import";
  }

  @Override
  public String title() {
    return "HubSpot import";
  }

  @Override
  public String doc() {
    return "The request for HubSpot's import API: which column of a file is which property.";
  }

  @Override
  public List<String> settings() {
    return List.of("side", "objectTypeId", "operation", "dateFormat", "fileName");
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    Set<String> gaps = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (MappingSet set : request.mappings()) {
      Map<Object, Object> settings = ExportText.settings(set.base(), format(), request.settings());
      Side side =
          LoadPlan.side(set.base(), format(), "The import", SYSTEM, settings, problems)
              .orElse(null);
      if (side == null || !isLoad(set.base(), side, problems)) {
        continue;
      }
      List<String> whose = new ArrayList<>(List.of(MappingSet.BASE));
      whose.addAll(set.customers().keySet());
      for (String customer : whose) {
        // A custom object has an id of its own in each account.
        MappingSet own = set.as(customer);
        String type = objectType(own, side, settings, problems);
        if (type == null) {
          break;
        }
        Mapping mapping = own.mapping(customer).orElse(own.base());
        files.add(new Plan(own, side, type, settings, gaps, problems).file(mapping, customer));
      }
    }
    return new ExportResult(files, List.copyOf(gaps), problems);
  }

  private boolean isLoad(Mapping mapping, Side side, List<Problem> problems) {
    Direction away = side == Side.TARGET ? Direction.WRITE : Direction.READ;
    if (mapping.direction() == away) {
      problems.add(
          Problem.error(
              "hubspot-import-direction",
              place(mapping),
              "The mapping only takes records out of "
                  + SYSTEM
                  + ", and an import puts them into it.",
              "Set direction to both, or export a mapping into " + SYSTEM + "."));
    }
    return mapping.direction() != away;
  }

  private Place place(Mapping mapping) {
    return new Place(mapping.id(), 0, 0, "export." + format());
  }

  private @Nullable String objectType(
      MappingSet set, Side side, Map<Object, Object> settings, List<Problem> problems) {
    SchemaObject object = side == Side.SOURCE ? set.source() : set.target();
    Mapping base = set.base();
    String name = side == Side.SOURCE ? base.source().object() : base.target().object();
    if (settings.get("objectTypeId") instanceof String said && !said.isBlank()) {
      return said;
    }
    if (object != null && object.vendorId() != null) {
      return object.vendorId();
    }
    String type = STANDARD.get(name);
    if (type == null) {
      problems.add(
          Problem.error(
              "hubspot-import-object",
              place(base),
              "The objectTypeId of '" + name + "' is not known.",
              "Discover the object, or set export.hubspot-import.objectTypeId, such as 2-3465404."));
    }
    return type;
  }

  /** What the files of one mapping share. */
  private record Plan(
      MappingSet set,
      Side side,
      String type,
      Map<Object, Object> settings,
      Set<String> gaps,
      List<Problem> problems) {

    OutputFile file(Mapping mapping, String customer) {
      LoadPlan plan = LoadPlan.of(set, mapping, customer, side, true);
      List<String> found = new ArrayList<>(plan.gaps());
      String whose = OutputNames.whose(mapping, customer) + ": ";
      plan.constants()
          .forEach(fixed -> found.add(whose + fixed.target() + ": the constant is not set."));
      List<Object> columns = new ArrayList<>();
      Map<String, String> used = new HashMap<>();
      boolean identified = false;
      for (Column column : plan.columns()) {
        String gap = gap(column, used);
        if (gap != null) {
          found.add(whose + column.target() + ": " + gap + ".");
          continue;
        }
        String property = column.field().first();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("columnObjectTypeId", type);
        entry.put("columnName", column.column());
        entry.put("propertyName", property);
        String identity = identity(mapping, column, property);
        if (identity != null) {
          entry.put("columnType", identity);
          identified = true;
        }
        columns.add(entry);
      }
      ExportText.add(found, mapping.id(), customer, gaps);
      if (!identified) {
        problems.add(
            Problem.info(
                "hubspot-import-key",
                new Place(mapping.id(), 0, 0, "key"),
                "No column says which record a row is"
                    + (customer.isEmpty() ? "" : " for " + customer)
                    + ", so the import only creates records.",
                "Set key to the target that is unique, such as the e-mail address."));
      }
      String id = ExportText.file(mapping.id());
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("name", name(mapping, customer));
      request.put("importOperations", Map.of(type, operation(mapping, identified)));
      request.put(
          "dateFormat", word(mapping, "dateFormat", DATE_FORMATS, "YEAR_MONTH_DAY", problems));
      request.put("files", List.of(page(id, columns)));
      return new OutputFile(
          OutputNames.path(mapping, customer, ".import.json"), ExportText.json(request));
    }

    private Map<String, Object> page(String id, List<Object> columns) {
      Map<String, Object> page = new LinkedHashMap<>();
      page.put("hasHeader", true);
      page.put("columnMappings", columns);
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("fileName", settings.get("fileName") instanceof String name ? name : id + ".csv");
      file.put("fileFormat", "CSV");
      file.put("fileImportPage", page);
      return file;
    }

    private static String name(Mapping mapping, String customer) {
      return (mapping.title() == null ? mapping.id() : mapping.title())
          + (customer.isEmpty() ? "" : " (" + customer + ")");
    }

    private static @Nullable String gap(Column column, Map<String, String> used) {
      if (column.field().names().size() > 1) {
        return "a property of another object is not loaded";
      }
      if (column.lookup() != null) {
        return "the reference is not looked up, so the column is not loaded";
      }
      String first = used.putIfAbsent(column.column(), column.target());
      return first == null ? null : "the column goes to " + first + " only";
    }

    private @Nullable String identity(Mapping mapping, Column column, String property) {
      if (property.equals(RECORD_ID)) {
        return "HUBSPOT_OBJECT_ID";
      }
      SchemaObject object = side == Side.SOURCE ? set.source() : set.target();
      boolean unique =
          object != null
              && object.field(property).map(Field::unique).filter(Boolean.TRUE::equals).isPresent();
      boolean key = mapping.key().isEmpty() ? unique : mapping.key().contains(column.target());
      return key ? "HUBSPOT_ALTERNATE_ID" : null;
    }

    private String operation(Mapping mapping, boolean identified) {
      return word(mapping, "operation", OPERATIONS, identified ? "UPSERT" : "CREATE", problems);
    }

    private String word(
        Mapping mapping, String key, Set<String> words, String standard, List<Problem> found) {
      String said = String.valueOf(settings.getOrDefault(key, standard));
      if (words.contains(said)) {
        return said;
      }
      found.add(
          Problem.error(
              "hubspot-import-setting",
              new Place(mapping.id(), 0, 0, "export.hubspot-import." + key),
              "The setting '" + key + "' is '" + said + "'.",
              "Write one of " + String.join(", ", words.stream().sorted().toList()) + "."));
      return standard;
    }
  }
}
