package dev.crosswalk.connectors.plugin.files;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The sheets of an Excel file (.xlsx) whose first filled row names the columns. */
final class ExcelTables {
  private ExcelTables() {}

  static List<TableFile.Table> read(Path file, String name, int rows) throws IOException {
    List<TableFile.Table> tables = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      for (Sheet sheet : sheets) {
        TableFile.Table table =
            table(sheet, sheets.size() == 1 ? name : name + "." + sheet.getName(), rows);
        if (!table.header().isEmpty()) {
          tables.add(table);
        }
      }
    } catch (ExcelReaderException e) {
      throw new TableFile.Broken("it is no Excel file (.xlsx): " + e.getMessage());
    }
    if (tables.isEmpty()) {
      throw new TableFile.Broken("no sheet has a row of names");
    }
    return tables;
  }

  private static TableFile.Table table(Sheet sheet, String name, int most) throws IOException {
    List<String> header = List.of();
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      Iterator<Row> rows = stream.iterator();
      while (rows.hasNext() && records.size() < most) {
        Row row = rows.next();
        if (header.isEmpty()) {
          if (row.getPhysicalCellCount() > 0) {
            header = header(row);
          }
          continue;
        }
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          record.put(header.get(i), i < row.getCellCount() ? value(row.getCell(i)) : null);
        }
        if (record.values().stream().anyMatch(java.util.Objects::nonNull)) {
          records.add(record);
        }
      }
    }
    return new TableFile.Table(name, header, records, false);
  }

  private static List<String> header(Row row) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      names.add(cell == null ? "" : cell.getText());
    }
    return CsvTable.named(names);
  }

  private static @Nullable Object value(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return null;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return isTime(cell) ? time(cell, number) : plain(number);
    }
    return value instanceof String text && text.isEmpty() ? null : value;
  }

  private static Object plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() <= 0 && stripped.precision() <= 18
        ? (Object) stripped.longValueExact()
        : number;
  }

  /** Excel has no type for dates: a number is one where it is shown as one. */
  private static boolean isTime(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return bare.matches(".*(yy|dd|d[-/. ]|hh|h:|mmm).*") && !bare.contains("general");
  }

  private static Object time(Cell cell, BigDecimal number) {
    LocalDateTime moment = cell.asDate();
    if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0) {
      return moment.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }
}
