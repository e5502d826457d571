package dev.crosswalk.app.studio.shell;

import dev.crosswalk.engine.problem.Problem;
import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem in the place where it arose: what and why, what to do, and a fold with details. */
public final class ProblemBox extends VBox {

  /**
   * @param details for the fold; empty if there are none
   */
  public ProblemBox(Problem said, String details, Texts texts) {
    super(8);
    Problem problem = texts.of(said);
    getStyleClass().addAll("card", "card-problem");
    FontIcon icon = new FontIcon("mdi2a-alert-circle-outline");
    icon.getStyleClass().add("health-failed");
    VBox words = new VBox(4, Nodes.paragraph(problem.what(), "row-title"));
    if (!problem.next().isEmpty()) {
      words.getChildren().add(Nodes.paragraph(problem.next()));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, icon, words);
    row.setAlignment(Pos.TOP_LEFT);
    getChildren().add(row);
    if (!details.isBlank()) {
      getChildren().add(detailsFold(details, texts));
    }
  }

  /** The closed fold that holds the request and the answer. */
  static TitledPane detailsFold(String details, Texts texts) {
    TextArea area = new TextArea(details.strip());
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(5);
    area.getStyleClass().add("mono");
    TitledPane fold = new TitledPane(texts.of("dialog.details"), area);
    fold.setExpanded(false);
    fold.setAnimated(false);
    return fold;
  }
}
