package dev.crosswalk.engine.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingPlain;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.CsvSeparator;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.text.Nearest;
import dev.crosswalk.engine.text.YamlLayout;
import dev.crosswalk.engine.text.YamlWriter;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of {@link CsvExport} back, as somebody may have edited it. A cell that is as it
 * would be written changes nothing; a row or a column that is not there leaves the mapping as it
 * is; a row without source, expression, constant and question unmaps its target.
 */
public final class CsvImport {
  private static final int MOST_ROWS = 20_000;
  private static final Origin IMPORTED = new Origin("import", null, null);

  /**
   * What the table changes.
   *
   * @param fields by target path, how it is mapped now; empty where it is not any more
   * @param problems what is refused (errors), each with row and column, and what is not read
   */
  public record Changes(Map<String, Optional<FieldMapping>> fields, List<Problem> problems) {
    public Changes {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      problems = List.copyOf(problems);
    }
  }

  private final String file;
  private final Mapping mapping;
  private final @Nullable SchemaObject source;
  private final @Nullable SchemaObject target;
  private final Lookups lookups;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Optional<FieldMapping>> fields = new LinkedHashMap<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * @param file the table's name, for messages
   * @param mapping what it is read into: a base, or what a customer makes of it
   * @param source the source object; null if unknown, then any source is taken
   * @param target the target object; null if unknown, then any target is taken
   */
  public CsvImport(
      String file,
      Mapping mapping,
      @Nullable SchemaObject source,
      @Nullable SchemaObject target,
      Lookups lookups) {
    this.file = file;
    this.mapping = mapping;
    this.source = source;
    this.target = target;
    this.lookups = lookups;
  }

  /** Reads the whole table; never throws for what stands in it. */
  public Changes read(String given) {
    String text = given.startsWith(CsvExport.BOM) ? given.substring(1) : given;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(CsvSeparator.of(text))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      int rows = 0;
      for (CsvRecord record : reader) {
        if (rows == 0) {
          if (!head(record)) {
            break;
          }
        } else if (rows > MOST_ROWS) {
          add(
              "csv-too-long",
              0,
              0,
              "There are more than " + MOST_ROWS + " rows",
              "Split the table");
          break;
        } else {
          row(record);
        }
        rows++;
      }
      if (rows == 0 && problems.isEmpty()) {
        add("csv-columns", 1, 0, "The table is empty", "Export the mapping as csv first");
      }
    } catch (CsvParseException e) {
      add("csv-syntax", 0, 0, "The table cannot be read: " + e.getMessage(), "Save it as CSV anew");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Changes(fields, problems);
  }

