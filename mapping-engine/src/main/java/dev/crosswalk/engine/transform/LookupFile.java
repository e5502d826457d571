package dev.crosswalk.engine.transform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads a lookup table from CSV, whose first line names the columns. */
public final class LookupFile {
  private static final int MOST_ROWS = 500_000;

  private LookupFile() {}

  /**
   * @param shown the file's name in messages
   * @throws ProblemException {@code lookup-syntax} with the line
   */
  public static Lookups.Table read(String text, String shown) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<String> columns = List.of();
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(plain)) {
      for (CsvRecord row : reader) {
        int line = (int) row.getStartingLineNumber();
        if (columns.isEmpty()) {
          columns = row.getFields();
          if (new HashSet<>(columns).size() < columns.size()) {
            throw bad(shown, line, "two columns have the same name");
          }
        } else if (row.getFieldCount() != columns.size()) {
          throw bad(
              shown,
              line,
              "the line has %d values, and there are %d columns"
                  .formatted(row.getFieldCount(), columns.size()));
        } else if (rows.size() == MOST_ROWS) {
          throw bad(shown, line, "there are more than " + MOST_ROWS + " rows");
        } else {
          rows.add(row.getFields());
        }
      }
    } catch (CsvParseException e) {
      throw bad(shown, 0, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (columns.size() < 2) {
      throw bad(shown, 1, "it needs a first line with two column names or more");
    }
    return new Lookups.Table(columns, rows);
  }

  private static ProblemException bad(String shown, int line, String why) {
    return new ProblemException(
        Problem.error(
            "lookup-syntax",
            new Place(shown, line, 0, null),
            "The lookup table cannot be read: " + why + ".",
            "Write it as CSV with one line for the column names."));
  }
}
