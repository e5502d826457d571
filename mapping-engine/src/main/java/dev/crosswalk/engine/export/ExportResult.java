package dev.crosswalk.engine.export;

import dev.crosswalk.engine.problem.Problem;
import java.util.List;

/**
 * What an export made.
 *
 * @param files texts with the paths to write them to
 * @param notExpressed what the format could not say, one sentence each, naming mapping and target
 * @param problems what a person should settle
 */
public record ExportResult(
    List<OutputFile> files, List<String> notExpressed, List<Problem> problems) {

  public ExportResult {
    files = List.copyOf(files);
    notExpressed = List.copyOf(notExpressed);
    problems = List.copyOf(problems);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /**
   * One file.
   *
   * @param path relative to the export's folder, with slashes
   * @param text UTF-8, LF, with a final newline
   */
  public record OutputFile(String path, String text) {}
}
