package dev.crosswalk.app.studio;

import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.FxTasks;
import dev.crosswalk.app.studio.shell.Overlay;
import dev.crosswalk.app.studio.shell.OverlayDialogs;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.studio.shell.Shell;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Tasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.Theme;
import dev.crosswalk.app.studio.shell.Themes;
import dev.crosswalk.app.workspace.ModelConsent;
import dev.crosswalk.connectors.ConnectionStore;
import dev.crosswalk.connectors.cache.H2SchemaCache;
import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.http.RequestLog;
import dev.crosswalk.connectors.secrets.MemorySecretStore;
import dev.crosswalk.engine.match.FieldMatcher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A studio over a folder of its own and a system that answers from memory. */
public final class StudioFixture implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  public final RequestLog log = new RequestLog(200);
  public final MemorySecretStore secrets = new MemorySecretStore();
  public final FakeSystem system = new FakeSystem(log, NOW, secrets);
  public final ConnectionStore connections;
  public final SchemaCache cache;
  public final StudioServices services;
  public final Texts texts = Texts.load(Locale.US);

  public StudioFixture(Path folder) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    connections = new ConnectionStore(folder.resolve("config"));
    cache = H2SchemaCache.open(folder.resolve("cache"), clock);
    services =
        new StudioServices(
            system,
            connections,
            secrets,
            () -> cache,
            log,
            new FieldMatcher(),
            folder.resolve("state"),
            List::of,
            clock,
            new ModelConsent(folder.resolve("config"), folder.resolve("model")));
  }

  /** A context in which everything happens at once, for view models without a window. */
  public StudioContext context(FakeDialogs dialogs) {
    return context(dialogs, new SameThreadTasks());
  }

  /** A context that runs work in a way of the test's own. */
  public StudioContext context(FakeDialogs dialogs, Tasks tasks) {
    return new StudioContext(services, tasks, dialogs, texts, themes());
  }

  private static Themes themes() {
    Themes themes = new Themes(new SimpleObjectProperty<>(ColorScheme.LIGHT));
    themes.choice().set(Theme.LIGHT);
    return themes;
  }

  /** The whole window's content. Call on the JavaFX thread. */
  public Window window(double width, double height, Theme theme) {
    return window(services, width, height, theme);
  }

  /** The whole window's content over any services. Call on the JavaFX thread. */
  public static Window window(StudioServices services, double width, double height, Theme theme) {
    return window(services, Texts.load(Locale.US), width, height, theme);
  }

  /** The whole window's content in any language. Call on the JavaFX thread. */
  public static Window window(
      StudioServices services, Texts texts, double width, double height, Theme theme) {
    Themes themes = themes();
    themes.choice().set(theme);
    Overlay overlay = new Overlay();
    FxTasks tasks = new FxTasks(Platform::runLater);
    StudioContext context =
        new StudioContext(
            services, tasks, new OverlayDialogs(overlay, texts, () -> null), texts, themes);
    Shell shell = new Shell(context, Places.all(context), overlay, tasks, themes);
    Scene scene = new Scene(shell.root(), width, height);
    themes.dress(scene);
    shell.attach(scene);
    return new Window(context, scene, tasks);
  }

  /** What a test holds of an open window. */
  public record Window(StudioContext context, Scene scene, FxTasks tasks) {

    /** Shows it at the corner, where the headless screen has room. Call on the JavaFX thread. */
    public void show(Stage stage) {
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
    }
  }

  /**
   * Waits until something holds on the JavaFX thread; fails after a minute, so that a busy machine
   * is no failure.
   */
  public static void until(BooleanSupplier holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> FxToolkitExtension.onFx(holds::getAsBoolean));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    cache.close();
  }
}
