package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.studio.mapping.TypedText.Unread;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Objects;
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
    /** A mapping that was asked for elsewhere is being read. */
    OPENING,
    NEW,
    EDITOR
  }

  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final MappingViewModel editor;
  private final MappingViewModel.Voice voice;
  private final ObjectProperty<Showing> showing = new SimpleObjectProperty<>(Showing.NO_WORKSPACE);
  private final MappingListModel listed;
  private @Nullable MappingDesk desk;
  private @Nullable Opened opened;
  private @Nullable String saved;
  private @Nullable String kept;
  private String customer = "";

  /** What the open mapping connected when it was opened. */
  private List<String> ends = List.of();

  /** The file that was asked for last. */
  private String wanted = "";

  public MappingPlaceModel(
      Tasks tasks,
      Dialogs dialogs,
      Texts texts,
      MappingViewModel editor,
      MappingViewModel.Voice voice) {
    this.tasks = tasks;
    this.texts = texts;
    this.dialogs = dialogs;
    this.editor = editor;
    this.voice = voice;
    this.listed = new MappingListModel(tasks, voice::problem);
    editor.revision().subscribe(r -> keep());
  }

  /** Another workspace was opened, or none. */
  public void use(@Nullable MappingDesk newDesk) {
    sayKept();
    desk = newDesk;
    opened = null;
    kept = null;
    editor.close();
    listed.use(newDesk);
    showing.set(newDesk == null ? Showing.NO_WORKSPACE : Showing.LIST);
    list();
  }

  /** Reads the list of mappings again. */
  public void list() {
    listed.read(customer);
  }

  /** Opens a mapping; asks first where another one has unsaved edits. */
  public void open(String file) {
    Opened now = opened;
    if (now != null && now.context().mapping().equals(file)) {
      showing.set(Showing.EDITOR);
      return;
    }
    leave(() -> read(file));
  }

  /** The same from elsewhere: what the place showed before is no longer of interest. */
  public void arriveAt(String file) {
    open(file);
    if (showing.get() == Showing.LIST && file.equals(wanted) && opened == null) {
      showing.set(Showing.OPENING);
    }
  }

  /** The mapping that is being read. */
  public String wanted() {
    return wanted;
  }

  private void read(String file) {
    MappingDesk d = desk;
    String of = customer;
    wanted = file;
    listed.stop();
    if (d != null) {
      tasks.run(
          texts.of("mapping.opening", file),
          progress -> d.open(file, of),
          found -> {
            // Another one may have been asked for since.
            if (file.equals(wanted) && of.equals(customer) && d == desk) {
              take(found);
            } else {
              notOpened(file);
            }
          },
          problem -> {
            notOpened(file);
            dialogs.error(problem);
          });
    }
  }

  private void notOpened(String file) {
    if (showing.get() == Showing.OPENING && file.equals(wanted)) {
      showing.set(Showing.LIST);
    }
  }

  /**
   * Another customer was chosen; the open mapping is opened anew, as that customer has it, or the
   * list where it is of a system that the customer does not have.
   *
   * @param id empty = the base mappings
   */
  public void useCustomer(String id) {
    customer = id;
    Opened now = opened;
    MappingDesk d = desk;
    if (d == null || now == null || now.context().customer().equals(id)) {
      list();
      return;
    }
    editor.typed().settle();
    sayKept();
    opened = null;
    kept = null;
    String file = now.context().mapping();
    wanted = file;
    // Under a name of its own: a list that is read meanwhile must not keep the answer away.
    tasks.latest(
        "mappings-of-customer",
        progress -> d.mappings(id),
        found -> {
          if (id.equals(customer) && d == desk) {
            listed.take(found);
          }
          if (opened == null && file.equals(wanted) && id.equals(customer) && d == desk) {
            if (found.stream().anyMatch(i -> i.file().equals(file) && i.applies())) {
              read(file);
            } else {
              editor.close();
              showing.set(Showing.LIST);
            }
          }
        },
        voice::problem);
  }

  /** Unsaved edits are written beside the workspace with every act; see {@link MappingDesk}. */
  private void keep() {
    MappingDesk d = desk;
    Opened now = opened;
    MappingDraft draft = editor.editor().orElse(null);
    if (d == null || now == null || draft == null || draft != now.editor()) {
      return;
    }
    String text =
        isUnsaved() ? editor.typed().unread().map(Unread::text).orElse(draft.text()) : null;
    if (!Objects.equals(text, kept)) {
      kept = text;
      keep(d, now.context().file(), text);
    }
  }

  private void keep(MappingDesk d, String file, @Nullable String text) {
    tasks.latest(
        "unsaved " + file,
        progress -> {
          d.keepUnsaved(file, text, progress);
          return true;
        },
        done -> {},
        voice::problem);
  }

  private void sayKept() {
    Opened now = opened;
    if (now != null && isUnsaved()) {
      voice.say(texts.of("mapping.kept", now.context().file()));
    }
  }

  private void take(Opened now) {
    opened = now;
    saved = now.saved();
    ends = ends(now.editor());
    MappingDesk d = desk;
    if (d == null) {
      return;
    }
    editor.open(now.context(), now.editor(), d::story);
    showing.set(Showing.EDITOR);
    if (now.saved() != null && !now.saved().equals(now.editor().text())) {
      // The file cannot be read: its text is there to be mended, and the picture is an older one.
      now.editor().markSaved(now.saved());
      editor.typed().replace(now.saved());
    } else if (!now.notice().isEmpty()) {
      voice.say(now.notice());
    }
    String unsaved = now.unsaved();
    if (unsaved != null) {
      dialogs.confirm(
          new Dialogs.Question(
              texts.of("mapping.unsavedTitle"),
              texts.of("mapping.unsavedText", now.context().file()),
              texts.of("mapping.unsavedYes"),
              false),
          () -> {
            if (opened == now) {
              editor.typed().replace(unsaved).forEach(voice::problem);
            }
          });
    }
  }

  private static List<String> ends(MappingDraft draft) {
    Endpoint from = draft.mapping().source();
    Endpoint to = draft.mapping().target();
    return List.of(from.system(), from.object(), to.system(), to.object());
  }

  /**
   * A connection was discovered: an open mapping whose fields are other than they were, or that had
   * none, shows them now. Edits, undo and the selection stay.
   */
  public void discovered() {
    MappingDesk d = desk;
    Opened now = opened;
    if (d == null || now == null) {
      return;
    }
    tasks.latest(
        "mapping-discovered",
        progress -> d.open(now.context().mapping(), now.context().customer()).context(),
        found -> {
          MappingContext shown = editor.context().orElse(null);
          if (opened == now && shown != null && knowsMore(found, shown)) {
            opened = new Opened(found, now.editor(), now.saved(), null, "");
            String target = editor.board().selectedTarget();
            editor.open(found, now.editor(), d::story);
            if (target != null) {
              editor.board().selectTarget(target);
            }
          }
        },
        voice::problem);
  }

  private static boolean knowsMore(MappingContext found, MappingContext shown) {
    return !found.source().equals(shown.source())
        || (shown.records().isEmpty() && !found.records().isEmpty());
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

  /** A file that cannot be read and that nobody touched holds all there is. */
  private boolean isUnsaved() {
    return editor.unsaved()
        && editor.typed().unread().filter(text -> text.text().equals(saved)).isEmpty();
  }

  private void leave(Runnable then) {
    editor.typed().settle();
    if (opened == null || !isUnsaved()) {
      then.run();
      return;
    }
    Runnable drop =
        () -> {
          forget();
          opened = null;
          editor.close();
          then.run();
        };
    if (editor.typed().unread().isPresent()) {
      dialogs.confirm(
          new Dialogs.Question(
              texts.of("mapping.leaveTitle"),
              texts.of("mapping.leaveUnread"),
              texts.of("mapping.leaveYes"),
              true),
          drop);
    } else {
      dialogs.choose(
          new Dialogs.Question(
              texts.of("mapping.leaveTitle"),
              texts.of("mapping.leaveText"),
              texts.of("mapping.leaveSave"),
              false),
          () -> save(saved, then),
          texts.of("mapping.leaveYes"),
          drop);
    }
  }

  private void forget() {
    MappingDesk d = desk;
    Opened now = opened;
    if (d != null && now != null) {
      kept = null;
      keep(d, now.context().file(), null);
    }
  }

  /**
   * Writes the open mapping; asks where the file was changed by another program, and where
   * something typed cannot be read and so would be left out.
   */
  public void save() {
    editor.typed().settle();
    Optional<Unread> unread = editor.typed().unread();
    if (unread.isEmpty()) {
      save(saved, () -> {});
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            texts.of("mapping.unreadTitle"),
            texts.of("mapping.unreadText", texts.of(unread.get().problems().getFirst())),
            texts.of("mapping.unreadYes"),
            true),
        () -> {
          editor.typed().drop();
          save(saved, () -> {});
        });
  }

  /**
   * @param then runs when it is written, and only then
   */
  private void save(@Nullable String textWhenLoaded, Runnable then) {
    MappingDesk d = desk;
    Opened now = opened;
    Optional<MappingDraft> e = editor.editor();
    if (d == null || now == null || e.isEmpty()) {
      return;
    }
    String file = now.context().file();
    String text = e.get().text();
    tasks.run(
        texts.of("mapping.saving", file),
        progress -> d.save(file, text, textWhenLoaded),
        unkept -> {
          unkept.forEach(voice::problem);
          if (opened == null || opened.editor() != e.get()) {
            // Another mapping is open by now, whose file holds something else.
            voice.say(texts.of("mapping.saved", file));
            return;
          }
          saved = text;
          e.get().markSaved(text);
          editor.saved();
          voice.say(texts.of("mapping.saved", file));
          then.run();
          if (opened != null && opened.editor() == e.get() && !ends(e.get()).equals(ends)) {
            // It connects other objects than those in sight.
            read(now.context().mapping());
          }
        },
        problem -> refused(problem, file, then));
  }

  private void refused(Problem problem, String file, Runnable then) {
    MappingDesk d = desk;
    if (!problem.code().equals("file-changed") || d == null) {
      dialogs.error(problem);
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            texts.of("mapping.changedTitle"),
            texts.of(problem).what() + " " + texts.of("mapping.changedText"),
            texts.of("mapping.changedYes"),
            true),
        () ->
            tasks.run(
                texts.of("mapping.reading", file),
                progress -> d.text(file),
                now -> save(now, then),
                dialogs::error));
  }

  /** Id of the customer whose overlays are edited; empty = the base mappings. */
  public String customer() {
    return customer;
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

  /** The mappings to choose from. */
  public MappingListModel listed() {
    return listed;
  }
}
