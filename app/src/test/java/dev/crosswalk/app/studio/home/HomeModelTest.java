package dev.crosswalk.app.studio.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.Themes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to start. The sandbox is the real one. */
class HomeModelTest {
  @TempDir Path folder;
  private Services services;
  private StudioContext context;
  private HomeModel model;
  private final FakeDialogs dialogs = new FakeDialogs();

  @BeforeEach
  void open() {
    services =
        Services.create(
            new Directories(
                folder.resolve("config"), folder.resolve("cache"), folder.resolve("state")),
            page -> {},
            Clock.systemUTC(),
            Map.of(),
            Optional::empty);
    StudioServices backstage = StudioServices.of(services);
    context =
        new StudioContext(
            backstage,
            new SameThreadTasks(),
            dialogs,
            Texts.load(Locale.US),
            new Themes(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
    model = new HomeModel(context, new RecentWorkspaces(backstage.state()));
  }

  @AfterEach
  void close() {
    if (context.workspace().get() != null) {
      context.workspace().get().close();
    }
    services.close();
  }

  @Test
  void the_sandbox_needs_no_account_and_ends_where_mapping_starts() {
    model.trySandbox();
    assertThat(dialogs.errors).isEmpty();
    assertThat(context.customers()).contains("northwind", "contoso", "fabrikam");
    assertThat(context.route().get().place()).isEqualTo("mapping");
    assertThat(context.workspace().get().target().objects()).isNotEmpty();
    assertThat(services.cache().latest("sandbox-northwind").orElseThrow().objects())
        .isGreaterThan(6);
    model.refresh();
    assertThat(model.rows()).hasSize(4);
    assertThat(model.rows().get(1).discovered()).isTrue();

    model.trySandbox();
    assertThat(dialogs.errors).as("a second time opens the same").isEmpty();
  }

  @Test
  void a_new_workspace_is_in_git_and_is_remembered() {
    Path made = folder.resolve("acme");
    model.create("Acme integrations", made, "acme");
    assertThat(dialogs.errors).isEmpty();
    assertThat(context.workspaceName().get()).isEqualTo("Acme integrations");
    assertThat(Files.isDirectory(made.resolve(".git"))).isTrue();
    assertThat(new RecentWorkspaces(folder.resolve("state")).list()).containsExactly(made);
  }

  @Test
  void a_folder_that_is_no_workspace_is_refused_and_what_is_open_stays() throws Exception {
    model.create("Acme", folder.resolve("acme"), "acme");
    Path other = Files.createDirectory(folder.resolve("other"));
    model.open(other);
    assertThat(dialogs.errors).hasSize(1);
    assertThat(context.workspaceName().get()).isEqualTo("Acme");
  }
}
