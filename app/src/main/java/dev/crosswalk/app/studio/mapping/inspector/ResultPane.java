package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.MappingViewModel;
import dev.crosswalk.app.studio.mapping.MappingViewModel.FieldRef;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Before → after of the selected target on the sample records, errors in red with the reason. */
public final class ResultPane extends BorderPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

  private final MappingViewModel model;
  private final Label title = new Label("Result");
  private final ListView<FieldOutcome> list = new ListView<>();
  private final Label nothing = Inputs.paragraph("");

  public ResultPane(MappingViewModel model) {
    this.model = model;
    getStyleClass().add("result-pane");
    title.getStyleClass().addAll("pane-title", "pane-head");
    nothing.getStyleClass().add("field-label");
    list.setId("result");
    list.setAccessibleText("Result on sample records");
    list.getStyleClass().add("dense");
    list.setFixedCellSize(24);
    list.setPlaceholder(nothing);
    list.setCellFactory(l -> new OutcomeCell());
    setTop(title);
    setCenter(list);
    model.revision().subscribe(r -> show());
    model.inspected().subscribe(f -> show());
  }

  private void show() {
    FieldRef field = model.inspected().get();
    int records = model.preview().records();
    List<FieldOutcome> rows =
        field == null || field.side() != Side.TARGET ? List.of() : model.preview().of(field.path());
    long wrong = rows.stream().filter(OutcomeCell::failed).count();
    title.setText(
        rows.isEmpty()
            ? "Result"
            : "Result on "
                + rows.size()
                + " records"
                + (wrong == 0 ? "" : " · " + wrong + " fail"));
    nothing.setText(
        !model.preview().problem().isEmpty()
            ? model.preview().problem()
            : records == 0
                ? "No sample records yet. Fetch 25 in Preview, and every edit shows its result here."
                : field == null || field.side() != Side.TARGET
                    ? "Select a target field to see its result on " + records + " records."
                    : "Not mapped yet.");
    list.getItems().setAll(rows);
  }

  private static final class OutcomeCell extends ListCell<FieldOutcome> {

    static boolean failed(FieldOutcome outcome) {
      return outcome.messages().stream().anyMatch(Message::error);
    }

    @Override
    protected void updateItem(@Nullable FieldOutcome item, boolean empty) {
      super.updateItem(item, empty);
      boolean wrong = item != null && !empty && failed(item);
      pseudoClassStateChanged(WRONG, wrong);
      pseudoClassStateChanged(
          WARNED, item != null && !empty && !wrong && !item.messages().isEmpty());
      if (empty || item == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      String before = item.missing() ? "(missing)" : Values.shown(item.before());
      String after = item.status() == Status.SET ? Values.shown(item.after()) : "";
      String words = item.messages().stream().map(Message::text).collect(Collectors.joining(" "));
      String end =
          wrong
              ? "✗ " + words
              : item.status() == Status.OMITTED
                  ? "(left out)"
                  : after + (words.isEmpty() ? "" : "  ⚠ " + words);
      setText(before + "  →  " + end);
      setTooltip(new Tooltip(trace(item)));
    }

    private static String trace(FieldOutcome item) {
      return item.trace().stream()
          .map(t -> t.part() + ": " + Values.shown(t.value()))
          .collect(Collectors.joining("\n"));
    }
  }
}
