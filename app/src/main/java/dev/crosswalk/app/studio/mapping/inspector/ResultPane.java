package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.MappingViewModel;
import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Before → after of the selected target on the sample records, errors in red with the reason. */
public final class ResultPane extends BorderPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

  /** Three lines of values, in pixels; what is longer ends in "…" and is whole in the tooltip. */
  private static final double HIGHEST = 50;

  private final MappingViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final ListView<FieldOutcome> list = new ListView<>();
  private final Label nothing = Inputs.paragraph("");

  public ResultPane(MappingViewModel model) {
    this.model = model;
    this.texts = model.texts();
    getStyleClass().add("result-pane");
    title.getStyleClass().addAll("pane-title", "pane-head", "pane-strip");
    title.setWrapText(true);
    nothing.getStyleClass().add("field-label");
    list.setId("result");
    list.setAccessibleText(texts.of("mapping.result.name"));
    list.getStyleClass().add("dense");
    list.setPlaceholder(nothing);
    list.setCellFactory(l -> new OutcomeCell());
    // In another width the lines wrap elsewhere, and the list keeps the heights that it knows.
    list.widthProperty().subscribe(w -> Platform.runLater(list::refresh));
    setTop(title);
    setCenter(list);
    model.revision().subscribe(r -> show());
    model.inspected().subscribe(f -> show());
    model.review().trial().subscribe(t -> show());
    model.inspection().masked().subscribe(list::refresh);
  }

  private void show() {
    FieldRef field = model.inspected().get();
    int records = model.preview().records();
    List<FieldOutcome> rows =
        field == null || field.side() != Side.TARGET ? List.of() : model.preview().of(field.path());
    boolean tried = rows.isEmpty() && field != null && isTried(field);
    if (tried) {
      rows = model.review().trial().get().outcomes();
    }
    long wrong = rows.stream().filter(ResultPane::failed).count();
    title.setText(
        rows.isEmpty()
            ? texts.of("mapping.result.title")
            : texts.of(
                (tried ? "mapping.result.if." : "mapping.result.") + (wrong == 0 ? "on" : "fail"),
                rows.size(),
                wrong));
    nothing.setText(nothing(field, records));
    // What fails comes first, so that it need not be looked for; what is empty shows least.
    List<FieldOutcome> inOrder = new ArrayList<>(rows.stream().filter(ResultPane::failed).toList());
    rows.stream().filter(r -> !failed(r) && r.before() != null).forEach(inOrder::add);
    rows.stream().filter(r -> !failed(r) && r.before() == null).forEach(inOrder::add);
    list.getItems().setAll(inOrder);
  }

  /** Whether the suggestion for a target that nothing feeds yet was tried on the samples. */
  private boolean isTried(FieldRef field) {
    return field.side() == Side.TARGET
        && model.mapping().map(m -> !m.fields().containsKey(field.path())).orElse(false)
        && model.review().trial().get().target().equals(field.path());
  }

  private static boolean failed(FieldOutcome outcome) {
    return outcome.messages().stream().anyMatch(Message::error);
  }

  /** Why there is no row to show. */
  private String nothing(@Nullable FieldRef field, int records) {
    Problem problem = model.preview().problem().orElse(null);
    if (problem != null) {
      return texts.of(problem).toString();
    }
    if (field == null || field.side() != Side.TARGET) {
      return records == 0
          ? texts.of("mapping.result.noRecords")
          : texts.of("mapping.result.select", records);
    }
    return model
        .preview()
        .broken(field.path())
        .map(p -> texts.of(p).words())
        .orElse(
            records == 0
                ? texts.of("mapping.result.noRecords")
                : texts.of("mapping.result.unmapped"));
  }

  /** Before → after, and what is said of it in lines of their own, so that nothing is cut off. */
  private final class OutcomeCell extends ListCell<FieldOutcome> {
    private final Label values = new Label();
    private final Label words = new Label();
    private final VBox box = new VBox(values, words);

    OutcomeCell() {
      setPrefWidth(0);
      values.getStyleClass().add("result-values");
      words.getStyleClass().add("result-words");
      words.setWrapText(true);
      values.setWrapText(true);
      values.setMaxHeight(HIGHEST);
    }

    @Override
    protected void updateItem(@Nullable FieldOutcome item, boolean empty) {
      super.updateItem(item, empty);
      boolean wrong = item != null && !empty && failed(item);
      pseudoClassStateChanged(WRONG, wrong);
      pseudoClassStateChanged(
          WARNED, item != null && !empty && !wrong && !item.messages().isEmpty());
      if (empty || item == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      String before = item.missing() ? texts.of("mapping.result.missing") : shown(item.before());
      String after =
          item.status() == Status.SET
              ? shown(item.after())
              : item.status() == Status.OMITTED ? texts.of("mapping.result.left") : "";
      String said = texts.record(item.messages());
      if (model.inspection().masked().get() && item.before() != null) {
        said = Masking.maskIn(said, item.before().toString());
      }
      values.setText(before + "  →  " + (wrong ? "✗" : after));
      words.setText((wrong ? "" : "⚠ ") + said);
      Nodes.setShown(words, !said.isEmpty());
      setGraphic(box);
      setAccessibleText(values.getText() + " " + said);
      setTooltip(new Tooltip(trace(item)));
    }

    private String shown(@Nullable Object value) {
      String text = Values.shown(value);
      return model.inspection().masked().get() ? Masking.mask(text) : text;
    }

    private String trace(FieldOutcome item) {
      return item.trace().stream()
          .map(t -> texts.word("mapping.trace.", t.part()) + ": " + shown(t.value()))
          .collect(Collectors.joining("\n"));
    }
  }
}
