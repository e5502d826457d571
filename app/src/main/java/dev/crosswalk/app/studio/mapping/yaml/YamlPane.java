package dev.crosswalk.app.studio.mapping.yaml;

import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.mapping.MappingDraft;
import dev.crosswalk.app.studio.mapping.MappingViewModel;
import dev.crosswalk.app.studio.mapping.TypedText.Unread;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.mapping.code.CodeCompletion;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.TypingPause;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.text.YamlCompletion;
import dev.crosswalk.engine.text.YamlCompletion.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.jspecify.annotations.Nullable;

/**
 * The mapping file beside the picture. Every act shows in it at once; what is typed moves the
 * picture after a short pause, or is underlined with the reason while the picture stays.
 */
public final class YamlPane extends BorderPane {
  private static final Duration PAUSE = Duration.millis(350);
  private static final String LIT = "yaml-selected";

  private final MappingViewModel model;
  private final Texts texts;
  private final YamlGutter gutter;
  private final CodeArea area = new CodeArea();
  private final Label reason = new Label();
  private final TypingPause pause = new TypingPause(PAUSE, this::take);
  private final PauseTransition caretRests = new PauseTransition(Duration.millis(200));
  private @Nullable YamlCompletion completion;
  private @Nullable MappingContext completes;
  private boolean syncing;
  private @Nullable MappingDraft shown;
  private List<Problem> problems = List.of();

  public YamlPane(MappingViewModel model) {
    this.model = model;
    this.texts = model.texts();
    getStyleClass().add("yaml-pane");
    Nodes.markKeyboard(this);
    area.setId("yaml");
    area.setAccessibleText(texts.of("mapping.yaml.name"));
    gutter = new YamlGutter(area, texts);
    area.getStyleClass().add("yaml-area");
    reason.setId("yaml-problem");
    reason.getStyleClass().add("yaml-problem");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    Label title = new Label(texts.of("mapping.yaml.title"));
    title.getStyleClass().addAll("pane-title", "pane-head", "pane-strip");
    setTop(title);
    setCenter(new VirtualizedScrollPane<>(area));
    setBottom(reason);
    tell(List.of());
    area.plainTextChanges()
        .subscribe(change -> {
          highlight();
          gutter.update();
          if (!syncing) {
            pause.typed();
          }
        });
    CodeCompletion.install(area, texts.of("mapping.code.completion"), this::complete);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    caretRests.setOnFinished(e -> follows());
    area.caretPositionProperty()
        .addListener((o, was, is) -> {
          if (!syncing && area.isFocused()) {
            caretRests.playFromStart();
          }
        });
    model.revision().subscribe(r -> follow());
    model.inspected().subscribe(f -> light(true));
  }

  /** Tab indents by two spaces, since a tab is no YAML; Ctrl+. folds. F6 leaves the pane. */
  private void key(KeyEvent e) {
    if (e.isConsumed()) {
      return;
    }
    if (e.getCode() == KeyCode.TAB && !e.isShiftDown() && area.isEditable()) {
      area.replaceSelection("  ");
      e.consume();
    } else if (e.getCode() == KeyCode.PERIOD && e.isShortcutDown()) {
      gutter.toggle(area.getCurrentParagraph());
      e.consume();
    } else if (e.getCode() == KeyCode.Z && e.isShortcutDown() && !e.isShiftDown()) {
      undoTyped(e);
    }
  }

  /** A text of last time that cannot be read has no history here: it goes as a whole. */
  private void undoTyped(KeyEvent e) {
    if (!area.isUndoAvailable() && model.typed().canUndo()) {
      model.undo();
      e.consume();
    }
  }

  private YamlCompletion.Completion complete(String text, int caret) {
    MappingContext now = model.context().orElse(null);
    if (now == null) {
      return new YamlCompletion.Completion(caret, List.of());
    }
    YamlCompletion by = completion;
    if (by == null || completes != now) {
      by = new YamlCompletion(now.customer().isEmpty() ? "mapping" : "overlay", new YamlNames(now));
      completion = by;
      completes = now;
    }
    YamlCompletion.Completion found = by.at(text, caret);
    return new YamlCompletion.Completion(
        found.from(),
        found.options().stream().map(o -> new Option(o.text(), texts.key(o.doc()))).toList());
  }

  /** The caret rests in the lines of a target: the picture shows that target. */
  private void follows() {
    int line = area.getCurrentParagraph() + 1;
    if (problems.isEmpty() && area.isFocused()) {
      model.mapping().map(m -> m.fields().keySet()).orElse(Set.of()).stream()
          .filter(t -> model.linesOf(t).contains(line))
          .findFirst()
          .ifPresent(model::select);
    }
  }

