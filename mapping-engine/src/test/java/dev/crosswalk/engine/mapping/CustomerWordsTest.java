package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reviewer reads of a customer's files. */
class CustomerWordsTest {
  private static final Mapping BASE =
      MappingDocument.parse(
              """
              format: crosswalk/v1
              kind: Mapping
              id: account-to-company
              source:
                system: salesforce
                object: Account
              target:
                system: acme
                object: company
              fields:
                name:
                  from: Name
                tier:
                  from: Acct_Tier__c
              """,
              "mappings/a.yaml")
          .mapping()
          .orElseThrow();

  private static Overlay overlay(Map<String, Object> fields) {
    return new Overlay("account-to-company", "contoso", Map.of("fields", fields));
  }

  @Test
  void an_overlay_is_said_for_its_customer_against_the_base() {
    Overlay other = overlay(Map.of("tier", Map.of("from", "Tier__c")));
    assertThat(CustomerWords.overlay(BASE, null, other))
        .containsExactly("For contoso: tier now comes from Tier__c (before: Acct_Tier__c).");
    assertThat(CustomerWords.overlay(BASE, other, null))
        .containsExactly("For contoso: tier now comes from Acct_Tier__c (before: Tier__c).");
    assertThat(CustomerWords.overlay(BASE, other, other)).isEmpty();
  }

  @Test
  void a_field_that_the_customer_does_not_have_is_said_too() {
    Map<String, Object> gone = new HashMap<>();
    gone.put("tier", null);
    assertThat(CustomerWords.overlay(BASE, null, overlay(gone)))
        .containsExactly("For contoso: tier is no longer mapped; it came from Acct_Tier__c.");
  }

  @Test
  void without_its_base_an_overlay_still_says_which_one_is_missing() {
    assertThat(CustomerWords.overlay(null, null, overlay(Map.of())))
        .singleElement()
        .asString()
        .contains("account-to-company");
  }

  @Test
  void a_customer_file_says_which_mappings_and_connections_changed() {
    CustomerFile before =
        new CustomerFile("contoso", "Contoso", Map.of("salesforce", "old"), List.of("a", "b"));
    CustomerFile after =
        new CustomerFile("contoso", "Contoso", Map.of("salesforce", "new"), List.of("b", "c"));
    assertThat(CustomerWords.file(null, before))
        .containsExactly("Contoso is a new customer with 2 mappings.");
    assertThat(CustomerWords.file(before, after))
        .containsExactly(
            "For contoso: salesforce is now reached by the connection new.",
            "For contoso: the mapping c is now used.",
            "For contoso: the mapping a is no longer used.");
    assertThat(CustomerWords.file(after, after)).isEmpty();
  }

  @Test
  void an_edit_changes_only_the_lines_of_what_is_different_and_keeps_what_it_does_not_know() {
    String text =
        """
        format: crosswalk/v1
        kind: Customer
        id: contoso
        name: Contoso # since March
        owner: Ada
        connections:
          # until the summer
          salesforce: old
        mappings:
          - a
        """;
    CustomerFile same =
        new CustomerFile("contoso", "Contoso", Map.of("salesforce", "old"), List.of("a"));
    assertThat(same.writeOver(text, "customer.yaml")).isEqualTo(text);
    CustomerFile other =
        new CustomerFile("contoso", "Contoso", Map.of("salesforce", "new"), List.of("a", "b"));
    String written = other.writeOver(text, "customer.yaml");
    assertThat(written)
        .contains("name: Contoso # since March", "owner: Ada", "# until the summer")
        .contains("salesforce: new\n", "- b\n");
    assertThat(new CustomerFile("contoso", "C", Map.of(), List.of()).writeOver(written, "f"))
        .contains("name: C # since March", "owner: Ada");
  }
}
