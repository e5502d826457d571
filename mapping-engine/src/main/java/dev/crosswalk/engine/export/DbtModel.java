package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.SqlExpr.Kind;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One staging model: a mapping as a customer has it. */
final class DbtModel {
  /** Everything that {@code trim} takes for a blank. */
  private static final String BLANKS =
      "' '"
          + " || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(28) || chr(29) || chr(30)"
          + " || chr(31) || chr(133) || chr(160) || chr(5760) || chr(8192) || chr(8193) || chr(8194)"
          + " || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200)"
          + " || chr(8201) || chr(8202) || chr(8203) || chr(8232) || chr(8233) || chr(8239)"
          + " || chr(8287) || chr(12288) || chr(65279)";

  /**
   * A column of the model.
   *
   * @param type null where it is what was loaded
   */
  record Column(
      String target, String name, @Nullable String type, Kind kind, FieldMapping mapping) {}

  private final MappingSet set;
  private final Mapping mapping;
  private final String customer;
  private final DbtNames names;
  private final boolean quoted;
  private final SqlStages stages = new SqlStages();
  private final Map<String, String> sources = new TreeMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, String> unsaid = new LinkedHashMap<>();
  private final List<String> gaps = new ArrayList<>();
  private final String text;

  /**
   * @param quoted whether the source's columns are named in quotes, as some loaders make them
   */
  DbtModel(MappingSet set, Mapping mapping, String customer, DbtNames names, boolean quoted) {
    this.set = set;
    this.mapping = mapping;
    this.customer = customer;
    this.names = names;
    this.quoted = quoted;
    this.text = build();
  }

  String text() {
    return text;
  }

  /** The target object's name. */
  String object() {
    return mapping.target().object();
  }

  DbtNames names() {
    return names;
  }

  List<Column> columns() {
    return columns;
  }

  /** Targets without a column, with the reason. */
  Map<String, String> unsaid() {
    return unsaid;
  }

  /** Sentences. */
  List<String> gaps() {
    return gaps;
  }

  /** Columns of the source by the path that the mapping reads. */
  Map<String, String> sources() {
    return sources;
  }

  Set<String> seeds() {
    return stages.seeds();
  }

  private String build() {
    List<String> select = new ArrayList<>();
    List<String> filters = new ArrayList<>();
    List<String> where = new ArrayList<>();
    Map<String, String> named = DbtNames.columns(mapping);
    for (RowFilter filter : mapping.where()) {
      try {
        filters.add(SqlFilter.of(source(filter.field()), filter));
      } catch (Unsaid e) {
        gap("", "the row filter on " + filter.field() + " is not applied, because " + e.why());
      }
    }
    mapping
        .fields()
        .forEach((target, field) -> {
          String name = String.valueOf(named.get(target));
          Field known = find(set.target(), target);
          SqlField sql = new SqlField(stages, name, mapping, set.lookups(), known, this::source);
          try {
            SqlExpr value = sql.column(field);
            columns.add(new Column(target, name, SqlTypes.word(value), value.kind(), field));
            select.add(value.sql() + " as " + DbtNames.written(name));
            sql.refusals().forEach(r -> where.add("not coalesce(" + r + ", false)"));
            sql.caveats().forEach(caveat -> gap(target, caveat));
          } catch (Unsaid e) {
            unsaid.put(target, e.why());
            gap(target, e.why());
          }
        });
    return written(select, filters, where);
  }

  /** One a line, with commas between and comments where a target has no column. */
  private String written(List<String> select, List<String> filters, List<String> where) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < select.size(); i++) {
      lines.append("        ").append(select.get(i));
      lines.append(i + 1 < select.size() ? ",\n" : "\n");
    }
    StringBuilder out = new StringBuilder();
    String whose = customer.isEmpty() ? "" : " for " + customer;
    out.append("-- ")
        .append(SqlText.comment("Written by Crosswalk (export dbt) from " + mapping.id() + whose))
        .append(".\n-- Edit the mapping and export again; changes made here are lost.\n");
    unsaid.forEach((target, why) ->
        out.append("-- ").append(SqlText.comment("Without " + target + ": " + why)).append(".\n"));
    String steps = stages.text();
    String rest = steps + lines + filters + where;
    if (rest.contains("{{ blanks }}")) {
      out.append("\n{% set blanks = \"").append(BLANKS).append("\" %}\n");
    }
    out.append("\nwith\n\nsource as (\n\n    select * from {{ source('")
        .append(names.source())
        .append("', '")
        .append(names.table())
        .append("') }}");
    conditions(out, filters);
    out.append("\n\n),\n\n")
        .append(steps)
        .append("renamed as (\n\n    select\n")
        .append(lines)
        .append("\n    from ")
        .append(stages.last());
    conditions(out, where);
    return out.append("\n\n)\n\nselect * from renamed\n").toString();
  }

  private static void conditions(StringBuilder out, List<String> all) {
    for (int i = 0; i < all.size(); i++) {
      out.append(i == 0 ? "\n    where " : "\n        and ").append(all.get(i));
    }
  }

  private void gap(String target, String why) {
    gaps.add(
        mapping.id()
            + (customer.isEmpty() ? "" : " for " + customer)
            + (target.isEmpty() ? "" : ": " + target)
            + ": "
            + why
            + ".");
  }

  private SqlExpr source(String path) {
    FieldPath read = FieldPath.parse(path);
    String name = read.names().size() == 1 ? read.first() : String.join("_", read.names());
    String column = SqlText.identifier(name, quoted);
    if (read.names().size() > 1 && !sources.containsKey(path)) {
      gap("", path + " is read from the column " + name + ", which the loader has to make");
    }
    sources.put(path, column);
    Field known = find(set.source(), path);
    boolean number = known != null && known.type().isNumber();
    return number
        ? new SqlExpr("cast(" + column + " as " + SqlExpr.NUMERIC + ")", Kind.NUMBER, 0, false)
        : SqlExpr.column(column, Kind.RAW, 0);
  }

  private static @Nullable Field find(@Nullable SchemaObject object, String path) {
    return object == null ? null : object.field(FieldPath.field(path)).orElse(null);
  }
}
