package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.FieldStory.Use;
import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: the inspector knows where a field is used, for whom, and how it changed. */
class FieldStoriesTest {
  @TempDir Path folder;
  private DeskFixture fixture;

  @BeforeEach
  void fill() {
    fixture = new DeskFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void map(String customer, String target, String source) {
    Opened opened = fixture.desk.open(fixture.file, customer);
    opened
        .editor()
        .apply("Map", List.of(new MappingDraft.SetField(target, FieldMapping.of(From.of(source)))));
    fixture.desk.save(opened.context().file(), opened.editor().text(), opened.saved());
  }

  private FieldStory story(String customer, Side side, String path) {
    MappingContext context = fixture.desk.open(fixture.file, customer).context();
    return fixture.desk.story(context, side, path, Progress.NONE);
  }

  @Test
  void usesNameTheMappingAndTheCustomersThatDiffer() {
    map("", "region", "Region__c");
    map("northwind", "region", "Sales_Region__c");
    assertThat(story("", Side.TARGET, "region").uses())
        .containsExactly(
            new Use(fixture.file, "", "region ← Region__c"),
            new Use(fixture.file, "northwind", "region ← Sales_Region__c"));
    assertThat(story("", Side.SOURCE, "Region__c").uses())
        .containsExactly(
            new Use(fixture.file, "", "region ← Region__c"),
            new Use(fixture.file, "northwind", "not used"));
  }

  @Test
  void historyTellsWhatEachSnapshotChanged() {
    List<Field> shorter =
        MappingFixture.contact().fields().stream()
            .map(f -> f.name().equals("Email") ? f.toBuilder().length(40).build() : f)
            .toList();
    fixture.studio.cache.store(
        "sandbox-northwind",
        List.of(),
        new Discovery(
            Schema.of("salesforce", List.of(SchemaObject.of("Contact", shorter))), List.of(), true),
        StudioFixture.NOW.plusSeconds(3600));
    FieldStory email = story("northwind", Side.SOURCE, "Email");
    assertThat(email.history()).hasSize(2);
    assertThat(email.history().getFirst()).endsWith("length: 80 → 40");
    assertThat(email.history().getLast()).startsWith("known since");
    assertThat(story("northwind", Side.SOURCE, "Phone").history()).hasSize(1);
  }
}
