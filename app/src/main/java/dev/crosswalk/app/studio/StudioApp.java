package dev.crosswalk.app.studio;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.home.RecentWorkspaces;
import dev.crosswalk.app.studio.home.WorkspaceOpener;
import dev.crosswalk.app.studio.shell.FxTasks;
import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.OverlayDialogs;
import dev.crosswalk.app.studio.shell.Route;
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
import javafx.animation.PauseTransition;
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
  private static final Duration QUIET = Duration.millis(400);

  private final PauseTransition keepSoon = new PauseTransition(QUIET);
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
    Services made =
        Services.create(directories, page -> getHostServices().showDocument(page.toString()));
    services = made;
    FxTasks tasks = new FxTasks(Platform::runLater);
    Overlay overlay = new Overlay();
    StudioContext context =
        new StudioContext(
            StudioServices.of(made),
            tasks,
            new OverlayDialogs(overlay, texts, () -> stage),
            texts,
            themes);
    context.workspace().subscribe(w -> takeUpConnectors(context, made, w));
    Shell shell = new Shell(context, Places.all(context), overlay, tasks, themes);
    Scene scene = new Scene(shell.root(), last.width(), last.height());
    context.keepSamples().set(last.keepSamples());
    context.keepSamples().subscribe(keep -> keepSamples = keep);
    themes.dress(scene);
    shell.attach(scene);
    stage.setTitle(texts.of("app.name"));
    stage.setMinWidth(800);
    stage.setMinHeight(560);
    stage.setScene(scene);
    place(stage, last);
    context.go(last.place());
    stage.show();
    afterFirstFrame(context, made, last);
    keepState(stage, context, stateFile);
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
  private void afterFirstFrame(StudioContext context, Services made, WindowState last) {
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
      } else if (!last.workspace().isEmpty()) {
        opener.reopen(Path.of(last.workspace()), last.customer());
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

  /** Writes the state a moment after each change, so that a kill loses at most that moment. */
  private void keepState(Stage stage, StudioContext context, StateFile file) {
    keepSoon.setOnFinished(e -> {
      WindowState now = stateOf(stage, context);
      Thread.ofVirtual().name("window-state").start(() -> file.write(now));
    });
    for (var property :
        List.of(
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty(),
            context.themes().choice(),
            context.route(),
            context.workspace(),
            context.customer(),
            context.keepSamples())) {
      property.addListener(o -> keepSoon.playFromStart());
    }
    stage.setOnHidden(e -> file.write(stateOf(stage, context)));
  }

  private static WindowState stateOf(Stage stage, StudioContext context) {
    Workspace workspace = context.workspace().get();
    Route route = context.route().get();
    return new WindowState(
        stage.getX(),
        stage.getY(),
        stage.getWidth(),
        stage.getHeight(),
        stage.isMaximized(),
        context.themes().choice().get(),
        route.place(),
        workspace == null ? "" : workspace.root().toString(),
        context.customer().get(),
        context.keepSamples().get());
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
