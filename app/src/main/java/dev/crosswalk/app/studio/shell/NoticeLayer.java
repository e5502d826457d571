package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.studio.shell.Notifications.Notice;
import dev.crosswalk.engine.problem.Severity;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The corner in which notices stack up. */
final class NoticeLayer extends VBox {
  private static final Duration STAY = Duration.seconds(6);

  private final Notifications notifications;
  private final Texts texts;
  private final Map<Notice, Node> cards = new HashMap<>();

  NoticeLayer(Notifications notifications, Texts texts) {
    super(8);
    this.notifications = notifications;
    this.texts = texts;
    getStyleClass().add("notices");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notifications.notices().addListener((ListChangeListener<Notice>) change -> sync());
    sync();
  }

  private void sync() {
    cards.keySet().retainAll(notifications.notices());
    getChildren()
        .setAll(
            notifications.notices().stream()
                .map(n -> cards.computeIfAbsent(n, this::card))
                .toList());
  }

  private Node card(Notice notice) {
    FontIcon icon =
        new FontIcon(
            switch (notice.severity()) {
              case ERROR -> "mdi2a-alert-circle-outline";
              case WARNING -> "mdi2a-alert-outline";
              default -> "mdi2i-information-outline";
            });
    Label text = Nodes.paragraph(notice.text());
    text.setMaxWidth(360);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox card = new HBox(8, icon, text);
    card.setAlignment(Pos.TOP_LEFT);
    card.getStyleClass()
        .addAll("notice", "notice-" + notice.severity().name().toLowerCase(java.util.Locale.ROOT));
    Runnable run = notice.run();
    if (notice.action() != null && run != null) {
      Button act = new Button(notice.action());
      act.getStyleClass().addAll("small", "flat", "accent");
      act.setOnAction(e -> {
        notifications.dismiss(notice);
        run.run();
      });
      card.getChildren().add(act);
    }
    Button close =
        Nodes.iconButton(
            "mdi2c-close", texts.of("notice.dismiss"), () -> notifications.dismiss(notice));
    close.getStyleClass().add("small");
    card.getChildren().add(close);
    if (notice.severity() == Severity.INFO) {
      PauseTransition pause = new PauseTransition(STAY);
      pause.setOnFinished(e -> notifications.dismiss(notice));
      pause.play();
    }
    return card;
  }
}
