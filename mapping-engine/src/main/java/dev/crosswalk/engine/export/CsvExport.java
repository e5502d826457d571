package dev.crosswalk.engine.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.export.ExportResult.OutputFile;
import dev.crosswalk.engine.mapping.FieldMapping.WriteMode;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * CSV for a spreadsheet, a row for each target (RFC 4180). {@link CsvImport} reads it back. The
 * setting {@code bom} (true where left out) says whether it begins with a byte-order mark, by which
 * Excel knows UTF-8; {@code separator} is what stands between two cells.
 */
public final class CsvExport implements Exporter {
  static final String BOM = "\ufeff";

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public String title() {
    return "Spreadsheet (CSV)";
  }

  @Override
  public String doc() {
    return "A row for each target, to be read and edited in a spreadsheet; it comes back in.";
  }

  @Override
  public List<String> settings() {
    return List.of("separator", "bom");
  }

  @Override
  public ExportResult export(ExportRequest request) {
    List<OutputFile> files = new ArrayList<>();
    Set<String> notExpressed = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    String bom = String.valueOf(request.settings().getOrDefault("bom", "true"));
    String given = String.valueOf(request.settings().getOrDefault("separator", ","));
    char separator = given.equals("tab") ? '\t' : given.isEmpty() ? ',' : given.charAt(0);
    if (",;\t|".indexOf(separator) < 0 || given.length() > 1 && !given.equals("tab")) {
      problems.add(
          Problem.error(
              "export-setting",
              null,
              "The separator '" + given + "' is not one that tables are read with.",
              "Choose a comma, a semicolon, a bar, or the word tab."));
      return new ExportResult(files, List.of(), problems);
    }
    boolean mark = bom.equals("true");
    if (!mark && !bom.equals("false")) {
      problems.add(
          Problem.error(
              "export-setting",
              null,
              "The setting 'bom' is '" + bom + "'.",
              "Write true or false."));
      return new ExportResult(files, List.of(), problems);
    }
    for (MappingSet set : request.mappings()) {
      files.add(file(set, MappingSet.BASE, mark, separator));
      for (String customer : set.customers().keySet()) {
        Problem bad = OutputNames.problem(customer);
        if (bad == null) {
          files.add(file(set.as(customer), customer, mark, separator));
        } else {
          problems.add(bad);
        }
      }
      gaps(set.base(), notExpressed);
    }
    return new ExportResult(files, List.copyOf(notExpressed), problems);
  }

  /** What has no column. */
  private static void gaps(Mapping mapping, Set<String> notExpressed) {
    if (!mapping.where().isEmpty()) {
      notExpressed.add(mapping.id() + ": the row filter is not in the table.");
    }
    if (!mapping.rejected().isEmpty() || !mapping.ignored().isEmpty()) {
      notExpressed.add(
          mapping.id() + ": rejected suggestions and ignored sources are not in the table.");
    }
    mapping
        .fields()
        .forEach((target, field) -> {
          if (field.reference() != null || field.write() != WriteMode.ALWAYS) {
            notExpressed.add(
                mapping.id() + ": " + target + ": when it is written, and its reference.");
          }
        });
  }

  private static OutputFile file(MappingSet set, String customer, boolean bom, char separator) {
    Mapping mapping = set.mapping(customer).orElseThrow();
    SortedMap<String, Mapping> others = customer.isEmpty() ? set.customers() : new TreeMap<>();
    StringWriter out = new StringWriter();
    if (bom) {
      out.write(BOM);
    }
    try (CsvWriter writer =
        CsvWriter.builder()
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(out)) {
      writer.writeRecord(Sheet.COLUMNS);
      for (String target : Sheet.targets(mapping, set.target())) {
        Map<String, String> row = Sheet.row(target, mapping, others, set.source(), set.target());
        writer.writeRecord(
            Sheet.COLUMNS.stream().map(c -> guarded(row.getOrDefault(c, ""))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OutputFile(OutputNames.path(mapping, customer, ".csv"), out.toString());
  }

  /** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
  static String guarded(String cell) {
    return !cell.isEmpty() && "=+-@\t\r'".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** The inverse of {@link #guarded}. */
  static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r'".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }
}
