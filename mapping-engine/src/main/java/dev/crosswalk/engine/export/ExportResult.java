package dev.crosswalk.engine.export;

import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an export made.
 *
 * @param files texts with the paths to write them to
 * @param notExpressed what the format could not say, one sentence each, naming mapping and target
 * @param problems what a person should settle
 * @param replayed what came out when the files were run on the golden records
 */
public record ExportResult(
    List<OutputFile> files, List<String> notExpressed, List<Problem> problems, Replayed replayed) {

  public ExportResult {
    files = List.copyOf(files);
    notExpressed = List.copyOf(notExpressed);
    problems = List.copyOf(problems);
  }

  /** As an exporter gives it: nothing has been run yet. */
  public ExportResult(List<OutputFile> files, List<String> notExpressed, List<Problem> problems) {
    this(files, notExpressed, problems, Replayed.NOTHING);
  }

  /** The same after a replay. */
  ExportResult with(Replayed outcome) {
    return new ExportResult(files, notExpressed, problems, outcome);
  }

  /** The same with more problems. */
  public ExportResult with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new ExportResult(files, notExpressed, all, replayed);
  }

  /** The text of one file, by its path. */
  public Optional<String> text(String path) {
    return files.stream().filter(f -> f.path().equals(path)).map(OutputFile::text).findFirst();
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /**
   * One file.
   *
   * @param path relative to the export's folder, with slashes
   * @param text UTF-8, LF where the format leaves it open, with a final newline
   */
  public record OutputFile(String path, String text) {}
}
