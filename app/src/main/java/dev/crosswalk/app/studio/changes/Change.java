package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.UnifiedDiff;
import dev.crosswalk.engine.text.ConflictMarks;
import java.util.List;
import java.util.function.Function;

/**
 * One file that differs from the last commit, in mapping words and as text.
 *
 * @param words sentences; empty where nothing that matters to records changed
 * @param diff the unified diff's lines
 */
record Change(FileChange file, List<String> words, List<String> diff) {

  Change {
    words = List.copyOf(words);
    diff = List.copyOf(diff);
  }

  /**
   * @param words says what changed in a file
   */
  static Change of(FileChange file, Function<FileChange, List<String>> words) {
    return new Change(file, words.apply(file), UnifiedDiff.of(file).lines().toList());
  }

  /** Whether a merge left something in the file that a person has to settle. */
  boolean isContested() {
    return !ConflictMarks.in(file.newText()).isEmpty();
  }
}
