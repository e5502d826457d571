package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.Spread.Proposal;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Shows what each other customer could have, and asks for whom it is taken. */
final class SpreadForm {
  private static final double MOST_HEIGHT = 360;

  private SpreadForm() {}

  static void ask(
      Dialogs dialogs,
      Texts texts,
      Matrix.Row row,
      List<Proposal> proposals,
      Consumer<List<Proposal>> onOk) {
    GridPane grid = new GridPane(16, 8);
    for (double share : new double[] {38, 28, 34}) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(
        0,
        Nodes.label(texts.of("customers.customer"), "text-muted"),
        Nodes.label(texts.of("customers.now"), "text-muted"),
        Nodes.label(texts.of("customers.proposed"), "text-muted"));
    Map<Proposal, CheckBox> ticks = new LinkedHashMap<>();
    SimpleBooleanProperty any = new SimpleBooleanProperty();
    Runnable check = () -> any.set(ticks.values().stream().anyMatch(CheckBox::isSelected));
    int line = 1;
    for (Proposal proposal : proposals) {
      CheckBox tick = new CheckBox(proposal.customer().title());
      tick.setId("spread-" + proposal.customer().customer());
      tick.setMnemonicParsing(false);
      tick.setSelected(proposal.advised());
      tick.setDisable(proposal.field() == null);
      tick.selectedProperty().addListener(o -> check.run());
      ticks.put(proposal, tick);
      String now =
          proposal.now().from().isEmpty()
              ? MatrixCell.word(proposal.now().state(), texts)
              : proposal.now().from();
      grid.addRow(line++, tick, Nodes.paragraph(now), proposed(proposal, texts));
    }
    check.run();
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.getStyleClass().add("edge-to-edge");
    VBox box =
        new VBox(
            16,
            Nodes.paragraph(
                texts.of(
                    proposals.isEmpty() ? "customers.spreadNobody" : "customers.spreadText",
                    row.target()),
                "text-muted"),
            scroll);
    dialogs.form(
        new Dialogs.Form(
            texts.of("customers.spreadTitle", row.target()),
            box,
            texts.of("customers.spreadOk"),
            any),
        () ->
            onOk.accept(
                ticks.entrySet().stream()
                    .filter(e -> e.getValue().isSelected())
                    .map(Map.Entry::getKey)
                    .toList()));
  }

  private static Label proposed(Proposal proposal, Texts texts) {
    if (proposal.field() == null) {
      return Nodes.paragraph(texts.of("customers.noProposal"), "text-muted");
    }
    String from = proposal.from().isEmpty() ? texts.of("customers.sameWay") : proposal.from();
    return Nodes.paragraph(
        proposal.score() >= 1
            ? texts.of("customers.sameField", from)
            : texts.of("customers.suggested", from, Math.round(proposal.score() * 100)));
  }
}
