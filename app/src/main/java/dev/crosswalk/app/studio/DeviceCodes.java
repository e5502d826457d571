package dev.crosswalk.app.studio;

import dev.crosswalk.app.studio.shell.Nodes;
import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.connectors.auth.Browser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows the code of a sign-in by another device: the code, where to type it, how long it is good.
 * Cancel and Escape end the sign-in. A click beside the card does not, since that is how people
 * come back from the browser; nor does a dialog shown in its place, after which it is there again.
 */
public final class DeviceCodes {
  private final Overlay overlay;
  private final Texts texts;
  private final Tasks tasks;
  private final Clock clock;
  private final Consumer<URI> pages;

  /**
   * @param pages opens a page in the system's browser
   */
  public DeviceCodes(Overlay overlay, Texts texts, Tasks tasks, Clock clock, Consumer<URI> pages) {
    this.overlay = overlay;
    this.texts = texts;
    this.tasks = tasks;
    this.clock = clock;
    this.pages = pages;
  }

  /** May be called on any thread. */
  public Browser.Shown show(URI page, String code, Instant until) {
    Card card = new Card();
    tasks.later(() -> card.open(page, code, until));
    return card;
  }

  private final class Card implements Browser.Shown {
    private final Timeline second = new Timeline();
    private volatile boolean turnedAway;
    private volatile boolean over;
    private @Nullable Node shown;

    @Override
    public boolean cancelled() {
      return turnedAway;
    }

    @Override
    public void close() {
      over = true;
      tasks.later(() -> {
        Node card = shown;
        if (card != null) {
          second.stop();
          overlay.withdraw(card);
        }
      });
    }

    private void open(URI page, String code, Instant until) {
      if (over) {
        return;
      }
      Label label = Nodes.label(code, "device-code");
      label.setId("device-code");
      Label wait = Nodes.label("", "text-muted", "text-small");
      wait.setId("device-code-wait");
      Runnable tick = () -> wait.setText(left(until));
      tick.run();
      second.getKeyFrames().add(new KeyFrame(javafx.util.Duration.seconds(1), e -> tick.run()));
      second.setCycleCount(Animation.INDEFINITE);
      second.play();

      Button copy = Nodes.button(texts.of("device.copy"), "mdi2c-content-copy", () -> copy(code));
      copy.setId("device-code-copy");
      Button go =
          Nodes.mainButton(texts.of("device.open"), "mdi2o-open-in-new", () -> pages.accept(page));
      go.setId("device-code-open");
      Button cancel = Nodes.button(texts.of("dialog.cancel"), null, overlay::close);
      cancel.setId("dialog-cancel");

      HBox codeRow = new HBox(16, label, copy);
      codeRow.setAlignment(Pos.CENTER_LEFT);
      HBox buttons = new HBox(8, wait, Nodes.grow(), cancel, go);
      buttons.setAlignment(Pos.CENTER_LEFT);
      VBox card =
          new VBox(
              16,
              Nodes.label(texts.of("device.title"), "title-4"),
              Nodes.paragraph(texts.of("device.text", page.getHost())),
              codeRow,
              Nodes.paragraph(address(page), "text-muted", "text-small"),
              buttons);
      card.getStyleClass().add("dialog-card");
      card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
      overlay.openLasting(card, Pos.CENTER, go, this::turnAway);
      shown = card;
    }

    /** By Cancel or by Escape. */
    private void turnAway() {
      shown = null;
      second.stop();
      turnedAway = true;
    }

    private String left(Instant until) {
      Duration left = Duration.between(clock.instant(), until);
      return left.isPositive()
          ? texts.of(
              "device.left",
              String.format(
                  java.util.Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart()))
          : texts.of("device.over");
    }
  }

  /** Without the code, which may stand in it, so that it can be read out and compared. */
  private static String address(URI page) {
    String text = page.toString();
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query);
  }

  private static void copy(String code) {
    ClipboardContent content = new ClipboardContent();
    content.putString(code);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
