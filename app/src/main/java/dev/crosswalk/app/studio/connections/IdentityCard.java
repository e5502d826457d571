package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.Identity;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a good test found out: who, where, live or not, with which rights. */
final class IdentityCard extends VBox {
  private final GridPane facts = new GridPane(16, 4);
  private final Texts texts;

  IdentityCard(Identity identity, Texts texts) {
    super(8);
    this.texts = texts;
    setId("identity");
    getStyleClass().addAll("card", "card-good");
    FontIcon tick = new FontIcon("mdi2c-check-circle");
    tick.getStyleClass().add("health-good");
    HBox head = new HBox(8, tick, Nodes.label(texts.of("identity.title"), "row-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    fact("identity.user", identity.user());
    fact("identity.organisation", identity.organisation());
    Boolean production = identity.production();
    row(
        texts.of("identity.kind"),
        production == null
            ? Nodes.badge(texts.of("identity.kindUnknown"), "neutral")
            : production
                ? Nodes.badge(texts.of("identity.production"), "danger")
                : Nodes.badge(texts.of("identity.sandbox"), "good"));
    fact("identity.version", identity.apiVersion());
    fact(
        "identity.scopes",
        identity.scopes().isEmpty() ? null : String.join(" ", identity.scopes()));
    Identity.Budget budget = identity.budget();
    fact(
        "identity.budget",
        budget == null
            ? null
            : texts.of("identity.budgetValue", budget.remaining(), budget.limit()));
    getChildren().addAll(head, facts);
  }

  private void fact(String key, @Nullable String value) {
    Label label =
        value == null
            ? Nodes.label(texts.of("identity.notSaid"), "text-muted")
            : Nodes.paragraph(value);
    row(texts.of(key), label);
  }

  private void row(String name, Node value) {
    Label label = Nodes.label(name, "text-muted");
    label.setMinWidth(128);
    facts.addRow(facts.getRowCount(), label, value);
  }
}
