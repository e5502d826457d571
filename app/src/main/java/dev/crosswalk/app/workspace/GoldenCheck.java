package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.golden.Golden;
import dev.crosswalk.engine.golden.GoldenFile;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.golden.PersonalData;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replays the golden records of a workspace, and looks whether they are masked. */
final class GoldenCheck {
  private final Workspace workspace;
  private final GoldenFiles golden;

  GoldenCheck(Workspace workspace) {
    this.workspace = workspace;
    this.golden = new GoldenFiles(workspace);
  }

  List<GoldenFiles.Found> files() {
    return golden.all();
  }

  /**
   * What is wrong with one file.
   *
   * @throws dev.crosswalk.engine.problem.ProblemException where it cannot be read, or its mapping
   *     cannot run
   */
  List<Problem> check(GoldenFiles.Found found) {
    GoldenFile file = golden.read(found.file());
    List<Problem> problems = new ArrayList<>(unmasked(file));
    MappingEntry mapping = workspace.mapping(file.mapping()).orElse(null);
    if (mapping == null) {
      problems.add(
          Problem.error(
              "golden-mapping",
              file.place(0, List.of()),
              "The workspace has no mapping " + file.mapping() + ", of which these records are.",
              "Correct the key 'mapping', or remove the file."));
    } else if (mapping.readable()) {
      problems.addAll(
          Golden.replay(
              file, ReadyMapping.of(workspace, mapping.file(), found.customer()).compiled()));
    }
    return problems;
  }

  private static List<Problem> unmasked(GoldenFile file) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < file.records().size(); i++) {
      GoldenRecord record = file.records().get(i);
      unmasked(file, i, record.source(), List.of("source"), problems);
      unmasked(file, i, record.target(), List.of("target"), problems);
    }
    return problems;
  }

  private static void unmasked(
      GoldenFile file,
      int index,
      @Nullable Object value,
      List<String> path,
      List<Problem> problems) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((k, v) -> unmasked(file, index, v, child(path, String.valueOf(k)), problems));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          unmasked(file, index, list.get(i), child(path, Integer.toString(i)), problems);
        }
      }
      case String text when PersonalData.holdsAddress(text) ->
          problems.add(
              Problem.error(
                  "FM140",
                  file.place(index, path),
                  "The golden record holds an e-mail address that may be somebody's.",
                  "Save the records anew with crosswalk preview --save-golden, which masks them."));
      case null, default -> {}
    }
  }

  private static List<String> child(List<String> path, String key) {
    List<String> child = new ArrayList<>(path);
    child.add(key);
    return child;
  }
}
