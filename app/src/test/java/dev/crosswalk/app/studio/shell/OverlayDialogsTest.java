package dev.crosswalk.app.studio.shell;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: who opens a form types into it at once, whatever had the keyboard before. */
@ExtendWith(FxToolkitExtension.class)
class OverlayDialogsTest {
  @Test
  void aFormHasTheKeyboardInItsFirstInput() throws Exception {
    String focused =
        onFx(() -> {
          Button behind = new Button("behind");
          Overlay overlay = new Overlay();
          Scene scene = new Scene(new StackPane(behind, overlay), 800, 600);
          behind.requestFocus();
          TextField name = new TextField();
          name.setId("branch-name");
          new OverlayDialogs(overlay, Texts.load(Locale.US), () -> null)
              .form(
                  new Dialogs.Form(
                      "New branch", new VBox(name), "Create", new SimpleBooleanProperty(true)),
                  () -> {});
          return scene.getFocusOwner().getId();
        });
    assertThat(focused).isEqualTo("branch-name");
  }
}
