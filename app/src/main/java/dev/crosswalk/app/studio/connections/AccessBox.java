package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.definition.ConnectorInfo.Auth;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Which rights a sign-in asks for: the least ones as they are, others by choice. */
final class AccessBox extends VBox {
  AccessBox(ConnectionForm form, Texts texts) {
    super(8);
    setId("connection-access");
    Auth auth = form.auth().get();
    Nodes.setShown(this, !auth.scopes().isEmpty() || !auth.optionalScopes().isEmpty());
    if (!isVisible()) {
      return;
    }
    getChildren().add(Nodes.label(texts.of("connections.access"), "field-label"));
    getChildren()
        .add(
            auth.scopes().isEmpty()
                ? Nodes.paragraph(texts.of("connections.accessNone"), "text-muted", "text-small")
                : Nodes.paragraph(
                    texts.of("connections.accessLeast", String.join("  ", auth.scopes())),
                    "text-muted",
                    "text-small"));
    if (!auth.optionalScopes().isEmpty()) {
      FlowPane choice = new FlowPane(16, 8);
      for (String scope : auth.optionalScopes()) {
        CheckBox box = new CheckBox(scope);
        box.setMnemonicParsing(false);
        box.setId("scope-" + scope);
        box.setSelected(form.extraScopes().contains(scope));
        box.selectedProperty()
            .subscribe(on -> {
              if (on) {
                form.extraScopes().add(scope);
              } else {
                form.extraScopes().remove(scope);
              }
            });
        choice.getChildren().add(box);
      }
      getChildren()
          .addAll(
              Nodes.paragraph(texts.of("connections.accessMore"), "text-muted", "text-small"),
              choice);
    }
  }
}
