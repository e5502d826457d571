package dev.crosswalk.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.workspace.CheckFinding;
import dev.crosswalk.app.workspace.CheckReport;
import dev.crosswalk.app.workspace.Known;
import dev.crosswalk.app.workspace.WorkspaceCheck;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code check} tells what drifted with its code, mapping, customer and target, on the line of the
 * mapping, and lets be what a person accepted with a reason, for as long as they said.
 */
class DriftCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final String MAPPING = "mappings/salesforce/contact--person.yaml";

  @TempDir Path folder;
  private StudioFixture studio;
  private FilledWorkspace filled;
  private final SchemaObject contact = FakeSystem.crm(true).object("Contact").orElseThrow();

  @BeforeEach
  void open() {
    studio = new StudioFixture(folder.resolve("person"));
    filled = new FilledWorkspace(studio, folder.resolve("w"));
    filled.workspace.saveReviewedSchema("contoso", "salesforce", contact);
  }

  @AfterEach
  void close() {
    filled.close();
    studio.close();
  }

  private CheckReport check(Map<String, Known.Asked> asked) {
    return new WorkspaceCheck(
            filled.workspace,
            new Known(
                studio.services::cache, studio.services.matcher(), studio.services.clock(), asked))
        .run(TODAY);
  }

  private List<String> drift() {
    return drift(check(Map.of()).findings());
  }

  /** {@code FM102 contoso tier @ line}, without what the files alone say. */
  private static List<String> drift(List<CheckFinding> findings) {
    return findings.stream()
        .filter(f -> f.change() != null)
        .map(f ->
            f.problem().code()
                + " "
                + f.subject().customer()
                + " "
                + f.subject().target()
                + " @ "
                + f.problem().place())
        .toList();
  }

  private void discovered(List<String> asked, SchemaObject... objects) {
    studio.cache.store(
        "contoso",
        asked,
        new Discovery(Schema.of("salesforce", List.of(objects)), List.of(), true),
        StudioFixture.NOW.plusSeconds(60));
  }

  private SchemaObject without(String field) {
    return contact.withFields(
        contact.fields().stream().filter(f -> !f.name().equals(field)).toList());
  }

  private SchemaObject with(Field field) {
    List<Field> fields = new ArrayList<>(without(field.name()).fields());
    fields.add(field);
    return contact.withFields(fields);
  }

  private static Field tier(String... values) {
    return Field.builder("Acct_Tier__c", FieldType.ENUM)
        .values(List.of(values).stream().map(PicklistValue::of).toList())
        .build();
  }

  private String line(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(filled.workspace.root().resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      int key = lines.get(i).indexOf(text);
      if (key >= 0) {
        int value = lines.get(i).indexOf(": ", key) + 2;
        return file + ":" + (i + 1) + ":" + (value + 1);
      }
    }
    throw new AssertionError(text + " is not in " + file + ": " + lines);
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = filled.workspace.root().resolve(file);
    Files.writeString(path, Files.readString(path).replace(from, to));
  }

  @Test
  void a_lost_field_is_told_where_the_mapping_reads_it() throws IOException {
    assertThat(drift()).isEmpty();
    discovered(List.of(), without("Acct_Tier__c"));
    assertThat(drift())
        .singleElement()
        .satisfies(f ->
            assertThat(f)
                .startsWith("FM10")
                .endsWith(" contoso tier @ " + line(MAPPING, "from: Acct_Tier__c")));
    CheckFinding gone =
        check(Map.of()).findings().stream()
            .filter(f -> f.change() != null)
            .findFirst()
            .orElseThrow();
    assertThat(gone.change().field()).isEqualTo("Contact.Acct_Tier__c");
    assertThat(gone.problem().what()).contains("For contoso", "'tier'", "gone");
  }

  @Test
  void an_object_that_is_gone_is_told_once_with_the_one_it_may_be_now() {
    SchemaObject person =
        new SchemaObject("Person__c", null, null, null, true, null, null, contact.fields());
    discovered(List.of(), person);
    assertThat(check(Map.of()).findings())
        .filteredOn(f -> f.problem().code().equals("FM101"))
        .singleElement()
        .satisfies(f -> assertThat(f.problem().next()).contains("Person__c"));
  }

  @Test
  void an_object_that_was_never_asked_for_is_not_gone() {
    studio.cache.forget("contoso");
    discovered(List.of("Account"), SchemaObject.of("Account", List.of()));
    CheckReport report = check(Map.of());
    assertThat(drift(report.findings())).isEmpty();
    assertThat(report.unjudged()).anyMatch(u -> u.contains("contoso") && u.contains("--live"));

    discovered(List.of("Contact"), SchemaObject.of("Account", List.of()));
    assertThat(drift(check(Map.of("contoso", asked(Set.of("Contact"), Map.of()))).findings()))
        .singleElement()
        .satisfies(f -> assertThat(f).startsWith("FM101 contoso null"));
  }

  private static Known.Asked asked(Set<String> gone, Map<String, Problem> refused) {
    return new Known.Asked(gone, refused, Optional.empty());
  }

  @Test
  void an_object_whose_fields_are_refused_and_an_api_that_ends_are_told_when_asked() {
    Problem no = Problem.error("remote-forbidden", null, "Not for you.", "Ask.");
    Problem ends = Problem.warning("remote-api-version-ends", null, "It ends.", "Update.");
    CheckReport report =
        check(
            Map.of("contoso", new Known.Asked(Set.of(), Map.of("Contact", no), Optional.of(ends))));
    assertThat(drift(report.findings()))
        .extracting(f -> f.substring(0, f.indexOf(" @")))
        .containsExactlyInAnyOrder("FM104 contoso null", "FM116 contoso null");
  }

  @Test
  void a_field_that_became_required_concerns_who_writes_and_maps_nothing_to_it()
      throws IOException {
    discovered(
        List.of(), with(Field.builder("Region__c", FieldType.STRING).required(true).build()));
    assertThat(check(Map.of()).findings())
        .filteredOn(f -> f.problem().code().equals("FM109"))
        .singleElement()
        .satisfies(f -> assertThat(f.problem().isError()).as("it only reads").isFalse());
    edit(MAPPING, "fields:", "direction: both\nfields:");
    assertThat(check(Map.of()).findings())
        .filteredOn(f -> f.problem().code().equals("FM109"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.problem().isError()).isTrue();
          assertThat(f.problem().what()).contains("Contact.Region__c");
        });
    edit(MAPPING, "fields:", "ignored: { Region__c: filled by a flow }\nfields:");
    assertThat(drift()).noneMatch(f -> f.startsWith("FM109"));
  }

  @Test
  void a_new_field_is_told_where_it_most_likely_fits_what_nothing_fills() {
    filled.workspace.saveReviewedSchema("contoso", "salesforce", without("LastName"));
    discovered(List.of(), contact);
    assertThat(check(Map.of()).findings())
        .filteredOn(f -> f.problem().code().equals("FM120"))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.subject().target()).isEqualTo("last_name");
          assertThat(f.problem().next()).contains("LastName");
        });
    filled.set("last_name", "FirstName");
    assertThat(drift()).noneMatch(f -> f.startsWith("FM120"));
  }

  @Test
  void what_is_accepted_is_let_be_until_its_day_or_by_a_comment_with_a_reason() throws IOException {
    edit(
        MAPPING,
        "from: Acct_Tier__c",
        "from: Acct_Tier__c\n    values: { map: { Gold: gold }, other: reject }");
    discovered(List.of(), with(tier("Gold", "Silver", "Iron")));
    assertThat(drift())
        .singleElement()
        .satisfies(
            f -> assertThat(f).isEqualTo("FM113 contoso tier @ " + line(MAPPING, "values: { map")));

    Path accepted = filled.workspace.root().resolve("accepted.yaml");
    String entry =
        "format: crosswalk/v1\nkind: Accepted\nfindings:\n"
            + "  - code: FM113\n    target: tier\n    reason: Nobody sells iron\n"
            + "    until: %s\n";
    Files.writeString(accepted, entry.formatted("2026-11-26"));
    CheckReport report = check(Map.of());
    assertThat(drift(report.findings())).isEmpty();
    assertThat(drift(report.accepted())).hasSize(1);
    Files.writeString(accepted, entry.formatted("2026-11-25"));
    assertThat(check(Map.of()).findings())
        .anyMatch(f ->
            f.problem().code().equals("FM113")
                && f.problem()
                    .next()
                    .contains("was accepted until 2026-11-25 (Nobody sells iron)"));
    String renewed = entry.formatted("2026-11-25");
    renewed += renewed.substring(renewed.indexOf("  - ")).replace("11-25", "12-31");
    Files.writeString(accepted, renewed);
    assertThat(check(Map.of()).findings())
        .as("the new entry counts, and the old one is not told")
        .noneMatch(f -> List.of("FM113", "accepted-unused").contains(f.problem().code()));
    Files.writeString(accepted, entry.formatted("soon"));
    assertThat(check(Map.of()).findings())
        .anyMatch(f -> f.problem().what().contains("'soon' is no date"));
    Files.delete(accepted);

    edit(MAPPING, "  tier:", "  tier:  # crosswalk:ignore[FM113]");
    assertThat(check(Map.of()).findings())
        .anyMatch(f -> f.problem().next().contains("gives no reason"));
    edit(MAPPING, "ignore[FM113]", "ignore[FM113] nobody sells iron");
    assertThat(drift()).isEmpty();
    edit(MAPPING, "ignore[FM113]", "ignore[FM112]");
    assertThat(drift()).hasSize(1);
  }
}
