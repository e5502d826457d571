package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.export.SqlRunner.Table;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.transform.LookupFile;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.SourcePath;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs models of dbt in a database, one record at a time, with tables in the place of sources and
 * seeds. Of dbt's templates it knows those that the export writes.
 */
final class DbtReplay implements Replay {
  private static final Pattern BLANKS = Pattern.compile("\\{% set blanks = \"([^\"]*)\" %}\\n");
  private static final Pattern SOURCE =
      Pattern.compile("\\{\\{ source\\('([a-z0-9_]+)', '([a-z0-9_]+)'\\) }}");
  private static final Pattern REF = Pattern.compile("\\{\\{ ref\\('([a-z0-9_]+)'\\) }}");
  private static final String INPUT = "crosswalk_input";

  private final SqlRunner runner;

  DbtReplay(SqlRunner runner) {
    this.runner = runner;
  }

  /** SQL as dbt makes it of a model, with the given table for the source. */
  static String compiled(String model, String source) {
    Matcher blanks = BLANKS.matcher(model);
    String sql = model;
    if (blanks.find()) {
      sql = blanks.replaceFirst("").replace("{{ blanks }}", blanks.group(1));
    }
    return REF.matcher(SOURCE.matcher(sql).replaceAll(source)).replaceAll("$1");
  }

  @Override
  public Optional<Run> of(ExportResult result, MappingSet set, String customer) {
    Mapping mapping = set.mapping(customer).orElse(null);
    if (mapping == null) {
      return Optional.empty();
    }
    // The text says which of the names and quotes the export took.
    for (int i = 0; i < 4; i++) {
      DbtModel model = DbtExport.model(set, mapping, customer, i % 2 == 1, i >= 2);
      String text = result.text(model.names().file()).orElse(null);
      if (text != null && text.equals(model.text())) {
        List<Table> seeds = seeds(result);
        return Optional.of(
            new Run(
                model.unsaid().keySet().stream()
                    .map(target -> FieldPath.parse(target).toString())
                    .collect(Collectors.toSet()),
                record -> run(model, mapping, compiled(text, INPUT), seeds, record)));
      }
    }
    return Optional.empty();
  }

  private static List<Table> seeds(ExportResult result) {
    List<Table> tables = new ArrayList<>();
    for (OutputFile file : result.files()) {
      if (file.path().endsWith(".csv")) {
        Lookups.Table table = LookupFile.read(file.text(), file.path());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        // dbt loads what is empty as null.
        table.rows().forEach(row -> rows.add(row(row)));
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        tables.add(new Table(name.substring(0, name.length() - 4), table.columns(), rows));
      }
    }
    return tables;
  }

  private static List<@Nullable Object> row(List<String> cells) {
    List<@Nullable Object> row = new ArrayList<>();
    cells.forEach(cell -> row.add(cell.isEmpty() ? null : cell));
    return row;
  }

  private Given run(
      DbtModel model,
      Mapping mapping,
      String sql,
      List<Table> seeds,
      Map<String, @Nullable Object> record) {
    List<String> columns = new ArrayList<>();
    List<@Nullable Object> row = new ArrayList<>();
    model
        .sources()
        .forEach((path, column) -> {
          if (!columns.contains(column)) {
            Object value = read(path, record);
            columns.add(column);
            row.add(value instanceof Map || value instanceof List ? ExportText.json(value) : value);
          }
        });
    if (columns.isEmpty()) {
      columns.add("crosswalk_nothing");
      row.add(null);
    }
    List<Table> tables = new ArrayList<>(seeds);
    tables.add(new Table(INPUT, columns, List.of(row)));
    List<Map<String, @Nullable Object>> made = runner.run(tables, sql);
    if (made.isEmpty()) {
      String source = sql.substring(0, sql.indexOf("\n\n),") + 3) + "\n\nselect 1 as n from source";
      return runner.run(tables, source).isEmpty()
          ? new LeftOut()
          : new Refused("the model leaves it out");
    }
    if (made.size() > 1) {
      return new Refused("the model makes " + made.size() + " records of one");
    }
    return new Made(target(model, mapping, made.get(0), record));
  }

  private static @Nullable Object read(String path, Map<String, @Nullable Object> record) {
    Object value = new SourcePath(FieldPath.parse(path)).read(record);
    return value == SourcePath.MISSING ? null : value;
  }

  private static Map<String, @Nullable Object> target(
      DbtModel model,
      Mapping mapping,
      Map<String, @Nullable Object> row,
      Map<String, @Nullable Object> record) {
    Map<String, @Nullable Object> target = new LinkedHashMap<>();
    for (DbtModel.Column column : model.columns()) {
      Object value = value(row.get(column.name()), mapping.defaults().timezone());
      // A table does not tell what is missing from what is null.
      boolean missing =
          value == null
              && mapping.defaults().onMissing() == OnMissing.OMIT
              && isMissing(column.mapping(), record);
      if (!missing) {
        put(target, FieldPath.parse(column.target()).names(), value);
      }
    }
    return target;
  }

  private static boolean isMissing(FieldMapping field, Map<String, @Nullable Object> record) {
    return !field.sources().isEmpty()
        && field.sources().stream()
            .allMatch(p -> new SourcePath(FieldPath.parse(p)).read(record) == SourcePath.MISSING);
  }

  private static @Nullable Object value(@Nullable Object value, String zone) {
    return switch (value) {
      case null -> null;
      case LocalDate date -> date.toString();
      case OffsetDateTime moment ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              moment.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime());
      default -> value;
    };
  }

  @SuppressWarnings("unchecked")
  private static void put(
      Map<String, @Nullable Object> target, List<String> names, @Nullable Object value) {
    Map<String, @Nullable Object> at = target;
    for (String name : names.subList(0, names.size() - 1)) {
      at =
          (Map<String, @Nullable Object>)
              at.computeIfAbsent(name, n -> new LinkedHashMap<String, @Nullable Object>());
    }
    at.put(names.get(names.size() - 1), value);
  }
}
