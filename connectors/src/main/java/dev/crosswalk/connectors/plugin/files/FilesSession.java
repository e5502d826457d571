package dev.crosswalk.connectors.plugin.files;

import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.plugin.LocalSession;
import dev.crosswalk.connectors.plugin.SessionPlugin;
import dev.crosswalk.connectors.plugin.Work;
import dev.crosswalk.connectors.plugin.sample.Inference;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file or a folder of files: each table in them is an object. Nothing is ever written. */
final class FilesSession extends LocalSession {
  private static final int ROWS = 1000;
  private static final int MOST_FILES = 200;

  FilesSession(SessionPlugin.Opening opening) {
    super(opening);
  }

  private Path root() {
    return Path.of(opening().inputs().getOrDefault("path", ""));
  }

  private List<Path> files() {
    Path root = root();
    if (!root.isAbsolute() || !Files.exists(root)) {
      throw bad(
          "file-missing",
          "There is no file or folder '" + root + "'.",
          "Give the whole path of a CSV, NDJSON, JSON or Excel file, or of a folder of such files.");
    }
    if (!Files.isDirectory(root)) {
      return List.of(root);
    }
    try (Stream<Path> all = Files.list(root)) {
      List<Path> files =
          all.filter(f -> Files.isRegularFile(f) && TableFile.reads(f))
              .sorted()
              .limit(MOST_FILES)
              .toList();
      if (files.isEmpty()) {
        throw bad(
            "file-missing",
            "The folder '" + root + "' holds no CSV, NDJSON, JSON or Excel file.",
            "Put the exports there.");
      }
      return files;
    } catch (IOException e) {
      throw bad("file-read", "The folder '" + root + "' cannot be read.", "Check its permissions.");
    }
  }

  /**
   * Each table by its name, with up to so many of its rows.
   *
   * @param unread gets the files of a folder that cannot be read, by their names
   * @param last no table after this one is wanted; null for all
   */
  private Map<String, TableFile.Table> tables(
      int rows, @Nullable String last, Work progress, Map<String, Problem> unread) {
    Map<String, TableFile.Table> tables = new LinkedHashMap<>();
    for (Path file : files()) {
      progress.check();
      if (last != null && tables.containsKey(last)) {
        break;
      }
      try {
        for (TableFile.Table table : TableFile.read(file, rows, encoding())) {
          tables.put(unused(tables, table.name()), table);
        }
      } catch (IOException | TableFile.Broken e) {
        unread.put(
            TableFile.nameOf(file),
            Problem.error(
                "file-read",
                null,
                "The file '"
                    + file
                    + "' cannot be read: "
                    + opening().redacted().apply(String.valueOf(e.getMessage()))
                    + ".",
                "Mend it or export it again; if it is in another encoding than "
                    + encoding()
                    + ", connect with --set encoding=…, such as windows-1252."));
      }
    }
    // The others of a folder are there all the same.
    if (tables.isEmpty() && !unread.isEmpty()) {
      throw new ProblemException(unread.values().iterator().next());
    }
    return tables;
  }

  private Map<String, TableFile.Table> tables(int rows, Work progress) {
    return tables(rows, null, progress, new LinkedHashMap<>());
  }

  private Charset encoding() {
    String name = opening().inputs().getOrDefault("encoding", "");
    try {
      return name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
    } catch (IllegalArgumentException e) {
      throw bad(
          "file-encoding",
          "The encoding '" + name + "' is not known.",
          "Give one such as UTF-8, windows-1252, ISO-8859-2 or UTF-16.");
    }
  }

  private static String unused(Map<String, ?> taken, String name) {
    String free = name;
    for (int i = 2; taken.containsKey(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  @Override
  protected Identity identity(Work progress) {
    int count = tables(1, progress).size();
    return new Identity(
        null,
        root() + " (" + count + (count == 1 ? " table)" : " tables)"),
        null,
        null,
        List.of(),
        null);
  }

  @Override
  protected List<String> names(Work progress) {
    return List.copyOf(tables(1, progress).keySet());
  }

  @Override
  protected List<SchemaObject> read(
      Collection<String> names, Work progress, Map<String, Problem> unread) {
    List<SchemaObject> objects = new ArrayList<>();
    tables(ROWS, null, progress, unread)
        .forEach((name, table) -> {
          if (names.contains(name)) {
            objects.add(SchemaObject.of(name, fields(table)));
          }
        });
    return objects;
  }

  private static List<Field> fields(TableFile.Table table) {
    List<Field> fields = new ArrayList<>();
    for (Map<String, @Nullable Object> each :
        new Inference(table.textOnly()).fields(table.rows())) {
      FieldType type = FieldType.ofWord(String.valueOf(each.get("type"))).orElse(FieldType.ANY);
      fields.add(
          Field.builder(String.valueOf(each.get("name")), type)
              .nativeType(Objects.toString(each.get("native"), null))
              .partOf(Objects.toString(each.get("partOf"), null))
              .multiple(each.get("multiple") instanceof Boolean b ? b : null)
              .warnings(
                  ((List<?>) Objects.requireNonNull(each.get("warnings")))
                      .stream().map(Object::toString).toList())
              .build());
    }
    for (String column : table.header()) {
      if (fields.stream().noneMatch(f -> f.name().equals(column))) {
        fields.add(Field.builder(column, FieldType.STRING).build());
      }
    }
    return fields;
  }

  @Override
  protected List<Map<String, @Nullable Object>> records(
      SchemaObject object, List<String> fields, int limit, Work progress) {
    TableFile.Table table =
        tables(limit, object.name(), progress, new LinkedHashMap<>()).get(object.name());
    if (table == null) {
      throw bad(
          "object-unknown",
          "There is no table '" + object.name() + "' any more.",
          "Discover the files again.");
    }
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (Map<String, @Nullable Object> row : table.rows()) {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      row.forEach((name, value) -> {
        if (fields.contains(name) || fields.stream().anyMatch(f -> f.startsWith(name + "."))) {
          record.put(name, value);
        }
      });
      records.add(record);
    }
    return records;
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
