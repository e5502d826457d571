package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Item;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Malformed;
import dev.crosswalk.connectors.sandbox.salesforce.Soql.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a query from the catalogue. */
final class QueryRunner {
  private static final int MAX_OFFSET = 2000;

  private final Catalog catalog;
  private final String version;

  QueryRunner(Catalog catalog, String version) {
    this.catalog = catalog;
    this.version = version;
  }

  /** All rows of the answer, and how many there are where only the number was asked for. */
  record Rows(List<Map<String, @Nullable Object>> records, int total) {}

  /** The query names something that does not exist or that the user may not see. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  Rows run(String text) {
    Soql query = SoqlParser.parse(text);
    ObjectDef object =
        catalog
            .object(query.from())
            .filter(o -> !o.flag("noquery"))
            .orElseThrow(() ->
                new Refused(
                    "INVALID_TYPE",
                    SoqlParser.at(text, Math.max(0, text.indexOf(query.from())))
                        + "sObject type '"
                        + query.from()
                        + "' is not supported. If you are attempting to use a custom object, be"
                        + " sure to append the '__c' after the entity name. Please reference your"
                        + " WSDL or the describe call for the appropriate names."));
    if (object.flag("filterneeded") && query.where() == null) {
      throw new Refused(
          "MALFORMED_QUERY",
          "Implementation restriction: " + object.name() + " requires a filter by a single Id");
    }
    Paths paths = new Paths(catalog, text, object);
    List<Name> fields = fields(query, object);
    if (fields.size() > 0 && query.offset() > MAX_OFFSET) {
      throw new Refused("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
    }
    fields.forEach(paths::check);
    query.orderBy().forEach(order -> paths.check(order.field()));
    List<Map<String, @Nullable Object>> rows =
        new Filter(paths).apply(query, catalog.records(object));
    if (fields.isEmpty()) {
      return new Rows(List.of(), rows.size());
    }
    return new Rows(rows.stream().map(row -> project(object, fields, row)).toList(), rows.size());
  }

  private static List<Name> fields(Soql query, ObjectDef object) {
    List<Name> fields = new ArrayList<>();
    for (Item item : query.select()) {
      switch (item) {
        case Item.Field(Name name) -> fields.add(name);
        case Item.Count() -> {
          if (query.select().size() > 1) {
            throw new Malformed("count() must be the only field of the SELECT list");
          }
        }
        case Item.Fields(String kind) -> {
          if (!kind.equals("STANDARD") && (query.limit() < 0 || query.limit() > 200)) {
            throw new Malformed("The SOQL FIELDS function must have a LIMIT of at most 200");
          }
          for (FieldDef field : object.fields()) {
            boolean custom = field.name().contains("__");
            if (kind.equals("ALL") || custom == kind.equals("CUSTOM")) {
              fields.add(new Name(field.name(), 0));
            }
          }
        }
      }
    }
    return fields;
  }

  private Map<String, @Nullable Object> project(
      ObjectDef object, List<Name> fields, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> out =
        RecordJson.start(object, String.valueOf(row.get("Id")), version);
    for (Name name : fields) {
      put(object, name.parts(), row, out);
    }
    return out;
  }

  @SuppressWarnings("unchecked") // nested records are made here and nowhere else
  private void put(
      ObjectDef object,
      List<String> path,
      Map<String, @Nullable Object> row,
      Map<String, @Nullable Object> out) {
    if (path.size() == 1) {
      object.field(path.get(0)).ifPresent(f -> out.put(f.name(), RecordJson.value(object, f, row)));
      return;
    }
    FieldDef reference = Paths.reference(object, path.get(0));
    if (reference == null) {
      put(object, path.subList(1, path.size()), row, out);
      return;
    }
    String key = String.valueOf(FieldDescribe.relationship(reference));
    Paths.Step step = Paths.follow(catalog, reference, row);
    if (step == null) {
      out.putIfAbsent(key, null);
      return;
    }
    Map<String, @Nullable Object> nested =
        out.get(key) instanceof Map<?, ?> map
            ? (Map<String, @Nullable Object>) map
            : RecordJson.start(step.object(), String.valueOf(step.record().get("Id")), version);
    out.put(key, nested);
    if (path.get(1).equalsIgnoreCase("Type")
        && path.size() == 2
        && step.object().field("Type").isEmpty()) {
      nested.put("Type", step.object().name());
    } else {
      put(step.object(), path.subList(1, path.size()), step.record(), nested);
    }
  }

  /** One page of an answer. */
  static Map<String, @Nullable Object> page(
      int total, List<? extends Map<String, @Nullable Object>> records, @Nullable String nextUrl) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("totalSize", total);
    page.put("done", nextUrl == null);
    if (nextUrl != null) {
      page.put("nextRecordsUrl", nextUrl);
    }
    page.put("records", records);
    return page;
  }
}
