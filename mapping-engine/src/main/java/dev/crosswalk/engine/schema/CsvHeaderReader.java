package dev.crosswalk.engine.schema;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the header of a CSV file and guesses types from the first rows. Values themselves are not
 * kept, since they may be of real people.
 */
final class CsvHeaderReader {
  private static final int ROWS = 200;

  private final String text;
  private final String file;

  CsvHeaderReader(String text, String file) {
    this.text = text;
    this.file = file;
  }

  Schema read() {
    if (text.isBlank()) {
      throw SchemaImport.problem(file, 1, "The CSV file is empty", "Give one with a header line.");
    }
    List<String> header = new ArrayList<>();
    List<List<String>> columns = new ArrayList<>();
    int line = 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(CsvSeparator.of(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      int rows = 0;
      for (CsvRecord row : csv) {
        line = (int) row.getStartingLineNumber();
        if (header.isEmpty()) {
          header.addAll(row.getFields().stream().map(String::strip).toList());
          checkHeader(header, line);
          header.forEach(h -> columns.add(new ArrayList<>()));
          continue;
        }
        if (++rows > ROWS) {
          break;
        }
        for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
          columns.get(i).add(row.getField(i));
        }
      }
    } catch (CsvParseException e) {
      throw SchemaImport.problem(
          file,
          line,
          "The CSV cannot be read after this line: " + e.getMessage(),
          "Mend the quotes, or cut overlong values.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      fields.add(Field.builder(header.get(i), TextTypes.guess(columns.get(i))).build());
    }
    String base = SchemaImport.baseName(file);
    return Schema.of(base, List.of(SchemaObject.of(base, fields)));
  }

  private void checkHeader(List<String> header, int line) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isEmpty()) {
        throw SchemaImport.problem(
            file,
            line,
            "Column " + (i + 1) + " of the header has no name",
            "Name it or take the column out.");
      }
      Integer before = seen.put(name, i + 1);
      if (before != null) {
        throw SchemaImport.problem(
            file,
            line,
            "Columns " + before + " and " + (i + 1) + " are both named '" + name + "'",
            "Give each column a name of its own.");
      }
    }
  }
}
