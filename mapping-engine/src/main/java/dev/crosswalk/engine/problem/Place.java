package dev.crosswalk.engine.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Problem} is: a file with line and column, and the path inside it.
 *
 * @param file the file as the person knows it (relative to the workspace, or as given)
 * @param line first line is 1; 0 where the problem is about the whole file
 * @param column first column is 1; 0 where the problem is about the whole line or file
 * @param path the path of keys inside the file, such as {@code fields.email.from}; null if none
 */
public record Place(String file, int line, int column, @Nullable String path) {

  public static Place of(String file) {
    return new Place(file, 0, 0, null);
  }

  /** {@code file:12:3}, the form that terminals and editors link. */
  @Override
  public String toString() {
    return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
