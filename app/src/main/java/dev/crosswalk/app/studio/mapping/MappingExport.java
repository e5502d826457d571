package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Exporting;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.export.ExportResult;
import dev.crosswalk.engine.export.Exporter;
import dev.crosswalk.engine.export.Replayed;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/**
 * Writes the open mapping in another tool's format, as it is saved, and shows what came of it: the
 * files, what the format cannot express, and what differs on golden records.
 */
final class MappingExport {
  private static final int ROWS = 16;

  private final StudioContext context;
  private final Texts texts;
  private final MappingViewModel editor;

  MappingExport(StudioContext context, MappingViewModel editor) {
    this.context = context;
    this.texts = context.texts();
    this.editor = editor;
  }

  void to(Exporter exporter) {
    Workspace workspace = context.workspace().get();
    MappingContext open = editor.context().orElse(null);
    if (workspace == null || open == null) {
      context.notifications().info(texts.of("mapping.export.nothing"));
      return;
    }
    if (editor.unsaved()) {
      context.notifications().info(texts.of("mapping.export.unsaved"));
      return;
    }
    String customer = open.customer().isEmpty() ? null : open.customer();
    context
        .tasks()
        .run(
            texts.of("mapping.export.running", exporter.title()),
            progress -> write(workspace, open.mapping(), customer, exporter),
            told -> show(exporter, told),
            context.dialogs()::error);
  }

  /**
   * Writes the export below the workspace's folder of exports.
   *
   * @return what came of it, in words
   */
  String write(Workspace workspace, String mapping, @Nullable String customer, Exporter exporter) {
    Exporting exporting = new Exporting(workspace);
    Map<String, String> settings = exporting.circumstances(context.services().clock());
    settings.put("language", texts.locale().getLanguage());
    List<MappingEntry> entries =
        workspace.mappings().stream().filter(m -> m.file().equals(Path.of(mapping))).toList();
    ExportResult result = exporting.export(exporter, entries, customer, settings);
    List<Path> files = exporting.write(result, Exporting.FOLDER.resolve(exporter.format()));
    return told(result, files, workspace.root());
  }

  /** What came of it, in paragraphs. */
  private String told(ExportResult result, List<Path> files, Path root) {
    List<String> parts = new ArrayList<>();
    parts.add(
        texts.of("mapping.export.files")
            + lines(files.stream().map(f -> root.resolve(f).toString()).toList()));
    if (!result.notExpressed().isEmpty()) {
      parts.add(texts.of("mapping.export.notExpressed") + lines(result.notExpressed()));
    }
    Replayed replayed = result.replayed();
    if (!replayed.differences().isEmpty()) {
      parts.add(
          texts.of("mapping.export.differs")
              + lines(replayed.differences().stream().map(Replayed.Difference::sentence).toList()));
    } else if (replayed.records() > 0) {
      parts.add(texts.of("mapping.export.same", replayed.records()));
    }
    List<Problem> problems = result.problems();
    if (!problems.isEmpty()) {
      parts.add(
          texts.of("mapping.export.problems")
              + lines(problems.stream().map(p -> texts.of(p).words()).toList()));
    }
    return String.join("\n\n", parts);
  }

  private static String lines(List<String> lines) {
    return "\n  " + String.join("\n  ", lines);
  }

  private void show(Exporter exporter, String told) {
    TextArea text = new TextArea(told);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.setAccessibleText(texts.of("mapping.export.done", exporter.title()));
    context.dialogs().show(texts.of("mapping.export.done", exporter.title()), text);
  }
}
