package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.UnifiedDiff;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingWords;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One file that differs from the last commit, in mapping words and as text.
 *
 * @param words sentences; empty where it is no mapping, or nothing that matters to records changed
 * @param diff the unified diff's lines
 */
record Change(FileChange file, List<String> words, List<String> diff) {

  Change {
    words = List.copyOf(words);
    diff = List.copyOf(diff);
  }

  /**
   * @param read reads a mapping from a path and its text; empty where it is none
   */
  static Change of(FileChange file, BiFunction<String, String, Optional<Mapping>> read) {
    Mapping before =
        file.oldText().isEmpty() ? null : read.apply(file.path(), file.oldText()).orElse(null);
    Mapping after =
        file.newText().isEmpty() ? null : read.apply(file.path(), file.newText()).orElse(null);
    return new Change(
        file, MappingWords.diff(before, after), UnifiedDiff.of(file).lines().toList());
  }
}
