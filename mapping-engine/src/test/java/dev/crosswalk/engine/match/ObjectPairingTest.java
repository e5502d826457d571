package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects: objects are said to hold the same only where they may. */
class ObjectPairingTest {

  /** A pair of which both have the fields that most records have. */
  private static ObjectPair pair(String source, String target) {
    List<Field> fields =
        Stream.of("name", "email", "phone", "city", "created_at")
            .map(n -> Field.builder(n, FieldType.STRING).build())
            .toList();
    return new ObjectPairing(Thesaurus.standard())
        .rank(
            Schema.of("a", List.of(SchemaObject.of(source, fields))),
            Schema.of("b", List.of(SchemaObject.of(target, fields))))
        .get(0);
  }

  @Test
  void aPersonIsNoCompany() {
    for (String company : List.of("Company", "Organization", "Account")) {
      for (String person : List.of("person", "Contact")) {
        for (ObjectPair each : List.of(pair(company, person), pair(person, company))) {
          assertThat(each.score()).as(each.toString()).isLessThan(0.38);
          assertThat(each.why()).startsWith("one is a company and the other a person");
        }
      }
    }
  }

  @Test
  void aLeadIsNoCompanyThoughATraitMayBeOfBoth() {
    for (String lead : List.of("Lead", "Inquiry")) {
      assertThat(pair(lead, "company").why()).startsWith("the names differ");
    }
    assertThat(pair("trait", "Lead").why()).contains("may hold the same kind of record");
    assertThat(pair("trait", "company").why()).contains("may hold the same kind of record");
  }

  @Test
  void aCustomerMayBeEither() {
    assertThat(pair("Customer", "company").score()).isGreaterThan(0.8);
    assertThat(pair("Customer", "person").score()).isGreaterThan(0.8);
    assertThat(pair("Contact", "person").why()).contains("may hold the same kind of record");
  }

  @Test
  void whatIsMadeOfAnObjectIsNotPartOfItsName() {
    for (String made : List.of("CustCustomerV3Entity", "customer_view", "CUSTOMER_BASE_TABLE")) {
      assertThat(pair(made, "Customer").why()).as(made).startsWith("same name");
    }
    assertThat(ObjectSketch.Pencil.telling(List.of("view"))).containsExactly("view");
  }
}
