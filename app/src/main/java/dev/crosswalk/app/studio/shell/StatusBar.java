package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.http.RequestEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the bottom: the connection's health, its API budget, and what runs. */
final class StatusBar extends HBox {
  private static final int MOST = 2;
  private static final int UNAUTHORIZED = 401;

  private final StudioContext context;
  private final HBox tasks = new HBox(16);
  private final Map<RunningTask, Node> boxes = new HashMap<>();

  StatusBar(StudioContext context, ObservableList<RunningTask> running) {
    super(16);
    this.context = context;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Button health = new Button();
    health.setId("status-connection");
    health.getStyleClass().addAll("flat", "small");
    health.setMnemonicParsing(false);
    health.setTooltip(new Tooltip(context.texts().of("status.goTo")));
    health.setOnAction(e -> goToConnection());
    Label live = Nodes.badge(context.texts().of("status.production"), "live");
    live.setId("status-production");
    Label budget = Nodes.label("", "text-muted");
    budget.setId("status-budget");
    tasks.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(health, live, budget, Nodes.grow(), tasks);
    context.health().addListener((o, was, is) -> show(is, health, live, budget));
    show(context.health().get(), health, live, budget);
    followRequests();
    running.addListener((ListChangeListener<RunningTask>) change -> sync(running));
    sync(running);
  }

  /** Many requests in one moment are one change of the bar. */
  private void followRequests() {
    AtomicReference<RequestEntry> latest = new AtomicReference<>();
    context
        .services()
        .requests()
        .listen(entry -> {
          if (!entry.cancelled() && latest.getAndSet(entry) == null) {
            context
                .tasks()
                .later(() -> {
                  RequestEntry last = latest.getAndSet(null);
                  if (last != null) {
                    context.reportRequest(
                        last.connection(), last.status() != 0 && last.status() != UNAUTHORIZED);
                  }
                });
          }
        });
  }

  private void goToConnection() {
    String connection = context.health().get().connection();
    if (connection.isEmpty()) {
      context.go(PlaceIds.CONNECTIONS);
    } else {
      context.go(PlaceIds.CONNECTIONS, connection);
    }
  }

  private void show(ConnectionHealth health, Button label, Label live, Label budget) {
    Nodes.setShown(live, Boolean.TRUE.equals(health.production()));
    Texts texts = context.texts();
    FontIcon dot =
        new FontIcon(
            switch (health.state()) {
              case GOOD -> "mdi2c-check-circle";
              case FAILED -> "mdi2a-alert-circle";
              case UNKNOWN -> "mdi2c-circle-outline";
            });
    dot.getStyleClass()
        .add(
            switch (health.state()) {
              case GOOD -> "health-good";
              case FAILED -> "health-failed";
              case UNKNOWN -> "health-unknown";
            });
    label.setGraphic(dot);
    label.setText(
        health.connection().isEmpty() ? texts.of("status.noConnection") : health.connection());
    Identity.Budget calls = health.budget();
    budget.setText(
        calls == null ? "" : texts.of("status.budget", calls.remaining(), calls.limit()));
  }

  private void sync(ObservableList<RunningTask> running) {
    boxes.keySet().retainAll(running);
    tasks
        .getChildren()
        .setAll(
            running.stream()
                .limit(MOST)
                .map(task -> boxes.computeIfAbsent(task, t -> box(t, running)))
                .toList());
    if (running.size() > MOST) {
      tasks
          .getChildren()
          .add(Nodes.label(context.texts().of("task.more", running.size() - MOST), "text-muted"));
    }
  }

  private String said(RunningTask task) {
    long left = task.secondsLeft().get();
    String time = left < 0 ? "" : "  " + context.texts().of("task.left", left);
    return (task.title() + "  " + counted(task.counted().get()) + time).strip();
  }

  /** How far it is, such as {@code 212/1,041 objects}; empty before anything was told. */
  private String counted(RunningTask.Told told) {
    Texts texts = context.texts();
    String unit = texts.word("task.unit.", told.unit());
    return told.unit().isEmpty()
        ? ""
        : told.total() > 0
            ? texts.of("task.countedOf", told.done(), told.total(), unit)
            : texts.of("task.counted", told.done(), unit);
  }

  private Node box(RunningTask task, ObservableList<RunningTask> running) {
    Label title = new Label();
    title
        .textProperty()
        .bind(Bindings.createStringBinding(() -> said(task), task.counted(), task.secondsLeft()));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(task.fraction());
    bar.setPrefWidth(96);
    Button cancel = new Button(context.texts().of("task.cancel"));
    cancel.getStyleClass().addAll("flat", "small");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setAccessibleText(context.texts().of("task.cancelNamed", task.title()));
    cancel.setOnAction(e -> {
      task.cancel();
      running.remove(task);
    });
    HBox box = new HBox(8, title, bar, cancel);
    box.setAlignment(Pos.CENTER_RIGHT);
    return box;
  }
}
