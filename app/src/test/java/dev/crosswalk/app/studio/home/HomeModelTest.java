package dev.crosswalk.app.studio.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.GitSignIn;
import dev.crosswalk.app.studio.shell.Notifications;
import dev.crosswalk.app.studio.shell.PlaceIds;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.studio.shell.Themes;
import dev.crosswalk.app.workspace.DumbGitServer;
import dev.crosswalk.app.workspace.GitCredentials;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.CustomerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextField;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ways to start. The sandbox is the real one. */
@ExtendWith(FxToolkitExtension.class)
class HomeModelTest {
  @TempDir Path folder;
  private Services services;
  private StudioContext context;
  private HomeModel model;
  private final SameThreadTasks tasks = new SameThreadTasks();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void open() {
    services =
        Services.create(
            new Directories(
                folder.resolve("config"), folder.resolve("cache"), folder.resolve("state")),
            page -> {},
            Clock.systemUTC(),
            Map.of("CROSSWALK_SECRETS", "memory"),
            Optional::empty);
    StudioServices backstage = StudioServices.of(services);
    context =
        new StudioContext(
            backstage,
            tasks,
            dialogs,
            Texts.load(Locale.US),
            new Themes(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
    model =
        new HomeModel(
            context,
            new RecentWorkspaces(backstage.state()),
            new GitSignIn(
                context,
                (url, why, onAnswer) -> {
                  asked.add(url);
                  onAnswer.signIn(new GitCredentials("git", "t0ken"), true);
                }));
  }

  @AfterEach
  void close() {
    if (context.workspace().get() != null) {
      context.workspace().get().close();
    }
    services.close();
  }

  @Test
  void the_sandbox_needs_no_account_and_is_ready_to_be_mapped() {
    model.trySandbox();
    assertThat(dialogs.errors).isEmpty();
    assertThat(context.notifications().notices()).isEmpty();
    assertThat(context.customers()).contains("northwind", "contoso", "fabrikam");
    Workspace workspace = context.workspace().get();
    assertThat(workspace.target().objects()).isNotEmpty();
    WorkspaceGit git = workspace.git(Clock.systemUTC());
    assertThat(git.log(5)).hasSize(1);
    assertThat(git.changes()).isEmpty();
    assertThat(services.cache().latest("sandbox-northwind").orElseThrow().objects())
        .isGreaterThan(6);
    assertThat(services.cache().records("sandbox-fabrikam", "companies", Instant.now()))
        .isNotEmpty();
    model.refresh();
    assertThat(model.rows()).hasSize(4);
    for (CustomerRow row : model.rows().subList(1, 4)) {
      assertThat(row.discovered()).as(row.customer()).isTrue();
      assertThat(row.mappings()).as(row.customer()).isEqualTo(4);
      assertThat(row.required()).as(row.customer()).isPositive();
      assertThat(row.waiting()).as(row.customer()).isGreaterThan(20);
    }

    model.trySandbox();
    assertThat(dialogs.errors).as("a second time opens the same").isEmpty();
    assertThat(git.log(5)).hasSize(1);
  }

  @Test
  void home_notices_files_that_another_program_changed() throws Exception {
    model.create("Acme", folder.resolve("acme"), "acme");
    context.go(PlaceIds.HOME);
    model.refresh();
    assertThat(model.rows()).hasSize(1);
    Path customer = folder.resolve("acme/customers/northwind");
    Files.createDirectories(customer);
    Files.writeString(
        customer.resolve("customer.yaml"),
        new CustomerFile("northwind", "Northwind", Map.of(), List.of()).write());
    for (int i = 0; i < 1200 && model.rows().size() < 2; i++) {
      Thread.sleep(50);
      tasks.runPosted();
    }
    assertThat(model.rows()).hasSize(2);
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
  void a_clone_asks_for_a_token_where_one_is_wanted_and_opens_the_workspace_in_it()
      throws Exception {
    model.create("Acme", folder.resolve("acme"), "acme");
    WorkspaceGit git = new WorkspaceGit(folder.resolve("acme"), Clock.systemUTC());
    git.setIdentity(new WorkspaceGit.Identity("Ada", "ada@example.org"));
    git.commit("Start", List.of("crosswalk.yaml"));
    Path bare = folder.resolve("acme.git");
    Git.init().setBare(true).setInitialBranch("main").setDirectory(bare.toFile()).call().close();
    git.remote().set(bare.toString());
    git.remote().push(Optional.empty(), Progress.NONE);
    try (DumbGitServer server = new DumbGitServer(bare, new GitCredentials("git", "t0ken"))) {
      model.cloneFrom(server.url(), folder.resolve("clone"));
      assertThat(dialogs.errors).isEmpty();
      assertThat(asked).hasSize(1);
      assertThat(context.workspace().get().root()).isEqualTo(folder.resolve("clone"));
      model.cloneFrom(server.url(), folder.resolve("again"));
      assertThat(asked).as("the token that worked was kept").hasSize(1);
      assertThat(context.workspace().get().root()).isEqualTo(folder.resolve("again"));
    }
    dialogs.yes = false;
    String nowhere = folder.resolve("nowhere").toString();
    model.cloneFrom(nowhere, folder.resolve("never"));
    TextField url = (TextField) dialogs.forms.getLast().content().lookup("#clone-url");
    assertThat(url.getText()).as("the form comes back as it was filled in").isEqualTo(nowhere);
    assertThat(context.workspace().get().root()).isEqualTo(folder.resolve("again"));
  }

  @Test
  void what_was_named_at_the_start_is_opened_or_told_to_be_none() {
    model.create("Acme", folder.resolve("acme"), "acme");
    WorkspaceOpener opener =
        new WorkspaceOpener(context, new RecentWorkspaces(folder.resolve("state")));
    opener.openAsked(folder.resolve("nowhere"));
    assertThat(dialogs.errors).hasSize(1);
    assertThat(dialogs.errors.getFirst().next()).isNotBlank();
    opener.openAsked(folder.resolve("acme/crosswalk.yaml"));
    assertThat(dialogs.errors).hasSize(1);
    assertThat(context.workspace().get().root()).isEqualTo(folder.resolve("acme"));
  }

  @Test
  void one_customer_whose_file_is_broken_keeps_nobody_from_the_others() throws Exception {
    Path root = folder.resolve("plain");
    Workspace.create(root, "Plain", "acme").close();
    for (String id : List.of("contoso", "northwind")) {
      Files.createDirectories(root.resolve("customers/" + id));
      Files.writeString(
          root.resolve("customers/" + id + "/customer.yaml"),
          new CustomerFile(id, id, Map.of(), List.of()).write());
    }
    Files.writeString(root.resolve("customers/contoso/customer.yaml"), "name: [");
    Files.createDirectories(root.resolve("mappings/salesforce"));
    Files.writeString(root.resolve("mappings/salesforce/contact--person.yaml"), "fields: [");
    model.open(root);
    assertThat(dialogs.errors).isEmpty();
    assertThat(context.customers()).containsExactly("northwind");
    assertThat(context.notifications().notices())
        .singleElement()
        .extracting(Notifications.Notice::text)
        .asString()
        .contains("customers/contoso/customer.yaml:1");
    assertThat(model.rows())
        .as("and nothing is called committed where there is no git")
        .isNotEmpty()
        .allMatch(r -> r.changedFiles() == CustomerRow.NO_GIT);
    assertThat(model.rows().getFirst().unreadable()).as("of the base mappings").isEqualTo(1);
  }

  @Test
  void what_runs_already_is_not_begun_again() throws Exception {
    OneAtATime one = new OneAtATime();
    assertThat(
            one.<String>once(
                "sandbox",
                () -> {
                  assertThatThrownBy(() -> one.once("sandbox", () -> "second"))
                      .isInstanceOf(CancellationException.class);
                  return one.once("other", () -> "first");
                }))
        .isEqualTo("first");
    assertThat(one.once("sandbox", () -> "later")).isEqualTo("later");
  }

  @Test
  void a_folder_that_is_no_workspace_is_refused_and_what_is_open_stays() throws Exception {
    model.create("Acme", folder.resolve("acme"), "acme");
    Path other = Files.createDirectory(folder.resolve("other"));
    model.open(other);
    assertThat(dialogs.errors).hasSize(1);
    assertThat(context.workspaceName().get()).isEqualTo("Acme");
  }

  @Test
  void folder_and_target_of_a_new_workspace_follow_its_name_until_they_are_typed() {
    List<String> made = new ArrayList<>();
    dialogs.filled =
        form -> {
          TextField name = (TextField) form.content().lookup("#workspace-name");
          name.setText("Ac");
          name.setText("Acme onboarding");
          ((TextField) form.content().lookup("#workspace-target")).setText("own");
          name.setText("Acme Onboarding!");
        };
    NewWorkspaceForm.ask(
        context,
        NewWorkspaceForm.Start.EMPTY,
        (name, path, target) -> made.add(path.getFileName() + " " + target));
    assertThat(made).containsExactly("acme-onboarding own");
  }
}
