package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingEdit;
import dev.crosswalk.engine.mapping.MappingEditor;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A base mapping file while it is edited. */
public final class EditorDraft implements MappingDraft {
  private final MappingEditor editor;
  private Mapping last;

  /**
   * @throws ProblemException where the file has errors and so cannot be edited here
   */
  public EditorDraft(MappingDocument document) {
    this.editor = new MappingEditor(document);
    this.last = readable(document);
  }

  private static Mapping readable(MappingDocument document) {
    return document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
  }

  @Override
  public Mapping mapping() {
    return last;
  }

  @Override
  public String text() {
    return editor.document().text();
  }

  @Override
  public void apply(String name, List<Change> changes) {
    take(edit(name, changes));
  }

  private static MappingEdit edit(String name, List<Change> changes) {
    List<MappingEdit> edits = new ArrayList<>();
    for (Change change : changes) {
      edits.add(
          switch (change) {
            case SetField set -> new MappingEdit.SetField(set.target(), set.field());
            case RemoveField remove -> new MappingEdit.RemoveField(remove.target());
            case Reject reject -> new MappingEdit.Reject(reject.target(), reject.source());
          });
    }
    return new MappingEdit.Composite(name, edits);
  }

  @Override
  public String textWith(List<Change> changes) {
    return edit("", changes).apply(editor.document()).text();
  }

  @Override
  public void replaceText(String text) {
    take(new MappingEdit.ReplaceText(text));
  }

  /** Tries an edit on the side first, so that the file never holds what cannot be read. */
  private void take(MappingEdit edit) {
    readable(edit.apply(editor.document()));
    editor.apply(edit);
    last = readable(editor.document());
  }

  @Override
  public List<Integer> linesOf(String target) {
    return editor
        .document()
        .yaml()
        .flatMap(yaml -> yaml.at(List.of("fields", target)))
        .map(spot -> IntStream.rangeClosed(spot.firstLine(), spot.lastLine()).boxed().toList())
        .orElse(List.of());
  }

  @Override
  public Optional<String> undoName() {
    return editor.undoName();
  }

  @Override
  public Optional<String> redoName() {
    return editor.redoName();
  }

  @Override
  public void undo() {
    editor.undo();
    last = readable(editor.document());
  }

  @Override
  public void redo() {
    editor.redo();
    last = readable(editor.document());
  }

  @Override
  public boolean dirty() {
    return editor.dirty();
  }

  @Override
  public void markSaved(String text) {
    editor.markSaved(text);
  }
}
