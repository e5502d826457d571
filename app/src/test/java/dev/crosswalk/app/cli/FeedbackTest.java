package dev.crosswalk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects: what people decided makes the next answer of {@code suggest} better, and says so. */
class FeedbackTest {
  private static final String SOURCE =
      """
      format: crosswalk/v1
      kind: Schema
      system: crm
      objects:
        Contact:
          fields:
            Grade__c: { label: Grade, type: string }
            Tier_Note__c: { label: Tier note, type: string }
            Born__c: { label: Born, type: boolean }
            Reach__c: { label: Reach, type: string }
            Territory__c: { label: Territory, type: string }
        Lead:
          fields:
            Grade__c: { label: Grade, type: string }
            Tier_Note__c: { label: Tier note, type: string }
      """;
  private static final String TARGET =
      """
      format: crosswalk/v1
      kind: Schema
      system: acme
      objects:
        person:
          fields:
            tier: { label: Tier, type: string }
            birthday: { label: Birthday, type: date }
            zone: { label: Zone, type: string }
        prospect:
          fields:
            tier: { label: Tier, type: string }
      """;

  @TempDir Path folder;
  private WrittenWorkspace workspace;
  private CliRunner cli;

  @BeforeEach
  void start() throws IOException {
    cli = new CliRunner(folder);
    Files.writeString(folder.resolve("source.yaml"), SOURCE);
    Files.writeString(folder.resolve("target.yaml"), TARGET);
    workspace = WrittenWorkspace.in(folder.resolve("work"));
  }

  private void decide(String fields, String rejected) throws IOException {
    workspace.write(
        "mappings/crm/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: contact-to-person
        source: { system: crm, object: Contact }
        target: { system: acme, object: person }
        fields: { %s }
        rejected: { %s }
        """
            .formatted(fields, rejected));
  }

  private JsonNode suggest(String... more) {
    List<String> all = new ArrayList<>(List.of("--pair", "Lead=prospect", "--history", "work"));
    all.addAll(List.of(more));
    CliRunner.Result result = cli.suggestContact(all);
    assertThat(result.status()).as(result.err()).isZero();
    return result.json().get("suggestions");
  }

  private static JsonNode target(JsonNode suggestions, String target) {
    for (JsonNode each : suggestions) {
      if (each.get("target").asString().equals(target)) {
        return each;
      }
    }
    throw new AssertionError(target);
  }

  private static List<String> sources(JsonNode target) {
    List<String> sources = new ArrayList<>();
    target.get("candidates").forEach(c -> sources.add(c.get("source").asString()));
    return sources;
  }

  @Test
  void twoDecisionsMakeTheNextAnswerBetterAndARejectedPairIsNotOfferedAgain() throws IOException {
    JsonNode before = suggest();
    assertThat(sources(target(before, "person.tier")).getFirst()).isEqualTo("Contact.Tier_Note__c");
    assertThat(sources(target(before, "prospect.tier")).getFirst()).isEqualTo("Lead.Tier_Note__c");

    decide("tier: { from: Grade__c }", "tier: [Tier_Note__c], zone: [Reach__c]");
    JsonNode after = suggest();
    JsonNode tier = target(after, "person.tier");
    assertThat(tier.get("chosen").asString()).isEqualTo("Contact.Grade__c");
    assertThat(sources(tier)).doesNotContain("Contact.Tier_Note__c");
    assertThat(tier.at("/candidates/0/why").asString()).startsWith("accepted in the base mapping");
    assertThat(tier.at("/candidates/0/score").asDouble()).isGreaterThanOrEqualTo(0.9);
    assertThat(sources(target(after, "person.zone"))).doesNotContain("Contact.Reach__c");
    assertThat(sources(target(after, "prospect.tier")).getFirst())
        .as("learned for another object")
        .isEqualTo("Lead.Grade__c");
  }

  @Test
  void aContraryTypeIsSaidInTheReason() throws IOException {
    decide("birthday: { from: Born__c }", "");
    JsonNode birthday = target(suggest(), "person.birthday");
    assertThat(birthday.get("chosen").asString()).isEqualTo("Contact.Born__c");
    assertThat(birthday.at("/candidates/0/why").asString())
        .startsWith("accepted in the base mapping")
        .contains("but the type differs (boolean to date)");
  }

  @Test
  void oneCustomersNoIsNotAnothers() throws IOException {
    decide("zone: { from: Territory__c }", "");
    workspace.write(
        "customers/globex/customer.yaml",
        "format: crosswalk/v1\nkind: Customer\nid: globex\nname: Globex\n");
    workspace.write(
        "customers/globex/crm/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Overlay
        extends: contact-to-person
        customer: globex
        rejected: { tier: [Tier_Note__c] }
        """);
    assertThat(sources(target(suggest("--customer", "globex"), "person.tier")))
        .doesNotContain("Contact.Tier_Note__c");
    assertThat(sources(target(suggest("--customer", "initech"), "person.tier")))
        .contains("Contact.Tier_Note__c");
  }

  @Test
  void aFileWithoutASystemIsTheOneThatTheDecisionsAreAbout() throws IOException {
    decide("tier: { from: Grade__c }", "");
    Files.writeString(
        folder.resolve("fields.json"),
        """
        [{"name": "Contact", "fields": [
          {"name": "Grade__c", "label": "Grade"}, {"name": "Tier_Note__c", "label": "Tier note"}]}]
        """);
    CliRunner.Result result =
        cli.run(
            "suggest",
            "--source",
            "fields.json",
            "--target",
            "target.yaml",
            "--pair",
            "Contact=person",
            "--history",
            "work",
            "--format",
            "json");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(target(result.json().get("suggestions"), "person.tier").get("chosen").asString())
        .isEqualTo("Contact.Grade__c");
  }
}
