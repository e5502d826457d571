package dev.crosswalk.app.studio;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.home.RecentWorkspaces;
import dev.crosswalk.app.studio.home.WorkspaceOpener;
import dev.crosswalk.app.studio.shell.FxTasks;
import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.OverlayDialogs;
import dev.crosswalk.app.studio.shell.Place;
import dev.crosswalk.app.studio.shell.Shell;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.Themes;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the window together, as it was last time, and keeps its state while it is open. */
public final class StudioApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(StudioApp.class);
  private static final Duration SECOND = Duration.millis(900);

  private final Timeline keeper = new Timeline();
  private @Nullable WindowState kept;
  private @Nullable Services services;
  private boolean keepSamples = true;

  @Override
  public void start(Stage stage) {
    Directories directories = Directories.ofThisProcess();
    StateFile stateFile = new StateFile(directories.state());
    WindowState last = stateFile.read();
    Texts texts = Texts.load(Locale.getDefault());
    Themes themes = new Themes(Platform.getPreferences().colorSchemeProperty());
    themes.choice().set(last.theme());
    StudioBrowser browser =
        new StudioBrowser(page -> getHostServices().showDocument(page.toString()));
    Services made = Services.create(directories, browser);
    services = made;
    FxTasks tasks = new FxTasks(Platform::runLater);
    Overlay overlay = new Overlay();
    browser.showCodesIn(new DeviceCodes(overlay, texts, tasks, made.clock(), browser::open));
    StudioContext context =
        new StudioContext(
            StudioServices.of(made),
            tasks,
            new OverlayDialogs(overlay, texts, () -> stage),
            texts,
            themes);
    context.workspace().subscribe(w -> takeUpConnectors(context, made, w));
    List<Place> places = Places.all(context);
    Shell shell = new Shell(context, places, overlay, tasks, themes);
    Scene scene = new Scene(shell.root(), last.width(), last.height());
    context.keepSamples().set(last.keepSamples());
    context.scale().set(last.scale());
    context.language().set(last.language());
    context.keepSamples().subscribe(keep -> keepSamples = keep);
    themes.dress(scene);
    shell.attach(scene);
    stage.setTitle(texts.of("app.name"));
    stage.getIcons().setAll(WindowIcons.all());
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(640, screen.getWidth()));
    stage.setMinHeight(Math.min(400, screen.getHeight()));
    stage.setScene(scene);
    place(stage, last);
    context.go(last.place());
    stage.show();
    afterFirstFrame(
        context, made, last, places, () -> keepState(stage, context, stateFile, places, last));
  }

  /** A workspace may bring connector definitions of its own. */
  private static void takeUpConnectors(
      StudioContext context, Services made, @Nullable Workspace workspace) {
    context
        .tasks()
        .latest(
            "connectors-of-workspace",
            progress -> {
              made.useWorkspace(workspace == null ? null : workspace.root());
              return made.connectors().problems();
            },
            problems -> problems.forEach(context.notifications()::problem),
            context.dialogs()::error);
  }

  /** What may take a moment: the cache, and the workspace of last time or of the command line. */
  private void afterFirstFrame(
      StudioContext context,
      Services made,
      WindowState last,
      List<Place> places,
      Runnable settled) {
    Platform.runLater(() -> {
      context
          .tasks()
          .latest(
              "cache-open",
              progress -> made.cache().notices(),
              notices -> notices.forEach(context.notifications()::problem),
              context.dialogs()::error);
      WorkspaceOpener opener =
          new WorkspaceOpener(context, new RecentWorkspaces(made.directories().state()));
      List<String> asked = getParameters().getRaw();
      if (!asked.isEmpty()) {
        opener.openAsked(Path.of(asked.getFirst()));
        settled.run();
      } else if (!last.workspace().isEmpty()) {
        opener.reopen(
            Path.of(last.workspace()),
            last.customer(),
            () -> {
              recall(places, last.memory());
              settled.run();
            });
      } else {
        settled.run();
      }
      for (Problem problem : made.connections().problems()) {
        context.notifications().problem(problem);
      }
    });
  }

  private static void place(Stage stage, WindowState last) {
    if (!Double.isNaN(last.x())) {
      boolean visible =
          Screen.getScreens().stream()
              .map(Screen::getVisualBounds)
              .anyMatch(b -> b.contains(last.x() + 40, last.y() + 16));
      if (visible) {
        stage.setX(last.x());
        stage.setY(last.y());
      }
    }
    Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(last.width(), bounds.getWidth()));
    stage.setHeight(Math.min(last.height(), bounds.getHeight()));
    stage.setMaximized(last.maximized());
  }

  private static void recall(List<Place> places, Map<String, String> memory) {
    for (Place place : places) {
      String what = memory.getOrDefault(place.id(), "");
      if (!what.isEmpty()) {
        place.recall(what);
      }
    }
  }

  /**
   * Looks each second whether anything is other than it was, so a kill loses that second. Begins
   * when the state of last time is back, so that it is never replaced by a window half restored.
   */
  private void keepState(
      Stage stage, StudioContext context, StateFile file, List<Place> places, WindowState last) {
    keeper
        .getKeyFrames()
        .setAll(
            new KeyFrame(
                SECOND,
                e -> {
                  WindowState now = stateOf(stage, context, places, last);
                  if (!now.equals(kept)) {
                    kept = now;
                    Thread.ofVirtual().name("window-state").start(() -> file.write(now));
                  }
                }));
    keeper.setCycleCount(Animation.INDEFINITE);
    keeper.play();
    stage.setOnHidden(e -> {
      keeper.stop();
      file.write(stateOf(stage, context, places, last));
    });
  }

  /** A window that a smaller screen, or a larger size of everything, cuts keeps what it had. */
  private static double unlessCut(double now, double before, double most) {
    return now >= most - 1 ? Math.max(now, before) : now;
  }

  private static WindowState stateOf(
      Stage stage, StudioContext context, List<Place> places, WindowState last) {
    Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
    Workspace workspace = context.workspace().get();
    Map<String, String> memory = new TreeMap<>();
    for (Place place : places) {
      String what = place.memory();
      if (!what.isEmpty()) {
        memory.put(place.id(), what);
      }
    }
    return new WindowState(
        stage.getX(),
        stage.getY(),
        unlessCut(stage.getWidth(), last.width(), bounds.getWidth()),
        unlessCut(stage.getHeight(), last.height(), bounds.getHeight()),
        stage.isMaximized(),
        context.themes().choice().get(),
        context.route().get().place(),
        workspace == null ? "" : workspace.root().toString(),
        context.customer().get(),
        context.keepSamples().get(),
        context.scale().get(),
        context.language().get(),
        memory);
  }

  @Override
  public void stop() {
    Services open = services;
    if (open != null) {
      if (!keepSamples) {
        purge(open);
      }
      open.close();
    }
  }

  /** A cache that cannot be opened holds nothing to purge. */
  private static void purge(Services open) {
    try {
      open.cache().purgeRecords(null);
    } catch (ProblemException e) {
      LOG.warn("Sample records could not be removed", e);
    }
  }
}
