package dev.crosswalk.app.studio;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.auth.Browser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Protects: a device sign-in ends by Cancel or Esc, never because a person came back by a click.
 */
@ExtendWith(FxToolkitExtension.class)
class DeviceCodesTest {
  private final SameThreadTasks tasks = new SameThreadTasks();

  /** A window's overlay with the card in it. */
  private record Open(Overlay overlay, Scene scene, Browser.Shown card) {
    boolean shows() {
      return overlay.isOpen() && overlay.lookup("#device-code") != null;
    }

    void pressBeside() {
      Event.fireEvent(
          overlay,
          new MouseEvent(
              MouseEvent.MOUSE_PRESSED,
              1,
              1,
              1,
              1,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              true,
              false,
              true,
              null));
    }

    void openDialog() {
      Button button = new Button("another");
      overlay.open(button, Pos.CENTER, button, () -> {});
    }
  }

  private Open open() {
    Overlay overlay = new Overlay();
    Scene scene = new Scene(overlay, 400, 300);
    Browser.Shown card =
        new DeviceCodes(
                overlay,
                Texts.load(Locale.US),
                tasks,
                Clock.fixed(StudioFixture.NOW, ZoneOffset.UTC),
                page -> {})
            .show(
                URI.create("https://login.example/device"),
                "ABCD-EFGH",
                StudioFixture.NOW.plus(Duration.ofMinutes(10)));
    tasks.runPosted();
    return new Open(overlay, scene, card);
  }

  @Test
  void a_click_beside_it_or_another_dialog_does_not_end_the_sign_in() throws Exception {
    onFx(() -> {
      Open open = open();
      open.pressBeside();
      assertThat(open.shows()).isTrue();
      open.openDialog();
      assertThat(open.shows()).isFalse();
      assertThat(open.card().cancelled()).isFalse();
      open.pressBeside();
      assertThat(open.shows()).as("it is there again").isTrue();
      assertThat(open.card().cancelled()).isFalse();
      open.overlay().close();
      assertThat(open.card().cancelled()).as("Esc").isTrue();
      assertThat(open.overlay().isOpen()).isFalse();
      return 0;
    });
  }

  @Test
  void the_card_of_a_sign_in_that_is_done_does_not_come_back() throws Exception {
    onFx(() -> {
      Open open = open();
      open.openDialog();
      open.card().close();
      tasks.runPosted();
      assertThat(open.overlay().isOpen()).as("the other dialog stays").isTrue();
      open.overlay().close();
      assertThat(open.overlay().isOpen()).isFalse();
      assertThat(open.card().cancelled()).isFalse();

      Open alone = open();
      alone.card().close();
      tasks.runPosted();
      assertThat(alone.overlay().isOpen()).isFalse();
      assertThat(alone.card().cancelled()).isFalse();
      return 0;
    });
  }
}
