package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.export.CsvImport;
import dev.crosswalk.engine.export.CsvImport.Changes;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.MappingEditor;
import dev.crosswalk.engine.mapping.MappingWords;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings a table that somebody edited in a spreadsheet back into a mapping. */
public final class SheetImport {
  private final Workspace workspace;

  public SheetImport(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What a table would change; nothing is written yet.
   *
   * @param file the mapping, or the customer's overlay
   * @param before null where there is no file yet
   * @param changes in mapping words, one sentence each
   * @param problems what is refused (errors) and what is not read
   */
  public record Plan(
      Path file,
      @Nullable String before,
      String after,
      List<String> changes,
      List<Problem> problems) {
    public Plan {
      changes = List.copyOf(changes);
      problems = List.copyOf(problems);
    }

    public boolean refused() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  /**
   * @param customer whose overlay takes the changes; null for the base
   * @param table the table's text
   * @param shown its name, for messages
   * @throws ProblemException where the mapping itself cannot be read, or {@code customer-unknown}
   */
  public Plan plan(MappingEntry entry, @Nullable String customer, String table, String shown) {
    if (customer != null) {
      workspace.knownCustomer(customer);
    }
    Mapping was = workspace.effective(entry.file(), customer).mapping();
    Changes changes =
        new CsvImport(
                shown,
                was,
                workspace
                    .reviewedSchema(customer, was.source().system(), was.source().object())
                    .orElse(null),
                workspace.target(was.target().system()).object(was.target().object()).orElse(null),
                workspace.lookups())
            .read(table);
    return customer == null
        ? base(entry, was, changes, shown)
        : overlay(entry, customer, was, changes);
  }

  private Plan base(MappingEntry entry, Mapping was, Changes changes, String shown) {
    MappingDocument document = workspace.load(entry.file());
    MappingEditor editor = new MappingEditor(document);
    List<MappingEdit> edits = new ArrayList<>();
    changes
        .fields()
        .forEach((target, field) ->
            edits.add(
                field
                    .<MappingEdit>map(f -> new MappingEdit.SetField(target, f))
                    .orElseGet(() -> new MappingEdit.RemoveField(target))));
    if (!edits.isEmpty()) {
      editor.apply(new MappingEdit.Composite("Import " + shown, edits));
    }
    MappingDocument after = editor.document();
    return new Plan(
        entry.file(),
        document.text(),
        after.text(),
        MappingWords.diff(was, after.mapping().orElse(was)),
        changes.problems());
  }

  private Plan overlay(MappingEntry entry, String customer, Mapping was, Changes changes) {
    Mapping base = workspace.mapping(entry.file());
    String before =
        workspace.overlay(customer, entry.file()).map(OverlayDocument::text).orElse(null);
    OverlayDocument overlay = workspace.editableOverlay(customer, entry);
    TreeMap<String, FieldMapping> fields = new TreeMap<>(was.fields());
    for (Map.Entry<String, Optional<FieldMapping>> change : changes.fields().entrySet()) {
      FieldMapping field = change.getValue().orElse(null);
      overlay = overlay.withField(base, change.getKey(), field);
      if (field == null) {
        fields.remove(change.getKey());
      } else {
        fields.put(change.getKey(), field);
      }
    }
    return new Plan(
        workspace.overlayFile(customer, entry.file()),
        before,
        overlay.text(),
        MappingWords.diff(was, was.withFields(fields)),
        changes.problems());
  }

  /**
   * Writes what was planned.
   *
   * @throws ProblemException where something is refused, or the file was changed since; nothing is
   *     written then
   */
  public void write(Plan plan) {
    if (plan.refused()) {
      throw new ProblemException(plan.problems().stream().filter(Problem::isError).toList());
    }
    // An overlay that would say nothing is not begun.
    if (!plan.changes().isEmpty() && !plan.after().equals(plan.before())) {
      workspace.save(plan.file(), plan.after(), plan.before());
    }
  }
}
