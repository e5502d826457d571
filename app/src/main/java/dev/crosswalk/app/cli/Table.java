package dev.crosswalk.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns that line up, for people. What is long is cut, but for the last column. */
final class Table {
  private static final int WIDEST = 60;

  /** What is always shown of the last column, however narrow the terminal is. */
  private static final int LEAST = 20;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      String text = oneLine(String.valueOf(cell));
      row.add(row.size() < cells.length - 1 ? cut(text) : text);
    }
    rows.add(row);
    return this;
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
    return line.toString();
  }

  /** A value as far as a column shows it. */
  static String cut(String text) {
    return cut(text, WIDEST);
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) > most
        ? text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…"
        : text;
  }

  @Override
  public String toString() {
    return fitted(0);
  }

  /**
   * The last column is not padded, so that no line ends in blanks.
   *
   * @param width of a terminal, to which the last column is cut; 0 = it is not cut
   */
  String fitted(int width) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns - 1; i++) {
        line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
      }
      String last = row.getLast();
      line.append(width > 0 ? cut(last, Math.max(LEAST, width - line.length())) : last);
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }
}
