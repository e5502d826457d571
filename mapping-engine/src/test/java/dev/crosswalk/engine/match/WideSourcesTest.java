package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects that of several like fields the one is taken whose name says what it is for. */
class WideSourcesTest {
  private static Candidate best(
      String source, List<String> sources, String target, List<String> targets, String wanted) {
    Schema from = Schema.of("a", List.of(object(source, sources)));
    Schema to = Schema.of("b", List.of(object(target, targets)));
    return new FieldMatcher()
            .suggest(
                new MatchRequest(
                    from,
                    to,
                    List.of(new MatchRequest.Pair(source, target)),
                    Map.of(),
                    History.NONE,
                    5))
            .targets()
            .stream()
            .filter(t -> t.targetField().equals(wanted))
            .map(TargetSuggestion::candidates)
            .map(c -> c.get(0))
            .findFirst()
            .orElseThrow();
  }

  private static SchemaObject object(String name, List<String> fields) {
    return SchemaObject.of(
        name, fields.stream().map(f -> Field.builder(f, FieldType.STRING).build()).toList());
  }

  @Test
  void aFieldThatBeginsWithTheTargetsObjectIsForThatObject() {
    List<String> sources =
        List.of(
            "Payment_Card_Last_4__c",
            "Pledge_Instalment_Card_Last_4__c",
            "Gift_Amount__c",
            "Pledge_Instalment_Amount__c",
            "Donor_Name__c");
    List<String> targets = List.of("Card_Last_4__c", "Amount__c");

    for (String wanted : targets) {
      assertThat(best("Import__c", sources, "Pledge_Instalment__c", targets, wanted).sourceFields())
          .containsExactly("Pledge_Instalment_" + wanted);
    }
  }

  @Test
  void theKeyOfAnotherRecordIsNoKeyOfTheTargets() {
    List<String> sources = List.of("id", "organization_id", "label");
    assertThat(best("lead", sources, "organization", List.of("id", "name"), "id").sourceFields())
        .containsExactly("id");
  }

  @Test
  void theUserNameOfAUserIsNotWhatTheUserIsCalled() {
    List<String> sources = List.of("UserName", "CompleteName", "Phone");
    assertThat(best("User", sources, "user", List.of("name", "phone"), "name").sourceFields())
        .containsExactly("CompleteName");
  }

  @Test
  void theTitleOfAPersonIsAPosition() {
    List<String> sources = List.of("Name1", "JobFunction", "Phone");
    Candidate found = best("Contact", sources, "Contact", List.of("Title", "Phone"), "Title");
    assertThat(found.sourceFields()).containsExactly("JobFunction");
  }

  @Test
  void theStateOfAnAddressIsNoStatus() {
    List<String> sources = List.of("OrderStatus", "ShipStreet", "ShipCity", "ShipZip", "Total");
    List<String> targets =
        List.of("billto_street", "billto_city", "billto_postalcode", "billto_state");
    Candidate found = best("Order", sources, "order", targets, "billto_state");
    assertThat(found.sourceFields().equals(List.of("OrderStatus")) && found.score() > 0.5)
        .isFalse();
  }

  @Test
  void nobodyTakesTheMainAddressForTheSecondUnseen() {
    List<String> sources = List.of("Street", "City", "PostalCode", "Latitude");
    List<String> targets =
        List.of("address2_street", "address2_city", "address2_postalcode", "address2_latitude");
    for (String wanted : targets) {
      Candidate found = best("Account", sources, "account", targets, wanted);
      assertThat(found.score()).as(wanted).isLessThanOrEqualTo(Limit.LOOK);
      assertThat(found.why()).as(wanted).contains("second of its kind");
    }
  }

  @Test
  void namesInPartsCutNamesWrittenTogether() {
    Schema from = Schema.of("a", List.of(object("A", List.of("ConfirmedHaulageDate"))));
    Schema to = Schema.of("b", List.of(object("b", List.of("x_confirmedhaulagedate"))));
    Thesaurus thesaurus = Thesaurus.standard();
    Words words = new Words(thesaurus.abbreviations(), Vocabulary.of(thesaurus, List.of(to, from)));

    assertThat(words.ofName("x_confirmedhaulagedate"))
        .isEqualTo(words.ofName("ConfirmedHaulageDate"))
        .hasSize(3);
  }

  @Test
  void aPhoneNumberIsNoKeyAndADateNobody() {
    assertThat(Sort.PHONE.excludes(Sort.KEY)).isTrue();
    assertThat(Sort.DATE.excludes(Sort.WHO)).isTrue();
    assertThat(Sort.KEY.excludes(Sort.WHO)).as("an owner is told by a key").isFalse();
    assertThat(Sort.DATE.excludes(Sort.FLAG)).as("a date of leaving says left").isFalse();
    for (Sort one : Sort.values()) {
      assertThat(one.excludes(one)).isFalse();
      assertThat(one.excludes(Sort.UNKNOWN)).isFalse();
    }
  }

  /** {@code seller_city} of a flat target is the city on the path of the supplier. */
  @Test
  void theBeginningOfAFlatNameIsThePathOfANestedOne() {
    List<String> parts = List.of("City", "StreetName", "PostalZone", "Country");
    List<String> sources = new ArrayList<>(List.of("ID", "IssueDate", "BuyerReference"));
    for (String party : List.of("Accounting", "SupplierParty", "CustomerParty", "PayeeParty")) {
      parts.forEach(part -> sources.add(party + ".PostalAddress." + part));
    }
    List<String> targets = new ArrayList<>();
    for (String party : List.of("payee", "seller", "buyer")) {
      List.of("city", "street", "post_code", "country").forEach(x -> targets.add(party + "_" + x));
    }

    assertThat(best("Invoice", sources, "invoice", targets, "seller_city").sourceFields())
        .containsExactly("SupplierParty.PostalAddress.City");
    assertThat(best("Invoice", sources, "invoice", targets, "buyer_post_code").sourceFields())
        .containsExactly("CustomerParty.PostalAddress.PostalZone");
  }

  /** An id says of what sort it is; of what, says that in which it stands. */
  @Test
  void whatSaysOnlyItsSortIsCalledByWhatItStandsIn() {
    List<String> sources =
        List.of(
            "Order.Header.Warehouse.ID",
            "Order.Header.Campaign.ID",
            "Order.Header.Incoterm.Code",
            "Order.Header.Project.Identifier",
            "Order.Header.Carrier.Code");
    List<String> targets = List.of("warehouse_id", "campaign_id", "project_id", "carrier_code");

    assertThat(targets)
        .allSatisfy(wanted -> {
          Candidate found = best("Message", sources, "order", targets, wanted);
          assertThat(found.sourceFields().get(0).toLowerCase(Locale.ROOT))
              .contains(wanted.substring(0, wanted.indexOf('_')));
          assertThat(found.evidence().get("name")).isGreaterThan(0.7);
        });
  }

  /** Many fields that share a word must not push out the one that means the same. */
  @Test
  void whatMeansTheSameIsLookedAtAmongManyThatShareAWord() {
    List<String> sources = new ArrayList<>(List.of("Inventory"));
    for (int i = 0; i < 120; i++) {
      sources.add("Quantity On Order of Kind " + (char) ('A' + i % 26) + (char) ('A' + i / 26));
    }

    assertThat(best("Item", sources, "product", List.of("quantity_on_hand"), "quantity_on_hand"))
        .extracting(Candidate::sourceFields)
        .isEqualTo(List.of("Inventory"));
  }
}
