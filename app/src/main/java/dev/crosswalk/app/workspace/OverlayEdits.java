package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of customers' overlays outside the editor, which can be taken back. */
public final class OverlayEdits {

  /**
   * A file that was written.
   *
   * @param before null where there was none
   */
  public record Written(Path file, @Nullable String before, String after) {}

  private final Workspace workspace;

  public OverlayEdits(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Gives a customer a field mapping of its own. */
  public Written set(String customer, MappingEntry entry, String target, FieldMapping field) {
    Path file = workspace.overlayFile(customer, entry.file());
    String before =
        workspace.overlay(customer, entry.file()).map(OverlayDocument::text).orElse(null);
    String after =
        workspace
            .editableOverlay(customer, entry)
            .apply(new MappingEdit.SetField(target, field))
            .text();
    workspace.save(file, after, before);
    return new Written(file, before, after);
  }

  /**
   * Puts files back as they were.
   *
   * @throws ProblemException {@code file-changed} where one was changed since
   */
  public void takeBack(List<Written> written) {
    for (Written w : written) {
      String before = w.before();
      if (before == null) {
        workspace.files().remove(w.file(), w.after());
      } else {
        workspace.save(w.file(), before, w.after());
      }
    }
  }

  /** Does again what was taken back. */
  public void again(List<Written> written) {
    for (Written w : written) {
      workspace.save(w.file(), w.after(), w.before());
    }
  }
}
