package dev.crosswalk.app.studio.changes;

import dev.crosswalk.app.studio.shell.AttributeWords;
import dev.crosswalk.app.studio.shell.Dialogs;
import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.Acceptances.Acceptance;
import dev.crosswalk.app.workspace.DriftFinding;
import dev.crosswalk.app.workspace.DriftFinding.About;
import dev.crosswalk.app.workspace.DriftSearch.Unreviewed;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What drifted, what it breaks, and what would mend it; then what was never reviewed. */
final class DriftPane extends ScrollPane {
  private final DriftModel model;
  private final Dialogs dialogs;
  private final Texts texts;
  private final VBox lines = new VBox(8);

  DriftPane(DriftModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    setId("drift");
    setFitToWidth(true);
    getStyleClass().add("edge-to-edge");
    lines.getStyleClass().add("place-content");
    setContent(lines);
    model.findings().addListener((ListChangeListener<DriftFinding>) change -> fill());
    model.looked().addListener(o -> fill());
    model.accepted().addListener((ListChangeListener<DriftFinding>) change -> fill());
    model.unreviewed().addListener((ListChangeListener<Unreviewed>) change -> fill());
    fill();
  }

  /** Takes the keyboard to the first thing that can be done. */
  void focusFirst() {
    Node first = lines.lookup(".button");
    if (first == null) {
      requestFocus();
    } else {
      first.requestFocus();
    }
  }

  private void fill() {
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    boolean inside = focused != null && Nodes.isWithin(focused, this);
    List<Node> now = new ArrayList<>();
    boolean all = model.findings().isEmpty();
    if (!model.looked().get()) {
      lines.getChildren().setAll(Nodes.paragraph(texts.of("drift.reading"), "text-muted"));
      return;
    }
    now.add(
        Nodes.paragraph(
            texts.of(
                !all
                    ? "drift.text"
                    : model.unreviewed().isEmpty() ? "drift.none" : "drift.noneReviewed"),
            "text-muted"));
    model.findings().forEach(finding -> now.add(line(finding)));
    if (!model.unreviewed().isEmpty()) {
      now.add(Nodes.paragraph(texts.of("drift.unreviewedText"), "text-muted"));
      model.unreviewed().forEach(one -> now.add(line(one)));
    }
    if (!model.accepted().isEmpty()) {
      now.add(Nodes.paragraph(texts.of("drift.acceptedText"), "text-muted"));
      model.accepted().forEach(one -> now.add(accepted(one)));
    }
    lines.getChildren().setAll(now);
    if (inside) {
      focusFirst();
    }
  }

  private HBox line(DriftFinding finding) {
    List<Node> acts = new ArrayList<>();
    if (finding.mend() != null) {
      Button mend =
          Nodes.button(
              texts.of(
                  finding.about() == About.NEW ? "drift.fill" : "drift.mend",
                  String.join(" + ", finding.mend().sources()),
                  Math.round(finding.score() * 100)),
              "mdi2a-auto-fix",
              () -> model.mend(finding));
      mend.setMnemonicParsing(false);
      mend.getStyleClass().add("accent");
      acts.add(mend);
    }
    boolean ofField = !finding.change().field().isEmpty();
    Runnable take = ofField ? () -> model.review(finding) : null;
    HBox line =
        line(
            badge(finding.verdict()),
            title(finding),
            below(finding),
            acts,
            take,
            () -> model.open(finding));
    line.getChildren()
        .add(
            line.getChildren().size() - 1,
            Nodes.button(
                texts.of("drift.accept"),
                "mdi2b-bell-off-outline",
                () -> new AcceptForm(model, dialogs, texts).show(finding)));
    return line;
  }

  private String title(DriftFinding finding) {
    FieldChange change = finding.change();
    String field = change.object() + "." + change.field();
    String who = finding.customerName();
    String title = finding.entry().title();
    return switch (finding.about()) {
      case TARGET -> texts.of("drift.concerns", who, finding.target(), field);
      case FILTER -> texts.of("drift.filter", who, title, field);
      case OBJECT, CONNECTION -> texts.of("drift.ofObject", who, title, change.object());
      case UNREAD -> texts.of("drift.unread", who, title, field);
      case NEW -> texts.of("drift.new", who, finding.target(), field);
    };
  }

  private String below(DriftFinding finding) {
    return switch (finding.about()) {
      case OBJECT -> texts.of("drift.objectGone") + " " + finding.problem().next();
      case CONNECTION -> finding.problem().words();
      case UNREAD -> texts.of("drift.unreadBelow");
      case NEW -> texts.of("drift.newBelow");
      case TARGET, FILTER ->
          finding.change().kind() == Kind.REMOVED
              ? texts.of("drift.gone")
              : AttributeWords.of(finding.change(), "; ", texts);
    };
  }

  private HBox accepted(DriftFinding finding) {
    Acceptance acceptance = finding.accepted();
    String why =
        acceptance == null
            ? ""
            : acceptance.until() == null
                ? texts.of("drift.acceptedHere", acceptance.reason())
                : texts.of(
                    "drift.acceptedUntil", acceptance.reason(), acceptance.until().toString());
    return line(
        Nodes.badge(texts.of("drift.accepted", finding.verdict().code().name()), "neutral"),
        title(finding),
        why,
        List.of(),
        null,
        () -> model.open(finding));
  }

  private HBox line(Unreviewed one) {
    return line(
        Nodes.badge(texts.of("drift.unreviewed"), "neutral"),
        texts.of("drift.unreviewedOf", one.customerName(), one.entry().title()),
        texts.of(one.known() ? "drift.unreviewedKnown" : "drift.unreviewedUnknown"),
        List.of(),
        one.known() ? () -> model.review(one) : null,
        () -> model.open(one));
  }

  private HBox line(
      Label badge,
      String title,
      String below,
      List<Node> acts,
      @Nullable Runnable take,
      Runnable open) {
    VBox words =
        new VBox(2, Nodes.paragraph(title, "row-title"), Nodes.paragraph(below, "text-muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, badge, words);
    line.getChildren().addAll(acts);
    if (take != null) {
      Button button = Nodes.button(texts.of("drift.take"), "mdi2c-check", take);
      button.getStyleClass().add("drift-take");
      button.setTooltip(new Tooltip(texts.of("drift.takeHelp")));
      line.getChildren().add(button);
      line.setOnKeyPressed(e -> {
        if (e.getCode() == KeyCode.R && !e.isShortcutDown() && !e.isAltDown()) {
          e.consume();
          take.run();
        }
      });
    }
    line.getChildren().add(Nodes.button(texts.of("drift.open"), "mdi2v-vector-link", open));
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
