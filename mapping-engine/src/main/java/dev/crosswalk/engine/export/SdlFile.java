package dev.crosswalk.engine.export;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.LoadPlan.Column;
import dev.crosswalk.engine.export.LoadPlan.Fixed;
import dev.crosswalk.engine.export.LoadPlan.Lookup;
import dev.crosswalk.engine.export.LoadPlan.Side;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One mapping file of Data Loader. */
final class SdlFile {
  private final MappingSet set;
  private final Mapping mapping;
  private final String customer;
  private final Side side;
  private final List<String> gaps = new ArrayList<>();

  SdlFile(MappingSet set, Mapping mapping, String customer, Side side) {
    this.set = set;
    this.mapping = mapping;
    this.customer = customer;
    this.side = side;
  }

  /** What the file that was made last does not say. */
  List<String> gaps() {
    return List.copyOf(gaps);
  }

  /** Columns on the left, fields on the right; a column may go to several fields. */
  String load() {
    LoadPlan plan = LoadPlan.of(set, mapping, customer, side, true);
    gaps.addAll(plan.gaps());
    Map<String, List<String>> lines = new TreeMap<>();
    Map<String, String> spelt = new HashMap<>();
    for (Column column : plan.columns()) {
      String field = loaded(column);
      if (field != null && isColumn(column.column(), column.target(), true, spelt)) {
        lines.computeIfAbsent(column.column(), c -> new ArrayList<>()).add(field);
      }
    }
    for (Fixed fixed : plan.constants()) {
      String value = constant(fixed);
      if (value != null) {
        String field = relation(fixed.field(), null, fixed.target());
        if (field != null) {
          lines.computeIfAbsent(value, c -> new ArrayList<>()).add(field);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    heading(text, "Loads", "columns of the file on the left, fields on the right");
    List<String> keys = keys();
    if (!keys.isEmpty()) {
      text.append(SdlText.comment("Upsert by " + String.join(", ", keys) + ".")).append('\n');
    }
    lines.forEach((column, fields) -> line(text, column, String.join(", ", fields)));
    List<String> unmapped =
        plan.unmapped().stream()
            .filter(c -> !spelt.containsKey(c.toLowerCase(Locale.ROOT)) && c.indexOf(',') < 0)
            .toList();
    if (!unmapped.isEmpty()) {
      text.append(SdlText.comment("Not loaded:")).append('\n');
      unmapped.forEach(column -> line(text, column, ""));
    }
    return foot(text);
  }

  /** Fields on the left, columns on the right; a field fills one column. */
  String extract() {
    LoadPlan plan = LoadPlan.of(set, mapping, customer, side, false);
    gaps.addAll(plan.gaps());
    Map<String, String> lines = new TreeMap<>();
    Map<String, String> fields = new HashMap<>();
    for (Column column : plan.columns()) {
      String field = String.join(".", column.field().names());
      String first = fields.putIfAbsent(field.toLowerCase(Locale.ROOT), column.column());
      if (first != null) {
        gap(column.target(), field + " is extracted as " + first + " only");
      } else {
        lines.put(field, column.column());
      }
    }
    for (Fixed fixed : plan.constants()) {
      String value = constant(fixed);
      String column = fixed.field().toString();
      if (value != null && column.indexOf(',') >= 0) {
        gap(fixed.target(), "a comma in a column's name parts two columns");
      } else if (value != null) {
        lines.merge(value, column, (a, b) -> a + ", " + b);
      }
    }
    StringBuilder text = new StringBuilder();
    heading(text, "Extracts", "fields on the left, columns of the file on the right");
    lines.forEach((field, column) -> line(text, field, column));
    return foot(text);
  }

  private void heading(StringBuilder text, String does, String how) {
    String object = side == Side.SOURCE ? mapping.source().object() : mapping.target().object();
    for (String line :
        List.of(
            "Written by Crosswalk (export sdl) from " + OutputNames.whose(mapping, customer) + ".",
            "Edit the mapping and export again; changes made here are lost.",
            does + " " + object + ": " + how + ".")) {
      text.append(SdlText.comment(line)).append('\n');
    }
  }

  private String foot(StringBuilder text) {
    gaps.forEach(gap -> text.append(SdlText.comment("Not expressed: " + gap)).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(SdlText.line(key, value)).append('\n');
  }

  /** The fields of the CRM by which the mapping matches records. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (String target : mapping.key()) {
      String field =
          side == Side.TARGET
              ? target
              : mapping.field(target).map(f -> AmpersandFields.single(f.input())).orElse(null);
      if (field != null) {
        keys.add(field);
      }
    }
    return keys;
  }

  /** Data Loader tells columns apart by letters only, and takes commas and quotes for its own. */
  private boolean isColumn(String column, String target, boolean load, Map<String, String> spelt) {
    if (load && column.indexOf(',') >= 0) {
      gap(target, "a comma in a column's name parts two columns");
      return false;
    }
    if (column.length() > 1 && column.startsWith("\"") && column.endsWith("\"")) {
      gap(target, "a column in quotes is read as a constant");
      return false;
    }
    String known = spelt.putIfAbsent(column.toLowerCase(Locale.ROOT), column);
    if (known != null && !known.equals(column)) {
      gap(target, "the columns " + known + " and " + column + " count as one");
      return false;
    }
    return true;
  }

  private @Nullable String constant(Fixed fixed) {
    String value = Texts.of(fixed.value());
    if (value == null) {
      gap(fixed.target(), "only text, numbers and booleans are constants");
      return null;
    }
    return "\"" + value + "\"";
  }

  private @Nullable String loaded(Column column) {
    return relation(column.field(), column.lookup(), column.target());
  }

  /** {@code Field}, or {@code Relationship:Key}, or {@code Relationship:Object-Key}. */
  private @Nullable String relation(FieldPath path, @Nullable Lookup lookup, String target) {
    String field;
    if (path.names().size() > 2) {
      gap(target, "only one reference can be crossed");
      return null;
    } else if (path.names().size() == 2) {
      field = path.first() + ":" + path.last();
    } else if (lookup == null) {
      field = path.first();
    } else {
      SchemaObject object = side == Side.SOURCE ? set.source() : set.target();
      Field known = object == null ? null : object.field(path.first()).orElse(null);
      String relationship =
          known == null || known.relationship() == null
              ? relationship(path.first())
              : known.relationship();
      boolean several = known != null && known.references().size() > 1;
      field =
          relationship
              + ":"
              + (several && !lookup.object().isEmpty() ? lookup.object() + "-" : "")
              + lookup.key();
    }
    if (field.indexOf(',') >= 0) {
      gap(target, "a comma in a field's name parts two fields");
      return null;
    }
    return field;
  }

  /** The way in which Salesforce names them: AccountId, Parent__c. */
  private static String relationship(String field) {
    return field.endsWith("__c")
        ? field.substring(0, field.length() - 1) + "r"
        : field.endsWith("Id") && field.length() > 2
            ? field.substring(0, field.length() - 2)
            : field;
  }

  private void gap(String target, String what) {
    gaps.add(OutputNames.whose(mapping, customer) + ": " + target + ": " + what + ".");
  }
}
