package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.Item;
import dev.crosswalk.app.studio.mapping.MappingDesk.State;
import dev.crosswalk.app.studio.mapping.MappingDesk.Whose;
import dev.crosswalk.app.studio.shell.BadgeLine;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in the list: what it connects, whose it is, and how it stands. What is worked out later
 * stands last, so that nothing moves when it comes.
 */
final class MappingItemCell extends ListCell<Item> {
  /** The share of the width for title and file, so that the badges of all rows begin together. */
  private static final double WORDS = 0.46;

  /** The padding of a cell and its list's scroll bar, in pixels. */
  private static final double SIDES = 64;

  private final Texts texts;
  private final MappingListModel model;

  MappingItemCell(Texts texts, MappingListModel model) {
    this.texts = texts;
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Item item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setTooltip(null);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    Problem problem = item.problem();
    String said =
        problem == null
            ? item.from() + " → " + item.to() + "   " + item.file()
            : texts.of(problem).toString();
    VBox words =
        new VBox(
            Nodes.label(item.title(), "pane-title"),
            Nodes.label(said, problem == null ? "field-label" : "danger-text"));
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    words.prefWidthProperty().bind(widthProperty().multiply(WORDS));
    words.maxWidthProperty().bind(words.prefWidthProperty());
    List<Label> badges = badges(item);
    BadgeLine line = new BadgeLine(badges);
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox row = new HBox(10, words, line);
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(widthProperty().subtract(SIDES));
    setGraphic(row);
    setTooltip(new Tooltip(item.title() + "\n" + said));
    setAccessibleText(
        Stream.concat(Stream.of(item.title()), badges.stream().map(Label::getText))
            .collect(Collectors.joining(", ")));
  }

  private List<Label> badges(Item item) {
    List<Label> badges = new ArrayList<>();
    Whose whose = item.whose();
    badges.add(
        whose.customer().isEmpty()
            ? Nodes.badge(texts.of("mapping.list.base"), "neutral")
            : Nodes.badge(
                texts.of(
                    whose.differs() ? "mapping.list.differs" : "mapping.list.as", whose.name()),
                "accent"));
    if (item.problem() != null) {
      return badges;
    }
    if (item.unsaved()) {
      badges.add(Nodes.badge(texts.of("mapping.list.unsaved"), "warning"));
    }
    Coverage filled = item.coverage();
    if (filled.required() > 0) {
      badges.add(
          Nodes.badge(
              texts.of("mapping.list.required", filled.requiredMapped(), filled.required()),
              filled.requiredMapped() == filled.required() ? "good" : "warning"));
    }
    badges.add(Nodes.badge(texts.of("mapping.list.mapped", filled.mapped()), "accent"));
    State state = model.state(item);
    add(badges, "mapping.list.waiting", state.waiting(), "accent");
    add(badges, "mapping.wrong", state.wrong(), "danger");
    add(badges, "mapping.list.drifted", state.drifted(), "warning");
    return badges;
  }

  private void add(List<Label> badges, String key, int count, String kind) {
    if (count > 0) {
      badges.add(Nodes.badge(texts.of(key, count), kind));
    }
  }
}