  private boolean head(CsvRecord record) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      String name = record.getField(i).strip().toLowerCase(Locale.ROOT);
      if (!Sheet.COLUMNS.contains(name)) {
        if (!name.isEmpty()) {
          problems.add(
              Problem.info(
                  "csv-columns",
                  new Place(file, 1, i + 1, null),
                  "The column '" + name + "' is not read.",
                  ""));
        }
      } else if (columns.putIfAbsent(name, i) != null) {
        add("csv-columns", 1, i + 1, "The column '" + name + "' is there twice", "Remove one");
      }
    }
    if (!columns.containsKey(Sheet.TARGET)) {
      add(
          "csv-columns",
          1,
          0,
          "The table has no column 'target', so its rows say of nothing what they are for",
          "Keep the first line as the export wrote it");
      return false;
    }
    return true;
  }

  private void row(CsvRecord record) {
    int line = (int) record.getStartingLineNumber();
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach((name, at) -> {
      // A row that is cut short says nothing of the columns behind it.
      if (at < record.getFieldCount()) {
        cells.put(name, CsvExport.unguarded(record.getField(at)).replace("\r\n", "\n"));
      }
    });
    String path = cells.getOrDefault(Sheet.TARGET, "").strip();
    if (path.isEmpty()) {
      if (cells.values().stream().anyMatch(c -> !c.isBlank())) {
        refuse(line, Sheet.TARGET, "The row names no target", "Name one, or remove the row");
      }
      return;
    }
    if (!seen.add(path)) {
      refuse(line, Sheet.TARGET, "The target '" + path + "' has two rows", "Remove one of them");
      return;
    }
    FieldMapping old = mapping.fields().get(path);
    if (old == null && target != null && target.field(path).isEmpty()) {
      List<String> names = target.fields().stream().map(Field::name).toList();
      refuse(
          line,
          Sheet.TARGET,
          "The model has no target '" + path + "'",
          Nearest.mend(path, names, "Add it to the model, or remove the row."));
      return;
    }
    field(line, path, old, cells);
  }

  private void field(int line, String path, @Nullable FieldMapping old, Map<String, String> cells) {
    Map<String, String> before = old == null ? Map.of() : Sheet.read(old);
    Map<String, String> changed = new LinkedHashMap<>();
    for (String column : Sheet.READ) {
      String cell = cells.get(column);
      boolean same =
          cell == null
              || (column.equals(Sheet.REQUIRED)
                  ? Boolean.valueOf(old != null && old.required()).equals(yes(cell))
                  : cell.strip().equals(before.getOrDefault(column, "").strip()));
      if (!same) {
        changed.put(column, cell == null ? "" : cell.strip());
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    List<String> inputs =
        List.of(Sheet.SOURCE, Sheet.EXPRESSION, Sheet.CONSTANT, Sheet.QUESTION).stream()
            .filter(c -> !cells.getOrDefault(c, before.getOrDefault(c, "")).isBlank())
            .toList();
    if (inputs.isEmpty()) {
      if (old != null) {
        fields.put(path, Optional.empty());
      } else {
        String column = changed.keySet().iterator().next();
        problems.add(
            Problem.warning(
                "csv-unmapped",
                place(line, column),
                "Column '"
                    + column
                    + "': The target '"
                    + path
                    + "' has no source and is not mapped,"
                    + " so the rest of its row is not read.",
                "Give it a source, an expression, a constant or a question to map it."));
      }
      return;
    }
    if (inputs.size() > 1) {
      refuse(
          line,
          inputs.get(1),
          "The target '" + path + "' has both " + inputs.get(0) + " and " + inputs.get(1),
          "Keep one of them");
      return;
    }
    int errors = problems.size();
    Map<String, @Nullable Object> plain =
        old == null ? new LinkedHashMap<>() : new LinkedHashMap<>(MappingPlain.of(old));
    changed.forEach((column, cell) -> {
      try {
        put(line, column, cell, plain);
      } catch (ProblemException e) {
        refuse(line, column, sentence(e.problem().what()), "Write it as in a mapping file");
      }
    });
    boolean other = inputs.stream().anyMatch(changed::containsKey);
    if (other) {
      plain.remove("origin");
    }
    if (problems.size() == errors) {
      read(line, path, plain, changed, other);
    }
  }

  private static final List<String> YES = List.of("yes", "true", "x", "ja");
  private static final List<String> NO = List.of("", "no", "false", "nein", "model");

  /** Null where the word is neither. */
  private static @Nullable Boolean yes(String cell) {
    String word = cell.strip().toLowerCase(Locale.ROOT);
    return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
  }

  private void put(int line, String column, String cell, Map<String, @Nullable Object> plain) {
    boolean empty = cell.isEmpty();
    switch (column) {
      case Sheet.SOURCE -> set(plain, "from", empty ? null : sources(line, cell));
      case Sheet.EXPRESSION -> set(plain, "expr", empty ? null : cell);
      case Sheet.QUESTION -> {
        set(plain, "ask", empty ? null : cell);
        if (empty) {
          plain.remove("suggest");
        }
      }
      case Sheet.CONSTANT -> typed(plain, "constant", cell);
      case Sheet.DEFAULT -> typed(plain, "default", cell);
      case Sheet.WHEN -> set(plain, "when", empty ? null : cell);
      case Sheet.STEPS -> set(plain, "use", empty ? null : SheetCells.readSteps(cell, file));
      case Sheet.VALUES, Sheet.OTHER -> values(line, column, cell, plain);
      case Sheet.REQUIRED -> {
        Boolean yes = yes(cell);
        if (yes == null) {
          refuse(line, column, "'" + cell + "' is neither yes nor no", "Write yes or no");
        } else {
          set(plain, "required", yes ? true : null);
        }
      }
      default -> set(plain, "note", empty ? null : cell);
    }
  }

  private static void set(Map<String, @Nullable Object> plain, String key, @Nullable Object value) {
    if (value == null) {
      plain.remove(key);
    } else {
      plain.put(key, value);
    }
  }

  /** Null is a value here, and an empty cell is none. */
  private void typed(Map<String, @Nullable Object> plain, String key, String cell) {
    if (cell.isEmpty()) {
      plain.remove(key);
    } else {
      plain.put(key, SheetCells.readValue(cell, file));
    }
  }

  private void values(int line, String column, String cell, Map<String, @Nullable Object> plain) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (plain.get("values") instanceof Map<?, ?> old) {
      old.forEach((key, value) -> values.put(String.valueOf(key), value));
    }
    if (column.equals(Sheet.VALUES)) {
      if (cell.isEmpty()) {
        plain.remove("values");
        return;
      }
      values.put("map", SheetCells.readValues(cell, file));
    } else {
      Map<String, @Nullable Object> other = SheetCells.readOther(cell, file);
      if (other == null) {
        refuse(
            line,
            column,
            "'" + cell + "' does not say what other values become",
            "Write reject, keep, or set: and a value; with , warn behind it to be told");
      } else if (other.isEmpty()) {
        values.remove("other");
      } else {
        values.put("other", other);
      }
    }
    if (values.containsKey("map")) {
      plain.put("values", values);
    }
  }

  /** One path, several with + between them, or one in brackets for a list of one. */
  private @Nullable Object sources(int line, String cell) {
    boolean one = cell.startsWith("[") && cell.endsWith("]") && !cell.startsWith("['");
    List<String> paths = new ArrayList<>();
    for (String part : (one ? cell.substring(1, cell.length() - 1) : cell).split("\\s\\+\\s")) {
      String path = part.strip();
      try {
        FieldPath parsed = FieldPath.parse(path);
        paths.add(path);
        if (!known(path, parsed)) {
          List<String> names =
              source == null ? List.of() : source.fields().stream().map(Field::name).toList();
          refuse(
              line,
              Sheet.SOURCE,
              mapping.source().object() + " has no field '" + path + "'",
              Nearest.mend(path, names, "Look it up under Schemas."));
        }
      } catch (IllegalArgumentException e) {
        refuse(line, Sheet.SOURCE, sentence(String.valueOf(e.getMessage())), "Correct the path");
      }
    }
    return paths.size() == 1 && !one ? paths.get(0) : paths;
  }

  /** A path that goes on behind a reference or into an object is known by where it begins. */
  private boolean known(String path, FieldPath parsed) {
    return source == null
        || source.field(FieldPath.field(path)).isPresent()
        || source.fields().stream()
            .anyMatch(f ->
                parsed.names().size() > 1
                    && (f.name().equals(parsed.first())
                        || parsed.first().equals(f.relationship())
                        || f.name().startsWith(parsed.first() + ".")));
  }

  /** Reads the field as if it stood in a mapping file, and compiles it. */
  private void read(
      int line,
      String path,
      Map<String, @Nullable Object> plain,
      Map<String, String> changed,
      boolean imported) {
    Map<String, @Nullable Object> root =
        new LinkedHashMap<>(MappingPlain.of(mapping.withFields(new TreeMap<>())));
    root.put("fields", Map.of(path, plain));
    root.remove("where");
    root.remove("key");
    MappingDocument document =
        MappingDocument.parse(YamlWriter.write(root, YamlLayout.PLAIN), file);
    Mapping alone = document.mapping().orElse(null);
    List<Problem> found = new ArrayList<>(document.problems());
    if (alone != null && found.stream().noneMatch(Problem::isError)) {
      found.clear();
      try {
        CompiledMapping.compile(alone, source, target, lookups);
      } catch (ProblemException e) {
        found.addAll(e.problems());
      }
    }
    List<Problem> errors = found.stream().filter(Problem::isError).toList();
    for (Problem problem : errors) {
      refuse(line, column(problem, changed), sentence(problem.what()), problem.next());
    }
    if (alone != null && errors.isEmpty()) {
      FieldMapping field = alone.fields().get(path);
      FieldMapping old = mapping.fields().get(path);
      // A spreadsheet writes TRUE for true: another cell, and the same mapping.
      boolean same =
          field != null && old != null && field.withOrigin(null).equals(old.withOrigin(null));
      if (field != null && !same) {
        fields.put(path, Optional.of(imported ? field.withOrigin(IMPORTED) : field));
      }
    }
  }

  /** The column of the key that a problem is about, else the first that was changed. */
  private static String column(Problem problem, Map<String, String> changed) {
    String at = problem.place() == null ? "" : String.valueOf(problem.place().path());
    Map<String, String> byKey =
        Map.of(
            "use",
            Sheet.STEPS,
            "from",
            Sheet.SOURCE,
            "expr",
            Sheet.EXPRESSION,
            "when",
            Sheet.WHEN,
            "values",
            Sheet.VALUES,
            "default",
            Sheet.DEFAULT);
    for (Map.Entry<String, String> entry : byKey.entrySet()) {
      if (at.matches(".*\\." + entry.getKey() + "\\b.*")) {
        return entry.getValue();
      }
    }
    return changed.keySet().iterator().next();
  }

  private void refuse(int line, String column, String what, String next) {
    add(
        "csv-refused",
        line,
        columns.getOrDefault(column, 0) + 1,
        "Column '" + column + "': " + what,
        next);
  }

  private Place place(int line, String column) {
    return new Place(file, line, columns.getOrDefault(column, 0) + 1, null);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private void add(String code, int line, int column, String what, String next) {
    problems.add(
        Problem.error(
            code,
            new Place(file, line, column, null),
            what + ".",
            next.endsWith(".") || next.endsWith("?") || next.isEmpty() ? next : next + "."));
  }
}
