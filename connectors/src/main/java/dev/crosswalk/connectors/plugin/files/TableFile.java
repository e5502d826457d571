package dev.crosswalk.connectors.plugin.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a file, by its ending. */
final class TableFile {
  private static final long LARGEST = 256L * 1024 * 1024;
  private static final Set<String> ENDINGS =
      Set.of("csv", "tsv", "txt", "ndjson", "jsonl", "json", "xlsx");

  private TableFile() {}

  /**
   * @param name of the file without its ending, and of the sheet where there are several
   * @param header in the file's order; names may have no value in the rows
   * @param textOnly all values are text
   */
  record Table(
      String name,
      List<String> header,
      List<Map<String, @Nullable Object>> rows,
      boolean textOnly) {
    static Table ofRecords(String name, List<Map<String, @Nullable Object>> rows) {
      Set<String> header = new LinkedHashSet<>();
      rows.forEach(r -> header.addAll(r.keySet()));
      return new Table(name, List.copyOf(header), rows, false);
    }
  }

  /** The file is not what its ending says; the message says why and where. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** What the table of a file is called, and the first word of its sheets. */
  static String nameOf(Path file) {
    String full = file.getFileName().toString();
    int dot = full.lastIndexOf('.');
    return dot > 0 ? full.substring(0, dot) : full;
  }

  static boolean reads(Path file) {
    return ENDINGS.contains(ending(file));
  }

  /**
   * @param rows at most so many of each table
   * @param encoding of texts
   */
  static List<Table> read(Path file, int rows, Charset encoding) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new Broken("it is larger than " + LARGEST / 1024 / 1024 + " MB");
    }
    String name = nameOf(file);
    return switch (ending(file)) {
      case "xlsx" -> ExcelTables.read(file, name, rows);
      case "ndjson", "jsonl", "json" -> List.of(JsonTable.read(text(file, encoding), name, rows));
      case "csv", "tsv", "txt" -> List.of(CsvTable.read(text(file, encoding), name, rows));
      default -> throw new Broken("its ending is none of " + String.join(", ", ENDINGS));
    };
  }

  private static String text(Path file, Charset encoding) throws IOException {
    try {
      String text = Files.readString(file, encoding);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Broken("it is not " + encoding + " text");
    }
  }
}
