package dev.crosswalk.app.studio.mapping.canvas;

import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One row of a list: a heading, or a field with its type, badges and fill rate. */
final class FieldCell extends ListCell<BoardRow> {
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
  private static final PseudoClass MAPPED = PseudoClass.getPseudoClass("mapped");
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
  private static final PseudoClass CONVERTS = PseudoClass.getPseudoClass("converts");
  private static final PseudoClass CLASHES = PseudoClass.getPseudoClass("clashes");

  /** Of the row's width, what the name has at least. */
  private static final double NAME_SHARE = 0.36;

  private final Side side;
  private final BoardModel model;
  private final FieldDrag drag;
  private final HBox line = new HBox(6);
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label label = new Label();
  private final Label marks = new Label();
  private final HBox who = new HBox(6, name, marks);
  private final Label type = new Label();
  private final Label fill = new Label();
  private final Region port = new Region();

  FieldCell(Side side, BoardModel model, FieldDrag drag) {
    this.side = side;
    this.model = model;
    this.drag = drag;
    getStyleClass().add("field-cell");
    name.getStyleClass().add("field-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.getStyleClass().add("field-label");
    marks.getStyleClass().add("field-marks");
    type.getStyleClass().add("field-type");
    fill.getStyleClass().add("field-fill");
    port.getStyleClass().add("port");
    // As wide as the list: long labels give way, never the fill rate and the dot.
    setPrefWidth(0);
    name.setMinWidth(60);
    // Labels stand in a column, unless a name is longer than most.
    who.setAlignment(Pos.CENTER_LEFT);
    who.minWidthProperty().bind(widthProperty().multiply(NAME_SHARE));
    marks.setMinWidth(Region.USE_PREF_SIZE);
    type.setMinWidth(Region.USE_PREF_SIZE);
    fill.setMinWidth(36);
    fill.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(0);
    line.setAlignment(Pos.CENTER_LEFT);
    if (side == Side.SOURCE) {
      line.getChildren().setAll(icon, who, label, type, fill, port);
    } else {
      line.getChildren().setAll(port, icon, who, label, type);
    }
    drag.install(this, side);
    setOnMouseEntered(e -> {
      String path = path();
      model.hovered().set(path == null ? null : new BoardModel.Spot(side, path));
    });
    setOnMouseExited(e -> model.hovered().set(null));
    setOnMouseClicked(e -> {
      if (getItem() instanceof BoardRow.Group group) {
        model.toggleGroup(side, group.name());
      } else if (e.getClickCount() == 2 && getItem() instanceof BoardRow.OfField row) {
        model.commands().open(side, row.facts().path());
      }
    });
  }

  /** The path of the field shown; null for headings and empty cells. */
  @Nullable String path() {
    return getItem() instanceof BoardRow.OfField row ? row.facts().path() : null;
  }

  @Override
  protected void updateItem(@Nullable BoardRow item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    pseudoClassStateChanged(GROUP, item instanceof BoardRow.Group);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      state(FieldState.NONE);
    } else if (item instanceof BoardRow.Group group) {
      showGroup(group);
    } else if (item instanceof BoardRow.OfField row) {
      showField(row.facts());
    }
    judge();
  }

  /** Shows the same row again, since what the mapping says of it may have changed. */
  void renew() {
    if (getItem() instanceof BoardRow.OfField row) {
      showField(row.facts());
      judge();
    }
  }

  private void showGroup(BoardRow.Group group) {
    icon.setIconCode(group.open() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    name.setText(FieldGroups.shown(group.name(), model.texts()) + "  (" + group.fields() + ")");
    label.setText("");
    marks.setText("");
    type.setText("");
    fill.setText("");
    port.setVisible(false);
    state(FieldState.NONE);
    setGraphic(line);
    setAccessibleText(
        model
            .texts()
            .of(
                group.open() ? "mapping.group.open" : "mapping.group.folded",
                FieldGroups.shown(group.name(), model.texts()),
                group.fields()));
  }

  private void showField(FieldFacts facts) {
    Field field = facts.field();
    FieldState state = model.state(side, facts.path());
    icon.setIconCode(FieldIcons.of(field.type()));
    name.setText(field.name());
    label.setText(field.shown().equals(field.name()) ? "" : field.shown());
    marks.setText(
        (field.isRequired() ? "★" : "")
            + (field.isCustom() ? "◇" : "")
            + (state.error() ? " ✗" : ""));
    type.setText(field.type().word());
    fill.setText(percent(facts.fill()));
    port.setVisible(true);
    state(state);
    setGraphic(line);
    setAccessibleText(words(facts, field, state));
  }

  private String words(FieldFacts facts, Field field, FieldState state) {
    Texts texts = model.texts();
    List<String> words = new ArrayList<>();
    words.add(field.name());
    if (!field.shown().equals(field.name())) {
      words.add(field.shown());
    }
    words.add(field.type().word());
    if (field.isRequired()) {
      words.add(texts.of("badge.required"));
    }
    if (field.isCustom()) {
      words.add(texts.of("badge.custom"));
    }
    if (!Double.isNaN(facts.fill())) {
      words.add(texts.of("mapping.field.filled", percent(facts.fill())));
    }
    if (state.error()) {
      words.add(texts.of("mapping.field.fails"));
    }
    words.add(state.other().isEmpty() ? texts.of("mapping.field.unmapped") : state.other());
    return String.join(", ", words);
  }

  private void state(FieldState state) {
    pseudoClassStateChanged(MAPPED, state.mapped());
    pseudoClassStateChanged(WAITING, state.suggested() && !state.mapped());
    pseudoClassStateChanged(WRONG, state.error());
  }

  /** While a line is dragged: shows whether it may end here. */
  void judge() {
    BoardRow item = getItem();
    FieldDrag.Judgement verdict =
        item instanceof BoardRow.OfField row
            ? drag.judge(side, row.facts())
            : FieldDrag.Judgement.NONE;
    pseudoClassStateChanged(FITS, verdict == FieldDrag.Judgement.FITS);
    pseudoClassStateChanged(CONVERTS, verdict == FieldDrag.Judgement.CONVERTS);
    pseudoClassStateChanged(CLASHES, verdict == FieldDrag.Judgement.CLASHES);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.0f%%", share * 100);
  }
}
