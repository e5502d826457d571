package dev.crosswalk.engine.export;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingWords;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping as a table with a row for each target, for {@link CsvExport} and {@link CsvImport}. */
final class Sheet {
  static final String TARGET = "target";
  static final String SOURCE = "source";
  static final String EXPRESSION = "expression";
  static final String CONSTANT = "constant";
  static final String QUESTION = "question";
  static final String WHEN = "only when";
  static final String STEPS = "steps";
  static final String VALUES = "values";
  static final String OTHER = "other values";
  static final String DEFAULT = "default";
  static final String REQUIRED = "required";
  static final String NOTE = "note";

  /** Columns that are read when a table comes back; the others are for people. */
  static final List<String> READ =
      List.of(
          SOURCE,
          EXPRESSION,
          CONSTANT,
          QUESTION,
          WHEN,
          STEPS,
          VALUES,
          OTHER,
          DEFAULT,
          REQUIRED,
          NOTE);

  static final List<String> COLUMNS =
      List.of(
          TARGET,
          "label",
          "type",
          REQUIRED,
          "status",
          SOURCE,
          "source label",
          EXPRESSION,
          CONSTANT,
          QUESTION,
          WHEN,
          STEPS,
          "steps in words",
          VALUES,
          OTHER,
          DEFAULT,
          "customers",
          NOTE,
          "decided by");

  /** Between the paths of several sources. */
  static final String AND = " + ";

  private Sheet() {}

  /** All target paths: those of the model, and those that are mapped without being in it. */
  static TreeSet<String> targets(Mapping mapping, @Nullable SchemaObject target) {
    TreeSet<String> all = new TreeSet<>(mapping.fields().keySet());
    if (target != null) {
      target.fields().forEach(f -> all.add(f.name()));
    }
    return all;
  }

  /**
   * The cells of a row by column; a column without a value is the empty text.
   *
   * @param customers what each customer makes of the mapping
   */
  static Map<String, String> row(
      String target,
      Mapping mapping,
      SortedMap<String, Mapping> customers,
      @Nullable SchemaObject source,
      @Nullable SchemaObject model) {
    Map<String, String> row = new LinkedHashMap<>();
    COLUMNS.forEach(column -> row.put(column, ""));
    FieldMapping field = mapping.fields().get(target);
    Field known = model == null ? null : model.field(target).orElse(null);
    row.put(TARGET, target);
    if (known != null) {
      row.put("label", known.label() == null ? "" : known.label());
      row.put("type", known.type().word());
    }
    boolean must = known != null && known.isRequired();
    row.put("status", status(field, must));
    row.put(REQUIRED, field != null && field.required() ? "yes" : must ? "model" : "");
    row.put("customers", customers(target, mapping, customers));
    if (field != null) {
      row.putAll(read(field));
      row.put("source label", labels(field, source));
      row.put("steps in words", StepWords.of(field.use(), StepWords.ENGLISH));
      row.put("decided by", origin(field));
    }
    return row;
  }

  /** The cells that come back. */
  static Map<String, String> read(FieldMapping field) {
    Map<String, String> row = new LinkedHashMap<>();
    switch (field.input()) {
      case From from ->
          row.put(
              SOURCE,
              from.list() && from.paths().size() == 1
                  ? "[" + from.paths().get(0) + "]"
                  : String.join(AND, from.paths()));
      case Expr expr -> row.put(EXPRESSION, expr.expression());
      case Constant constant -> row.put(CONSTANT, SheetCells.value(constant.value()));
      case Ask ask -> row.put(QUESTION, ask.question());
    }
    row.put(WHEN, field.when() == null ? "" : field.when());
    row.put(STEPS, SheetCells.steps(field.use()));
    FieldMapping.ValueMap values = field.values();
    if (values != null) {
      row.put(VALUES, SheetCells.values(values.map()));
      row.put(OTHER, SheetCells.other(values));
    }
    if (field.fallback() != null) {
      row.put(DEFAULT, SheetCells.value(field.fallback().value()));
    }
    row.put(NOTE, field.note() == null ? "" : field.note());
    return row;
  }

  private static String status(@Nullable FieldMapping field, boolean must) {
    if (field == null) {
      return must ? "required, not mapped" : "not mapped";
    }
    return field.input() instanceof Ask ? "question" : "mapped";
  }

  private static String labels(FieldMapping field, @Nullable SchemaObject source) {
    return source == null
        ? ""
        : field.sources().stream()
            .map(path -> source.field(path).map(Field::shown).orElse(path))
            .collect(Collectors.joining(AND));
  }

  private static String customers(
      String target, Mapping base, SortedMap<String, Mapping> customers) {
    return customers.entrySet().stream()
        .filter(e -> !Objects.equals(only(target, e.getValue()), only(target, base)))
        .map(e ->
            e.getKey()
                + ": "
                + String.join(
                    " ", MappingWords.diff(only(target, base), only(target, e.getValue()))))
        .collect(Collectors.joining("\n"));
  }

  /** The mapping with one target alone. */
  private static Mapping only(String target, Mapping mapping) {
    TreeMap<String, FieldMapping> fields = new TreeMap<>();
    FieldMapping field = mapping.fields().get(target);
    if (field != null) {
      fields.put(target, field);
    }
    return mapping.withFields(fields);
  }

  private static String origin(FieldMapping field) {
    FieldMapping.Origin origin = field.origin();
    if (origin == null) {
      return "person";
    }
    return origin.by()
        + (origin.score() == null ? "" : String.format(Locale.ROOT, " %.2f", origin.score()))
        + (origin.why() == null ? "" : " (" + origin.why() + ")");
  }
}
