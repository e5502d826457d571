package dev.crosswalk.app.studio.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FakeSystem;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Failed;
import dev.crosswalk.app.studio.connections.ConnectionsModel.Passed;
import dev.crosswalk.app.studio.shell.ConnectionHealth;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setting up a connection, from the gallery to a schema in the cache. */
class ConnectionsModelTest {
  @TempDir Path folder;
  private StudioFixture studio;
  private final FakeDialogs dialogs = new FakeDialogs();
  private StudioContext context;
  private ConnectionsModel model;

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder);
    context = studio.context(dialogs);
    model = new ConnectionsModel(context, ConnectionsPlace.backstage(studio.services));
    model.refresh();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private ConnectionForm salesforce(String secret) {
    model.create(FakeSystem.SALESFORCE);
    ConnectionForm form = model.form().get();
    form.auth().set(FakeSystem.SALESFORCE.auths().get(1));
    form.value("clientId").set("3MVG9");
    form.value("clientSecret").set(secret);
    return form;
  }

  @Test
  void a_form_is_good_only_when_everything_needed_matches_its_pattern() {
    ConnectionForm form = salesforce("right");
    assertThat(form.valid().get()).isTrue();
    form.value("loginHost").set("https://login.salesforce.com");
    assertThat(form.valid().get()).isFalse();
    assertThat(form.problem(FakeSystem.SALESFORCE.inputs().getFirst())).contains("Login host");
    form.value("loginHost").set("test.salesforce.com");
    form.value("clientSecret").set("");
    assertThat(form.valid().get()).isFalse();
    form.auth().set(FakeSystem.SALESFORCE.auths().getFirst());
    assertThat(form.valid().get()).as("the browser way asks for no secret").isTrue();
    form.name().set("two words");
    assertThat(form.valid().get()).isFalse();
  }

  @Test
  void a_secret_never_gets_into_the_saved_profile() {
    salesforce("top-secret");
    model.save();
    assertThat(studio.connections.get("salesforce").orElseThrow().settings())
        .containsKeys("clientId", "loginHost")
        .doesNotContainValue("top-secret");
    assertThat(studio.secrets.get("salesforce", "clientSecret")).contains("top-secret");
    assertThat(model.lists().connections()).hasSize(1);
    assertThat(model.form().get().isStored("clientSecret")).isTrue();
  }

  @Test
  void a_secret_that_does_not_sign_in_is_kept_nowhere_but_in_the_form() {
    salesforce("wrong");
    model.discover();
    assertThat(studio.connections.list()).as("discovering saves after the sign-in").isEmpty();
    model.save();
    assertThat(studio.connections.get("salesforce")).isPresent();
    assertThat(studio.secrets.get("salesforce", "clientSecret")).isEmpty();
    assertThat(model.result().get()).isInstanceOf(Failed.class);
    assertThat(model.form().get().isNew()).isFalse();
    assertThat(model.form().get().value("clientSecret").get()).isEqualTo("wrong");

    model.form().get().value("clientSecret").set("right");
    model.save();
    assertThat(studio.secrets.get("salesforce", "clientSecret")).contains("right");
    assertThat(dialogs.questions).as("mending is no replacing").isEmpty();
  }

  @Test
  void another_connection_of_the_same_name_is_replaced_only_after_a_yes() {
    salesforce("right");
    model.save();
    salesforce("right");
    model.form().get().name().set("salesforce");
    dialogs.yes = false;
    model.discover();
    assertThat(dialogs.questions).hasSize(1);
    assertThat(studio.cache.latest("salesforce")).isEmpty();
  }

  @Test
  void a_connection_that_somebody_came_for_is_opened() {
    salesforce("right");
    model.save();
    model.close();
    model.want("salesforce");
    model.refresh();
    assertThat(model.form().get().name().get()).isEqualTo("salesforce");
    assertThat(model.lists().secretPlace().get()).contains("memory");
  }

  @Test
  void a_good_test_says_who_that_is_and_a_bad_one_what_to_do() {
    salesforce("right");
    model.test();
    assertThat(model.result().get()).isInstanceOf(Passed.class);
    assertThat(context.health().get().budget().remaining()).isEqualTo(14212);

    salesforce("wrong");
    model.test();
    Failed failed = (Failed) model.result().get();
    assertThat(failed.problem().next()).contains("consumer secret");
    assertThat(failed.details()).contains("/services/oauth2/token").contains("400");
    assertThat(model.form().get().value("clientId").get()).as("kept").isEqualTo("3MVG9");
  }

  @Test
  void discovering_fills_the_cache_and_goes_to_the_schemas() {
    salesforce("right");
    context.go("connections");
    model.discover();
    assertThat(studio.cache.latest("salesforce").orElseThrow().objects()).isEqualTo(3);
    assertThat(context.route().get().place()).isEqualTo("schemas");
    assertThat(context.route().get().argument()).isEqualTo("salesforce");
    assertThat(dialogs.questions).isEmpty();
  }

  @Test
  void who_is_elsewhere_when_a_discovery_ends_is_not_thrown_out_of_it() {
    salesforce("right");
    context.go("mapping");
    model.discover();
    assertThat(studio.cache.latest("salesforce")).isPresent();
    assertThat(context.route().get().place()).isEqualTo("mapping");
    context.notifications().notices().getLast().run().run();
    assertThat(context.route().get().place()).as("the notice leads there").isEqualTo("schemas");
  }

  @Test
  void the_mark_of_a_live_account_outlives_what_does_not_speak_of_it() {
    studio.system.production = true;
    salesforce("right");
    context.go("connections");
    model.discover();
    assertThat(context.route().get().place()).as("it was read").isEqualTo("schemas");
    assertThat(context.health().get().production()).isTrue();
    context.reportHealth(new ConnectionHealth("salesforce", ConnectionHealth.State.FAILED, null));
    assertThat(context.health().get().production()).isTrue();
    context.reportHealth(new ConnectionHealth("other", ConnectionHealth.State.GOOD, null));
    assertThat(context.health().get().production()).as("of another nothing is known").isNull();
  }

  @Test
  void a_production_account_is_used_only_after_a_yes() {
    studio.system.production = true;
    dialogs.yes = false;
    salesforce("right");
    model.discover();
    assertThat(dialogs.questions).hasSize(1);
    assertThat(studio.cache.latest("salesforce")).isEmpty();
  }

  @Test
  void deleting_forgets_the_secret_and_the_snapshots_too() {
    salesforce("right");
    model.discover();
    model.delete(studio.connections.get("salesforce").orElseThrow());
    assertThat(studio.connections.list()).isEmpty();
    assertThat(studio.secrets.get("salesforce", "clientSecret")).isEmpty();
    assertThat(studio.cache.latest("salesforce")).isEmpty();
    assertThat(model.form().get()).isNull();
  }
}
