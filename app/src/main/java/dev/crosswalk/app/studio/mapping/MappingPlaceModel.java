package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which mapping is open, and its way from and to its file. Holds no nodes. */
public final class MappingPlaceModel {

  /** What the place shows. */
  public enum Showing {
    NO_WORKSPACE,
    LIST,
    NEW,
    EDITOR
  }

  private final Tasks tasks;
  private final Dialogs dialogs;
  private final MappingViewModel editor;
  private final MappingViewModel.Voice voice;
  private final ObjectProperty<Showing> showing = new SimpleObjectProperty<>(Showing.NO_WORKSPACE);
  private final ObjectProperty<List<Item>> items = new SimpleObjectProperty<>(List.of());
  private @Nullable MappingDesk desk;
  private @Nullable Opened opened;
  private String saved = "";

  public MappingPlaceModel(
      Tasks tasks, Dialogs dialogs, MappingViewModel editor, MappingViewModel.Voice voice) {
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.editor = editor;
    this.voice = voice;
  }

  /** Another workspace was opened, or none. */
  public void use(@Nullable MappingDesk newDesk) {
    desk = newDesk;
    opened = null;
    editor.close();
    items.set(List.of());
    showing.set(newDesk == null ? Showing.NO_WORKSPACE : Showing.LIST);
  }

  /** Reads the list of mappings again. */
  public void list() {
    MappingDesk d = desk;
    if (d != null) {
      tasks.latest("mappings", progress -> d.mappings(), items::set, voice::problem);
    }
  }

  /** Opens a mapping; asks first where another one has unsaved edits. */
  public void open(String file) {
    Opened now = opened;
    if (now != null && now.context().file().equals(file)) {
      showing.set(Showing.EDITOR);
      return;
    }
    leave(() -> {
      MappingDesk d = desk;
      if (d != null) {
        tasks.run("Opening " + file, progress -> d.open(file), this::take, dialogs::error);
      }
    });
  }

  private void take(Opened now) {
    opened = now;
    saved = now.saved();
    editor.open(now.context(), now.editor());
    showing.set(Showing.EDITOR);
    if (!now.notice().isEmpty()) {
      voice.say(now.notice());
    }
  }

  public void startNew() {
    leave(() -> showing.set(Showing.NEW));
  }

  /** Back to the list; asks where edits are unsaved. */
  public void toList() {
    leave(() -> {
      opened = null;
      editor.close();
      showing.set(Showing.LIST);
      list();
    });
  }

  private void leave(Runnable then) {
    if (editor.editor().map(MappingDraft::dirty).orElse(false)) {
      dialogs.confirm(
          new Dialogs.Question(
              "Unsaved edits",
              "The mapping has edits that are not saved. Leaving drops them.",
              "Drop the edits",
              true),
          () -> {
            opened = null;
            editor.close();
            then.run();
          });
    } else {
      then.run();
    }
  }

  /** Writes the open mapping; asks where the file was changed by another program. */
  public void save() {
    save(saved);
  }

  private void save(String textWhenLoaded) {
    MappingDesk d = desk;
    Opened now = opened;
    Optional<MappingDraft> e = editor.editor();
    if (d == null || now == null || e.isEmpty()) {
      return;
    }
    String file = now.context().file();
    String text = e.get().text();
    tasks.run(
        "Saving " + file,
        progress -> {
          d.save(file, text, textWhenLoaded);
          return text;
        },
        done -> {
          saved = done;
          e.get().markSaved();
          editor.saved();
          voice.say("Saved " + file + ".");
        },
        problem -> refused(problem, file));
  }

  private void refused(Problem problem, String file) {
    MappingDesk d = desk;
    if (!problem.code().equals("file-changed") || d == null) {
      dialogs.error(problem);
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            "The file changed on disk",
            problem.what()
                + " Nothing was written. Saving now replaces those changes; Cancel keeps"
                + " both, and the text to copy is in the YAML pane.",
            "Replace the file",
            true),
        () -> tasks.run("Reading " + file, progress -> d.text(file), this::save, dialogs::error));
  }

  public MappingViewModel editor() {
    return editor;
  }

  public Optional<MappingDesk> desk() {
    return Optional.ofNullable(desk);
  }

  public ObjectProperty<Showing> showing() {
    return showing;
  }

  public ObjectProperty<List<Item>> items() {
    return items;
  }
}
