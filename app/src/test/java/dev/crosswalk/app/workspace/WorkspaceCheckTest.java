package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.WrittenWorkspace;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: what is wrong is shown in the file and on the line where a person can mend it. */
class WorkspaceCheckTest {

  @TempDir Path folder;
  private WrittenWorkspace workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = WrittenWorkspace.in(folder);
  }

  @Test
  void problemsAreOnTheLineOfTheLayerThatSetTheKey() throws IOException {
    workspace.write(
        "schemas/acme/person.yaml",
        """
        format: crosswalk/v1
        kind: Schema
        system: acme
        objects:
          person:
            fields:
              email: { type: string }
              nick: { type: string }
              phone: { type: string }
              tier: { type: string }
        """);
    workspace.write(
        "mappings/salesforce/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: contact-to-person
        source: { system: salesforce, object: Contact }
        target: { system: acme, object: person }
        fields:
          email:
            from: Email
          phone:
            ask: Which phone?
        """);
    workspace.write(
        "customers/northwind/customer.yaml",
        """
        format: crosswalk/v1
        kind: Customer
        id: northwind
        name: Northwind
        connections: {}
        mappings: [contact-to-person]
        """);
    workspace.write(
        "customers/northwind/schemas/salesforce/contact.yaml",
        """
        format: crosswalk/v1
        kind: Schema
        system: salesforce
        objects:
          Contact:
            fields:
              Email: { type: email }
              Phone: { type: phone }
        """);
    workspace.write(
        "customers/northwind/salesforce/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Overlay
        extends: contact-to-person
        customer: northwind
        fields:
          gone: { note: x }
          nick: { from: Email }
          tier:
            from: Phnoe
        """);

    List<Problem> found;
    try (Workspace opened = Workspace.open(folder)) {
      found = problems(opened);
    }

    String base = "mappings/salesforce/contact--person.yaml";
    String overlay = "customers/northwind/salesforce/contact--person.yaml";
    assertThat(found)
        .extracting(p -> p.place().file() + ":" + p.place().line() + " " + p.code())
        .containsExactlyInAnyOrder(
            overlay + ":6 overlay-orphan",
            overlay + ":7 source-shared",
            overlay + ":9 FM102",
            base + ":10 ask-open");
    assertThat(found)
        .filteredOn(p -> p.code().equals("FM102"))
        .singleElement()
        .satisfies(p -> assertThat(p.next()).isEqualTo("Did you mean 'Phone'?"));
  }

  @Test
  void whatTheBaseHasIsNotSaidAgainForEachCustomer() throws IOException {
    workspace.write(
        "schemas/acme/person.yaml",
        """
        format: crosswalk/v1
        kind: Schema
        system: acme
        objects:
          person:
            fields:
              born: { type: date }
              nick: { type: string }
        """);
    workspace.write(
        "mappings/salesforce/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Mapping
        id: contact-to-person
        source: { system: salesforce, object: Contact }
        target: { system: acme, object: person }
        fields:
          born:
            from: Birthdate
            use: [{ date: { form: dd/MM/yyyy } }]
        """);
    workspace.write(
        "customers/northwind/salesforce/contact--person.yaml",
        """
        format: crosswalk/v1
        kind: Overlay
        extends: contact-to-person
        customer: northwind
        fields:
          nick:
            from: Nickname__c
            use: [{ trim: { form: x } }]
        """);

    List<Problem> found;
    try (Workspace opened = Workspace.open(folder)) {
      found = problems(opened);
    }

    assertThat(found).filteredOn(p -> p.what().contains("born")).hasSize(1);
    assertThat(found)
        .filteredOn(p -> p.what().startsWith("For northwind: "))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.what()).contains("nick"));
  }

  private void plain(String customer, String fields) throws IOException {
    workspace.write(
        "customers/" + customer + "/customer.yaml",
        "format: crosswalk/v1\nkind: Customer\nid: "
            + customer
            + "\nname: "
            + customer
            + "\nconnections: {}\nmappings: [contact-to-person]\n");
    workspace.write(
        "customers/" + customer + "/schemas/salesforce/contact.yaml",
        "format: crosswalk/v1\nkind: Schema\nsystem: salesforce\nobjects:\n  Contact:\n"
            + "    fields:\n"
            + fields);
  }

  private void baseOf(String system) throws IOException {
    workspace.write(
        "schemas/" + system + "/person.yaml",
        "format: crosswalk/v1\nkind: Schema\nsystem: "
            + system
            + "\nobjects:\n  person:\n    fields:\n      email: { type: string }\n"
            + "      language: { type: string }\n      owner: { type: string }\n");
    workspace.write(
        "mappings/salesforce/contact--person.yaml",
        "format: crosswalk/v1\nkind: Mapping\nid: contact-to-person\n"
            + "source: { system: salesforce, object: Contact }\ntarget: { system: "
            + system
            + ", object: person }\n"
            + """
            fields:
              email:
                from: Emial
              language:
                from: Language__c
              owner:
                from: Owner.Email
            """);
  }

  private List<Problem> run() {
    try (Workspace opened = Workspace.open(folder)) {
      return problems(opened);
    }
  }

  @Test
  void aSourceThatOneCustomerLacksIsNamedWithTheCustomerAndWhatAllLackIsTheBases()
      throws IOException {
    baseOf("acme");
    String owner = "      OwnerId: { type: reference, references: [User], relationship: Owner }\n";
    plain("contoso", "      Language__c: { type: string }\n" + owner);
    plain("northwind", "      Email: { type: email }\n" + owner);
    assertThat(run())
        .filteredOn(p -> p.code().equals("FM102"))
        .extracting(p -> p.place().file() + ":" + p.place().line() + " " + p.what())
        .satisfiesExactlyInAnyOrder(
            all -> assertThat(all).contains(".yaml:8 ", "Emial").doesNotContain("For "),
            one -> assertThat(one).contains(".yaml:10 For northwind: ", "Language__c"));
  }

  @Test
  void aTargetThatAnotherSystemHasIsSaidToBeThere() throws IOException {
    baseOf("crm2");
    assertThat(run())
        .filteredOn(p -> p.code().equals("target-unknown"))
        .singleElement()
        .satisfies(p -> {
          assertThat(p.what()).contains("schemas/crm2", "crosswalk.yaml", "acme");
          assertThat(p.next()).doesNotContain("Add it");
        });
  }

  private static List<Problem> problems(Workspace workspace) {
    return new WorkspaceCheck(workspace)
        .run(LocalDate.EPOCH).findings().stream().map(CheckFinding::problem).toList();
  }
}
