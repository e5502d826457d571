package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects what accepted pairs do to the answers that are still open. */
class LessonsTest {
  private static final List<String> PARTS = List.of("street", "city", "country");

  @Test
  void oneAcceptedPartOfAnAddressTellsWhereTheOtherPartsComeFrom() {
    Schema source =
        schema(
            "crm",
            Stream.of("Main", "Depot")
                .flatMap(place -> PARTS.stream().map(part -> place + "_" + part))
                .toList());
    Schema target = schema("model", PARTS.stream().map(p -> "site_" + p).toList());
    for (String place : List.of("Main", "Depot")) {
      List<TargetSuggestion> found =
          new FieldMatcher()
              .suggest(
                  request(
                      source,
                      target,
                      new History(
                          List.of(
                              decision(place + "_street", "site_street"),
                              decision(place + "_city", "site_city")),
                          List.of())))
              .targets();
      assertThat(found.get(2).candidates().get(0).sourceFields())
          .as("where %s was taken for the others", place)
          .containsExactly(place + "_country");
    }
  }

  @ParameterizedTest
  @CsvSource({"Id", "ISOCode"})
  void whatWasTakenOfTwoIsTakenAgain(String taken) {
    Schema source =
        schema(
            "crm",
            Stream.of("DeliveryCountry", "InvoiceCountry")
                .flatMap(country -> Stream.of(country + "Id", country + "ISOCode"))
                .toList());
    Schema target = schema("model", List.of("delivery_country", "invoice_country"));
    History history =
        new History(List.of(decision("DeliveryCountry" + taken, "delivery_country")), List.of());
    TargetSuggestion invoice =
        new FieldMatcher().suggest(request(source, target, history)).targets().get(1);
    assertThat(invoice.candidates().get(0).sourceFields())
        .containsExactly("InvoiceCountry" + taken);
  }

  @ParameterizedTest
  @CsvSource({"HomePhone, phone", "OtherLatitude, full_name", "LeadSource, region"})
  void oneDecisionSaysLittleOfTargetsThatHaveNothingToDoWithIt(String source, String target) {
    Schema crm =
        schema(
            "crm",
            List.of(
                "FirstName",
                "LastName",
                "Name",
                "Email",
                "Phone",
                "HomePhone",
                "Language__c",
                "Region__c",
                "LeadSource",
                "OtherLatitude",
                "OtherLongitude",
                "CreatedDate",
                "Description",
                "Birthdate",
                "MailingCity",
                "OtherCity"));
    Schema model =
        schema(
            "model",
            List.of(
                "first_name",
                "last_name",
                "full_name",
                "email",
                "phone",
                "language",
                "region",
                "notes",
                "birth_date",
                "mailing_city"));
    List<TargetSuggestion> before =
        new FieldMatcher()
            .suggest(request(crm, model, new History(List.of(), List.of())))
            .targets();
    List<TargetSuggestion> after =
        new FieldMatcher()
            .suggest(request(crm, model, new History(List.of(decision(source, target)), List.of())))
            .targets();
    for (int t = 0; t < before.size(); t++) {
      TargetSuggestion was = before.get(t);
      if (was.chosen() != null
          && !was.targetField().equals(target)
          && !was.chosen().sourceFields().contains(source)) {
        assertThat(after.get(t).chosen()).as(was.target()).isNotNull();
        assertThat(after.get(t).chosen().sourceFields())
            .as(was.target())
            .isEqualTo(was.chosen().sourceFields());
        assertThat(after.get(t).chosen().score())
            .as(was.target())
            .isCloseTo(was.chosen().score(), within(0.1));
      }
    }
  }

  @Property(tries = 50)
  void whatAPersonAcceptsIsNeverTaughtToStandLower(
      @ForAll @Size(4) List<@DoubleRange(min = 0, max = 3) Double> weights,
      @ForAll @Size(12) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] start = weights.stream().mapToDouble(Double::doubleValue).toArray();
    float[][] row = new float[3][4];
    for (int i = 0; i < 12; i++) {
      row[i / 4][i % 4] = values.get(i).floatValue();
    }
    Leaning leaning = new Leaning(start);
    leaning.add(row, 1);
    double[] moved = leaning.moved();
    double before = 0;
    double after = 0;
    for (int k = 0; k < 3; k++) {
      double[] now = start.clone();
      for (int i = 0; i < 4; i++) {
        now[i] += moved[i];
        assertThat(now[i]).isGreaterThanOrEqualTo(0);
      }
      before += Math.exp(Leaning.dot(start, row[k]) - Leaning.dot(start, row[1]));
      after += Math.exp(Leaning.dot(now, row[k]) - Leaning.dot(now, row[1]));
    }
    assertThat(after).isLessThanOrEqualTo(before + 1e-6);
  }

  private static MatchRequest request(Schema source, Schema target, History history) {
    return new MatchRequest(source, target, List.of(), Map.of(), history, 10);
  }

  private static Decision decision(String source, String target) {
    return new Decision("c", "crm", "Account", List.of(source), "model", "Account", target);
  }

  private static Schema schema(String system, List<String> names) {
    List<Field> fields =
        names.stream().map(n -> Field.builder(n, FieldType.STRING).build()).toList();
    return Schema.of(
        system, List.of(new SchemaObject("Account", null, null, null, null, null, null, fields)));
  }
}
