package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects that names are understood as the systems mean them that make them. */
class NamesOfSystemsTest {
  private static Map<String, Candidate> best(SchemaObject source, SchemaObject target) {
    Schema from = Schema.of("one", List.of(source));
    Schema to = Schema.of("two", List.of(target));
    Map<String, Candidate> out = new LinkedHashMap<>();
    new FieldMatcher()
        .suggest(MatchRequest.of(from, to))
        .targets()
        .forEach(t -> out.put(t.targetField(), t.candidates().get(0)));
    return out;
  }

  private static SchemaObject object(String name, String... fields) {
    return SchemaObject.of(
        name, Stream.of(fields).map(f -> Field.builder(f, FieldType.ANY).build()).toList());
  }

  private static List<String> sources(Map<String, Candidate> best, String target) {
    return best.get(target).sourceFields();
  }

  @Test
  void terseNamesOfAnErpAreReadWithoutLabels() {
    Map<String, Candidate> best =
        best(
            object("KNA1", "KUNNR", "NAME1", "STRAS", "ORT01", "PSTLZ", "TELF1", "STCEG", "BRSCH"),
            object("Account", "Name", "AccountNumber", "City", "PostalCode", "Phone", "Industry"));
    assertThat(sources(best, "Name")).containsExactly("NAME1");
    assertThat(sources(best, "AccountNumber")).containsExactly("KUNNR");
    assertThat(sources(best, "City")).containsExactly("ORT01");
    assertThat(sources(best, "PostalCode")).containsExactly("PSTLZ");
    assertThat(sources(best, "Phone")).containsExactly("TELF1");
    assertThat(sources(best, "Industry")).containsExactly("BRSCH");
  }

  @Test
  void aSlashOrDotInANameWithSpacesIsNoPath() {
    Map<String, Candidate> best =
        best(
            object("Customer", "No.", "City", "Post Code", "County", "Country/Region Code"),
            object("account", "city", "postal_code", "state", "country"));
    assertThat(sources(best, "country")).containsExactly("Country/Region Code");
    assertThat(sources(best, "state")).containsExactly("County");
  }

  @Test
  void theFieldWithoutMoreWordsIsMeantWhereNobodyAsksForThem() {
    SchemaObject traits =
        object(
            "traits",
            "phone",
            "default_address.phone",
            "default_address.city",
            "default_address.zip",
            "default_address.country",
            "default_address.first_name",
            "default_address.last_name",
            "first_name",
            "last_name");
    Map<String, Candidate> best =
        best(traits, object("contact", "firstname", "lastname", "phone", "city", "zip", "country"));
    assertThat(sources(best, "phone")).containsExactly("phone");
    assertThat(sources(best, "lastname")).containsExactly("last_name");
    assertThat(sources(best, "city")).containsExactly("default_address.city");
  }

  @Test
  void theSecondAddressOfOneIsTheShippingAddressOfTheOther() {
    SchemaObject numbered =
        object(
            "account",
            "address1_line1",
            "address1_city",
            "address1_postalcode",
            "address1_country",
            "address2_line1",
            "address2_city",
            "address2_postalcode",
            "address2_country");
    SchemaObject named =
        object(
            "Account",
            "BillingStreet",
            "BillingCity",
            "BillingPostalCode",
            "BillingCountry",
            "ShippingStreet",
            "ShippingCity",
            "ShippingPostalCode",
            "ShippingCountry");
    Map<String, Candidate> best = best(numbered, named);
    assertThat(sources(best, "BillingCity")).containsExactly("address1_city");
    assertThat(sources(best, "ShippingCity")).containsExactly("address2_city");
    assertThat(sources(best, "ShippingStreet")).containsExactly("address2_line1");
  }

  @Test
  void aPercentSignIsAWord() {
    Map<String, Candidate> best =
        best(object("Deal", "Commission %", "Commission Amt"), object("deal", "commission_amount"));
    assertThat(sources(best, "commission_amount")).containsExactly("Commission Amt");
  }

  @Test
  void theReasonTellsWhatHoldsTheScoreDown() {
    Candidate user =
        best(object("Account", "user_email"), object("account", "company_email"))
            .get("company_email");
    assertThat(user.score()).isLessThan(0.5);
    assertThat(user.why()).contains("it is about a user, and the target about a company");
    Candidate optOut =
        best(object("Contact", "email_opt_out"), object("contact", "email")).get("email");
    assertThat(optOut.score()).isLessThan(0.5);
    assertThat(optOut.why()).contains("whether somebody may be reached");
  }

  @Test
  void aFieldThatNobodyShallUseSaysNothingOfReachingSomebody() {
    Candidate region =
        best(object("Account", "Region (do not use)"), object("account", "region")).get("region");
    assertThat(region.why()).contains("marked as old");
  }
}
