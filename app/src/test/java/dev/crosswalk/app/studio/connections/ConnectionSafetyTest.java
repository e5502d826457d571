package dev.crosswalk.app.studio.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.Companies;
import dev.crosswalk.app.Directories;
import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.Services;
import dev.crosswalk.app.studio.FakeSystem;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Failed;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Passed;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Connectors;
import dev.crosswalk.connectors.FileHostApprovals;
import dev.crosswalk.connectors.HostApprovals;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection may reach, how far it may go, and that nothing of it stays behind. */
class ConnectionSafetyTest {
  @TempDir Path folder;
  private final FakeDialogs dialogs = new FakeDialogs();
  private final List<String> hosts = new ArrayList<>(List.of("a.example.com", "b.example.com"));
  private StudioFixture studio;
  private HostApprovals approvals;
  private ConnectionsModel model;

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder);
    approvals = new FileHostApprovals(folder.resolve("config"));
    model = model(studio.system, Companies.NONE);
  }

  private ConnectionsModel model(Connectors connectors, Companies companies) {
    StudioContext context = studio.context(dialogs);
    ConnectionsModel made =
        new ConnectionsModel(
            context,
            new ConnectionsModel.Backstage(
                connectors,
                studio.connections,
                studio.secrets,
                () -> studio.cache,
                studio.log,
                studio.services.clock(),
                approvals,
                companies));
    made.refresh();
    return made;
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private void fill(ConnectionsModel filled) {
    filled.create(FakeSystem.SALESFORCE);
    ConnectionForm form = filled.form().get();
    form.auth().set(FakeSystem.SALESFORCE.auths().get(1));
    form.value("clientId").set("3MVG9");
    form.value("clientSecret").set("right");
  }

  /** A definition of one's own, which wants two hosts. */
  private Connectors guarded() {
    return new Connectors() {
      @Override
      public List<ConnectorInfo> list() {
        return studio.system.list();
      }

      @Override
      public Optional<ConnectorInfo> find(String id) {
        return studio.system.find(id);
      }

      @Override
      public Session open(ConnectionProfile profile, Map<String, String> secrets) {
        for (String host : hosts) {
          if (!approvals.approved(profile.name()).contains(host)) {
            throw new RemoteProblems("Ours", profile.name(), new Redactor()).notApproved(host);
          }
        }
        return studio.system.open(profile, secrets);
      }
    };
  }

  @Test
  void a_host_that_only_a_workspace_wants_is_asked_about_before_anything_is_sent() {
    model = model(guarded(), Companies.NONE);
    fill(model);
    dialogs.yes = false;
    model.test();
    assertThat(dialogs.questions)
        .singleElement()
        .satisfies(q -> {
          assertThat(q.title()).contains("a.example.com");
          assertThat(q.text()).contains("secrets", "a.example.com");
          assertThat(q.danger()).as("Enter does not say yes").isTrue();
        });
    assertThat(((Failed) model.result().get()).problem().code()).isNotBlank();
    assertThat(approvals.approved("salesforce")).isEmpty();

    dialogs.yes = true;
    model.test();
    assertThat(dialogs.questions).hasSize(3);
    assertThat(approvals.approved("salesforce"))
        .containsExactlyInAnyOrder("a.example.com", "b.example.com");
    assertThat(model.result().get()).isInstanceOf(Passed.class);

    model.test();
    assertThat(dialogs.questions).as("asked once").hasSize(3);
  }

  @Test
  void deleting_takes_the_approvals_back() {
    fill(model);
    model.save();
    approvals.approve("salesforce", "a.example.com");
    model.delete(studio.connections.get("salesforce").orElseThrow());
    assertThat(approvals.approved("salesforce")).isEmpty();
    assertThat(studio.secrets.get("salesforce", "clientSecret")).isEmpty();
  }

  @Test
  void signing_out_ends_the_sign_in_and_keeps_what_was_typed() {
    fill(model);
    model.save();
    model.signOut(studio.connections.get("salesforce").orElseThrow());
    assertThat(studio.system.signedOut).containsExactly("salesforce");
    assertThat(studio.secrets.get("salesforce", "clientSecret")).contains("right");
  }

  @Test
  void the_budget_is_a_percentage_and_scopes_are_those_of_the_way_to_sign_in() {
    fill(model);
    ConnectionForm form = model.form().get();
    assertThat(form.profile().settings())
        .doesNotContainKeys(ConnectionProfile.BUDGET_PERCENT, ConnectionProfile.OPTIONAL_SCOPES);
    form.budget().set("101");
    assertThat(form.valid().get()).isFalse();
    assertThat(form.budgetProblem()).contains("1 to 100");
    form.budget().set("50");
    form.extraScopes().addAll(Set.of("of-another-way"));
    assertThat(form.valid().get()).isTrue();
    assertThat(form.profile().settings())
        .containsEntry(ConnectionProfile.BUDGET_PERCENT, "50")
        .doesNotContainKey(ConnectionProfile.OPTIONAL_SCOPES);

    ConnectorInfo.Auth first = FakeSystem.SALESFORCE.auths().getFirst();
    ConnectorInfo more =
        new ConnectorInfo(
            "more",
            "More",
            null,
            null,
            List.of(),
            null,
            null,
            List.of(
                new ConnectorInfo.Auth(
                    "code", first.label(), first.type(), true, List.of("api"), List.of("a", "b"))),
            List.of(),
            true);
    ConnectionForm chosen = new ConnectionForm(more, null, "more", studio.texts);
    chosen.extraScopes().add("b");
    ConnectionProfile saved = chosen.profile();
    assertThat(saved.settings()).containsEntry(ConnectionProfile.OPTIONAL_SCOPES, "b");
    assertThat(new ConnectionForm(more, saved, "more", studio.texts).extraScopes())
        .containsExactly("b");
    ConnectionProfile all =
        new ConnectionProfile(
            "more", "more", "code", Map.of(ConnectionProfile.OPTIONAL_SCOPES, "all"));
    assertThat(new ConnectionForm(more, all, "more", studio.texts).extraScopes())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void every_made_up_company_signs_in_and_its_faults_show() throws Exception {
    try (Services services =
        Services.create(
            Directories.of(Map.of(), "Linux", folder.resolve("own")),
            page -> {},
            java.time.Clock.systemUTC(),
            Map.of("CROSSWALK_SECRETS", "memory"),
            Optional::empty)) {
      SandboxHost host = services.sandbox();
      model = model(services.connectors(), host);
      assertThat(model.lists().companies())
          .extracting(c -> c.profile().connector())
          .containsExactly("salesforce", "salesforce", "hubspot", "dynamics", "pipedrive", "odoo");
      for (SandboxHost.Account company : List.copyOf(model.lists().companies())) {
        model.tryOut(company);
        ConnectionForm form = model.form().get();
        assertThat(form.name().get()).isEqualTo(company.profile().name());
        assertThat(form.valid().get()).as("nothing is to be filled in").isTrue();
        assertThat(form.inputs()).isEmpty();
        assertThat(form.profile()).isEqualTo(company.profile());
        model.test();
        assertThat(model.result().get()).as(company.id()).isInstanceOf(Passed.class);
        for (String fault : SandboxFaults.OFFERED) {
          model.faults(form).cause(fault);
        }
        assertThat(host.faults(form.name().get()))
            .contains("maintenance 1", "drift 1", "rotate 1")
            .anyMatch(f -> f.startsWith("forbid "));
        model.test();
        assertThat(model.result().get()).as(company.id()).isInstanceOf(Failed.class);
        model.faults(form).mend();
        assertThat(host.faults(form.name().get())).isEmpty();
      }
    }
  }
}
