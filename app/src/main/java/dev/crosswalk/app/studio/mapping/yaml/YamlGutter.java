package dev.crosswalk.app.studio.mapping.yaml;

import dev.crosswalk.app.studio.shell.Texts;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/** Line numbers, and the marks by which parts are folded and opened. */
final class YamlGutter implements IntFunction<Node> {
  private final CodeArea area;
  private final Texts texts;
  private final IntFunction<Node> numbers;
  private Map<Integer, Integer> folds = Map.of();

  YamlGutter(CodeArea area, Texts texts) {
    this.area = area;
    this.texts = texts;
    this.numbers = LineNumberFactory.get(area);
    area.setParagraphGraphicFactory(this);
  }

  /** Looks again at what can be folded, after the text changed. */
  void update() {
    Map<Integer, Integer> now = YamlFolds.of(area.getText());
    TreeSet<Integer> changed = new TreeSet<>(folds.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(i -> folds.containsKey(i) && now.containsKey(i));
    folds = now;
    redraw(changed);
  }

  /**
   * Only what is in sight: asking for any other line would make its node, thousands in a large
   * file.
   */
  private void redraw(NavigableSet<Integer> lines) {
    if (lines.isEmpty() || area.getVisibleParagraphs().isEmpty()) {
      return;
    }
    int last = Math.min(area.lastVisibleParToAllParIndex() + 1, area.getParagraphs().size() - 1);
    int first = Math.min(area.firstVisibleParToAllParIndex(), last);
    for (int line : lines.subSet(first, true, last, true)) {
      area.recreateParagraphGraphic(line);
    }
  }

  /** Folds the part that begins at a line or holds it, or opens it. */
  void toggle(int line) {
    int start = line;
    while (start >= 0 && !(folds.containsKey(start) && folds.getOrDefault(start, -1) >= line)) {
      start--;
    }
    if (start >= 0) {
      if (folded(start)) {
        area.unfoldParagraphs(start);
      } else {
        area.moveTo(start, 0);
        area.foldParagraphs(start, folds.getOrDefault(start, start));
      }
      redraw(new TreeSet<>(folds.keySet()));
    }
  }

  /** Opens what hides a line. */
  void reveal(int line) {
    for (int start = line - 1; start >= 0 && area.isFolded(line); start--) {
      if (folds.getOrDefault(start, -1) >= line && folded(start)) {
        area.unfoldParagraphs(start);
        redraw(new TreeSet<>(folds.keySet()));
      }
    }
  }

  private boolean folded(int start) {
    return start + 1 < area.getParagraphs().size() && area.isFolded(start + 1);
  }

  @Override
  public Node apply(int line) {
    Label mark = new Label();
    mark.getStyleClass().addAll("lineno", "fold");
    mark.setMinWidth(16);
    if (folds.containsKey(line)) {
      mark.setText(folded(line) ? "▸" : "▾");
      mark.setCursor(Cursor.HAND);
      mark.setTooltip(new Tooltip(texts.of("mapping.yaml.fold")));
      mark.setAccessibleText(texts.of("mapping.yaml.fold"));
      mark.setOnMouseClicked(e -> toggle(line));
    }
    HBox box = new HBox(numbers.apply(line), mark);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
