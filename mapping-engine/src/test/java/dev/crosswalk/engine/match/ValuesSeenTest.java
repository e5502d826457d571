package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects what the values and the demands on them tell where names say nothing. */
class ValuesSeenTest {
  @ParameterizedTest
  @CsvSource({
    "SW1A 1AA|EC1A 1BB|M1 1AE, POSTAL_CODE",
    "10115|04109|01067|80331, POSTAL_CODE",
    "02138|94105-1234|10001, POSTAL_CODE",
    "10|250|12000|40000, INTEGER",
    "10115|80331|20095, INTEGER",
    "Germany|France|Austria|UK, COUNTRY",
    "DE|FR|US, COUNTRY_CODE",
    "EUR|USD|CHF, CURRENCY_CODE",
    "2024-01-31|2025-02-01, DATE",
    "01/25/2024|16.4.24|31.12.2024|2023-03-04, DATE_MIXED",
    "+49 30 1234567|030 7654321, PHONE"
  })
  void aFormatIsToldByNearlyAllValues(String values, ValueFormat format) {
    assertThat(ValueFormat.of(Arrays.asList(values.split("\\|")))).isEqualTo(format);
  }

  @Test
  void amountsOfAnotherOrderAreSpreadOtherwise() {
    Distribution staff = spread("12", "250", "40", "8", "1200");
    Distribution people = spread("9", "300", "55", "21", "950");
    Distribution turnover = spread("1200000", "88000000", "430000", "9100000", "2500000");
    assertThat(staff.likeness(people)).isGreaterThan(staff.likeness(turnover) + 0.3);
    assertThat(Distribution.of(List.of("1", "2", "3"), 3)).isNull();
  }

  @Property(tries = 50)
  void aSpreadIsMostLikeItselfAndLikenessGoesBothWays(
      @ForAll @Size(min = 4, max = 30) List<String> a,
      @ForAll @Size(min = 4, max = 30) List<String> b) {
    Distribution left = Distribution.of(a, 3);
    Distribution right = Distribution.of(b, 4);
    assertThat(left.likeness(left)).isGreaterThanOrEqualTo(left.likeness(right) - 1e-9);
    assertThat(left.likeness(right)).isBetween(0.0, 1.0);
    assertThat(left.likeness(right)).isCloseTo(right.likeness(left), within(1e-9));
  }

  @Test
  void aUniqueFieldGoesBeforeOneOfTheSameWords() {
    Field unique = field("Customer_Code__c").unique(true).length(12).build();
    Field other = field("Customer_Code_2__c").unique(false).length(255).build();
    Field wanted = field("code_customer").unique(true).length(12).build();
    List<Candidate> found = candidates(List.of(other, unique), wanted);
    assertThat(found.get(0).sourceFields()).containsExactly("Customer_Code__c");
    assertThat(found.get(0).evidence().get("constraints"))
        .isGreaterThan(found.get(1).evidence().get("constraints"));
  }

  @Test
  void systemsThatSayNothingOfDemandsAreNotCompared() {
    List<Candidate> found =
        candidates(List.of(field("Code__c").unique(true).build()), field("code").build());
    assertThat(found.get(0).evidence()).doesNotContainKeys("constraints", "distribution");
  }

  private static List<Candidate> candidates(List<Field> sources, Field target) {
    return new FieldMatcher()
        .suggest(
            MatchRequest.of(
                schema("crm", "Account", sources), schema("own", "account", List.of(target))))
        .targets()
        .get(0)
        .candidates();
  }

  private static Schema schema(String system, String object, List<Field> fields) {
    return Schema.of(system, List.of(SchemaObject.of(object, fields)));
  }

  private static Field.Builder field(String name) {
    return Field.builder(name, FieldType.STRING);
  }

  private static Distribution spread(String... values) {
    Distribution spread = Distribution.of(List.of(values), values.length);
    assertThat(spread).isNotNull();
    return spread;
  }
}
