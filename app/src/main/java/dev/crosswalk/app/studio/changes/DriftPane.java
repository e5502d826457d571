package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.changes.Drift.Finding;
import dev.crosswalk.app.studio.shell.AttributeWords;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What drifted, what it breaks, and what would mend it. */
final class DriftPane extends ScrollPane {
  private final DriftModel model;
  private final Texts texts;
  private final VBox lines = new VBox(8);

  DriftPane(DriftModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("drift");
    setFitToWidth(true);
    getStyleClass().add("edge-to-edge");
    lines.getStyleClass().add("place-content");
    setContent(lines);
    model.findings().addListener((ListChangeListener<Finding>) change -> fill());
    fill();
  }

  private void fill() {
    lines.getChildren().clear();
    lines
        .getChildren()
        .add(
            Nodes.paragraph(
                texts.of(model.findings().isEmpty() ? "drift.none" : "drift.text"), "text-muted"));
    for (Finding finding : model.findings()) {
      lines.getChildren().add(line(finding));
    }
  }

  private HBox line(Finding finding) {
    String field = finding.change().object() + "." + finding.change().field();
    VBox words =
        new VBox(
            2,
            Nodes.paragraph(
                texts.of("drift.concerns", finding.customerName(), finding.target(), field),
                "row-title"),
            Nodes.paragraph(
                finding.change().kind() == Kind.REMOVED
                    ? texts.of("drift.gone")
                    : AttributeWords.of(finding.change(), "; ", texts),
                "text-muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, badge(finding.verdict()), words);
    if (finding.mend() != null) {
      Button mend =
          Nodes.button(
              texts.of(
                  "drift.mend",
                  String.join(" + ", finding.mend().sources()),
                  Math.round(finding.score() * 100)),
              "mdi2a-auto-fix",
              () -> model.mend(finding));
      mend.setMnemonicParsing(false);
      mend.getStyleClass().add("accent");
      line.getChildren().add(mend);
    }
    Button open =
        Nodes.button(texts.of("drift.open"), "mdi2v-vector-link", () -> model.open(finding));
    line.getChildren().add(open);
    line.getChildren()
        .add(Nodes.button(texts.of("drift.review"), "mdi2c-check", () -> model.review(finding)));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("card");
    return line;
  }

  private Label badge(Verdict verdict) {
    String code = verdict.code().name();
    Label badge =
        switch (verdict.severity()) {
          case ERROR -> Nodes.badge(texts.of("drift.breaks", code), "danger");
          case WARNING -> Nodes.badge(texts.of("drift.check", code), "warning");
          case INFO -> Nodes.badge(texts.of("drift.note", code), "neutral");
        };
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }
}