  private void follow() {
    String text = model.editor().map(MappingDraft::text).orElse("");
    area.setEditable(model.editor().isPresent());
    boolean typing = pause.isWaiting();
    MappingDraft now = model.editor().orElse(null);
    boolean other = now != shown;
    if (other) {
      pause.stop();
      tell(List.of());
    }
    shown = now;
    int changed = -1;
    if (other || !typing) {
      Optional<Unread> unread = model.typed().unreadText();
      changed = replace(unread.map(Unread::text).orElse(text));
      tell(unread.map(Unread::problems).orElse(List.of()));
      underline();
    }
    if (other) {
      area.moveTo(0);
      area.requestFollowCaret();
    }
    light(false);
    if (!other && changed >= 0 && !area.isFocused()) {
      // The caret went to the end of what changed, and a pane that was never shown goes where it
      // is.
      area.moveTo(changed, 0);
      gutter.reveal(changed);
      reveal(changed, changed);
    }
  }

  /** Hands in what was typed just now, without waiting for a pause. */
  public void settle() {
    if (pause.isWaiting()) {
      pause.stop();
      take();
    }
  }

  /**
   * Replaces only what differs, so that caret and scrolling stay.
   *
   * @return the first line that does, the first of all is 0; -1 where none does
   */
  private int replace(String text) {
    String old = area.getText();
    if (old.equals(text)) {
      return -1;
    }
    int start = 0;
    int most = Math.min(old.length(), text.length());
    while (start < most && old.charAt(start) == text.charAt(start)) {
      start++;
    }
    int tail = 0;
    while (tail < most - start
        && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
      tail++;
    }
    syncing = true;
    try {
      area.replaceText(start, old.length() - tail, text.substring(start, text.length() - tail));
      area.getUndoManager().forgetHistory();
    } finally {
      syncing = false;
    }
    return (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
  }

  private void highlight() {
    String text = area.getText();
    StyleSpans<Collection<String>> spans = YamlHighlighter.spans(text);
    if (!text.isEmpty()) {
      area.setStyleSpans(0, spans);
    }
    underline();
  }

  /** What was typed becomes the mapping, if it can be read. */
  private void take() {
    if (model.editor().isPresent()) {
      model.typed().replace(area.getText());
    }
    highlight();
  }

  private void tell(List<Problem> found) {
    problems = found;
    reason.setVisible(!found.isEmpty());
    reason.setManaged(!found.isEmpty());
    reason.setText(
        found.isEmpty() ? "" : texts.of(found.getFirst()) + " " + texts.of("mapping.yaml.kept"));
    if (!found.isEmpty() && area.isFocused()) {
      // The reason takes lines from the text; the one that is typed in stays in sight.
      applyCss();
      layout();
      area.requestFollowCaret();
    }
  }

  private void underline() {
    for (Problem problem : problems) {
      Place place = problem.place();
      int line = place == null || place.line() == 0 ? 1 : place.line();
      if (line <= area.getParagraphs().size()) {
        int length = area.getParagraphLength(line - 1);
        int from = place == null ? 0 : Math.clamp(place.column() - 1, 0, Math.max(0, length - 1));
        if (length > 0) {
          area.setStyle(line - 1, from, length, List.of("yaml-wrong"));
        }
      }
    }
  }

  /** Lights the lines of the selected target. */
  private void light(boolean scroll) {
    for (int i = 0; i < area.getParagraphs().size(); i++) {
      mark(i, false);
    }
    MappingViewModel.FieldRef field = model.inspected().get();
    if (field == null || field.side() != Side.TARGET || !problems.isEmpty()) {
      return;
    }
    List<Integer> lines = new ArrayList<>(model.linesOf(field.path()));
    lines.removeIf(l -> l < 1 || l > area.getParagraphs().size());
    lines.forEach(l -> mark(l - 1, true));
    if (scroll && !lines.isEmpty() && !area.isFocused()) {
      gutter.reveal(lines.getFirst() - 1);
      reveal(lines.getFirst() - 1, lines.getLast() - 1);
    }
  }

  /** Scrolls only where a line is out of sight; then the first one stands at the top. */
  private void reveal(int first, int last) {
    if (area.getVisibleParagraphs().isEmpty()) {
      area.showParagraphAtTop(first);
      return;
    }
    int from = area.firstVisibleParToAllParIndex();
    int to = area.lastVisibleParToAllParIndex();
    // The last line in sight may be in sight by half.
    if (first < from || last >= to) {
      area.showParagraphAtTop(Math.max(0, first - 1));
    }
  }

  /** Lights a line or not, and leaves it folded away or not as it is. */
  private void mark(int line, boolean lit) {
    Collection<String> was = area.getParagraph(line).getParagraphStyle();
    if (was.contains(LIT) != lit) {
      List<String> now = new ArrayList<>(was);
      if (lit) {
        now.add(LIT);
      } else {
        now.remove(LIT);
      }
      area.setParagraphStyle(line, now);
    }
  }
}
