package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.inspector.Values;
import dev.crosswalk.app.studio.preview.PreviewRun.Row;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One record, before at the left and after at the right; what belongs together is lit together. */
final class RecordPane extends SplitPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");
  private static final PseudoClass TWIN = PseudoClass.getPseudoClass("twin");

  /**
   * @param joints the numbers by which it is joined to the other side
   * @param twins the names on the other side that it belongs to
   */
  private record Line(
      List<Integer> joints,
      String name,
      String value,
      String message,
      boolean wrong,
      boolean warned,
      List<String> twins) {}

  /** Pixels in which the title of a column can be read. */
  private static final double LEAST = 96;

  private static final double SCROLL_BAR = 16;

  private final Texts texts;
  private final TableView<Line> before;
  private final TableView<Line> after;

  RecordPane(Texts texts) {
    this.texts = texts;
    this.before =
        table("before", texts.of("preview.sourceField"), texts.of("preview.before"), false);
    this.after = table("after", texts.of("preview.targetField"), texts.of("preview.after"), true);
    getItems()
        .setAll(pane(texts.of("preview.before"), before), pane(texts.of("preview.after"), after));
    setDividerPositions(0.42);
    light(before, after);
    light(after, before);
  }

  private static VBox pane(String title, TableView<Line> table) {
    Label label = new Label(title);
    label.getStyleClass().addAll("pane-title", "pane-head");
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox pane = new VBox(label, table);
    pane.setMinWidth(
        table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR);
    return pane;
  }

  private TableView<Line> table(String id, String name, String value, boolean messages) {
    TableView<Line> table = new TableView<>();
    table.setId("preview-" + id);
    table.setAccessibleText(value);
    table.getStyleClass().addAll("dense", "preview-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(joints());
    table.getColumns().add(column(name, Line::name, 180));
    table.getColumns().add(column(value, Line::value, 200));
    if (messages) {
      TableColumn<Line, String> problem = column(texts.of("preview.problem"), Line::message, 260);
      problem.setCellFactory(c -> new SentenceCell<>());
      table.getColumns().add(problem);
    }
    table.setRowFactory(t -> new LineRow());
    table.setPlaceholder(
        Nodes.paragraph(
            texts.of(messages ? "preview.nothingMapped" : "preview.nothingThere"), "text-muted"));
    return table;
  }

  private static TableColumn<Line, List<Integer>> joints() {
    TableColumn<Line, List<Integer>> column = new TableColumn<>("↔");
    column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().joints()));
    column.setCellFactory(c -> new JointCell<>());
    column.setMinWidth(52);
    column.setMaxWidth(84);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<Line, String> column(
      String title, java.util.function.Function<Line, String> text, double width) {
    TableColumn<Line, String> column = new TableColumn<>(title);
    column.setCellValueFactory(c -> new ReadOnlyStringWrapper(text.apply(c.getValue())));
    column.setPrefWidth(width);
    column.setMinWidth(LEAST);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static void light(TableView<Line> one, TableView<Line> other) {
    one.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> {
          List<String> twins = is == null ? List.of() : is.twins();
          other.setUserData(twins);
          other.refresh();
          for (Line line : other.getItems()) {
            if (twins.contains(line.name())) {
              other.scrollTo(line);
              break;
            }
          }
        });
  }

  void show(@Nullable Row row, Mapping mapping) {
    List<Line> sources = new ArrayList<>();
    List<Line> targets = new ArrayList<>();
    Joints joints = Joints.of(mapping);
    if (row != null) {
      row.before()
          .forEach((name, value) ->
              sources.add(
                  new Line(
                      joints.ofSource(name),
                      name,
                      Values.shown(value),
                      "",
                      false,
                      false,
                      fedBy(mapping, name))));
      row.outcome().fields().forEach((t, f) -> targets.add(target(mapping, joints, t, f)));
    }
    sources.sort(
        Comparator.comparing(
            line -> line.joints().isEmpty() ? Integer.MAX_VALUE : line.joints().getFirst()));
    before.setUserData(List.of());
    after.setUserData(List.of());
    before.getItems().setAll(sources);
    after.getItems().setAll(targets);
  }

  private static List<String> fedBy(Mapping mapping, String source) {
    return mapping.fields().entrySet().stream()
        .filter(e -> e.getValue().sources().stream().anyMatch(s -> starts(s, source)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean starts(String path, String name) {
    return path.equals(name) || path.startsWith(name + ".");
  }

  private Line target(Mapping mapping, Joints joints, String target, FieldOutcome field) {
    boolean wrong = Row.wrong(field);
    String value =
        switch (field.status()) {
          case SET -> Values.shown(field.after());
          case OMITTED -> texts.of("preview.leftOut");
          case REJECTED -> "✗";
        };
    String words = texts.record(field.messages());
    FieldMapping how = mapping.fields().get(target);
    return new Line(
        joints.ofTarget(target).map(List::of).orElse(List.of()),
        target,
        value,
        words,
        wrong || field.status() == Status.REJECTED,
        !wrong && !words.isEmpty(),
        how == null ? List.of() : how.sources());
  }

  private static final class LineRow extends TableRow<Line> {
    @Override
    protected void updateItem(@Nullable Line item, boolean empty) {
      super.updateItem(item, empty);
      Line line = empty ? null : item;
      pseudoClassStateChanged(WRONG, line != null && line.wrong());
      pseudoClassStateChanged(WARNED, line != null && line.warned());
      boolean twin =
          line != null
              && getTableView() != null
              && getTableView().getUserData() instanceof List<?> names
              && names.contains(line.name());
      pseudoClassStateChanged(TWIN, twin);
      setTooltip(line == null || line.message().isEmpty() ? null : new Tooltip(line.message()));
    }
  }
}
