package dev.crosswalk.connectors.plugin.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.crosswalk.engine.schema.CsvSeparator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file whose first line names the columns. */
final class CsvTable {
  private CsvTable() {}

  static TableFile.Table read(String text, String name, int rows) throws IOException {
    List<String> header = new ArrayList<>();
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(CsvSeparator.of(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : csv) {
        if (header.isEmpty()) {
          header.addAll(named(line.getFields()));
          continue;
        }
        if (records.size() == rows) {
          break;
        }
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), line.getFieldCount()); i++) {
          record.put(header.get(i), line.getField(i));
        }
        records.add(record);
      }
    } catch (CsvParseException e) {
      throw new TableFile.Broken("after row " + (records.size() + 1) + ": " + e.getMessage());
    }
    if (header.isEmpty()) {
      throw new TableFile.Broken("it is empty");
    }
    return new TableFile.Table(name, header, records, true);
  }

  /** Names for all columns; what has none is called by its place, what comes twice is counted. */
  static List<String> named(List<String> header) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      String base = name.isEmpty() ? "Column " + (i + 1) : name;
      String free = base;
      for (int n = 2; !taken.add(free); n++) {
        free = base + " " + n;
      }
      names.add(free);
    }
    return names;
  }
}
