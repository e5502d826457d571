package dev.crosswalk.engine.match;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects: a reason says what is so, and the steps fit what was seen. */
class ReasonsTest {

  private static Candidate match(Field source, Field target) {
    return new FieldMatcher()
        .suggest(
            MatchRequest.of(
                Schema.of("crm", List.of(SchemaObject.of("Contact", List.of(source)))),
                Schema.of("model", List.of(SchemaObject.of("person", List.of(target))))))
        .targets()
        .get(0)
        .candidates()
        .get(0);
  }

  private static Field text(String name, String... samples) {
    return Field.builder(name, FieldType.STRING).samples(List.of(samples)).build();
  }

  private static Field choice(String name, String... values) {
    return Field.builder(name, FieldType.ENUM)
        .values(Stream.of(values).map(v -> new PicklistValue(v, v, null, null, List.of())).toList())
        .build();
  }

  @Test
  void valuesAreTheSameOnlyWhereNoneIsMissing() {
    Field languages = choice("language", "de", "en", "fr", "it", "es", "nl", "pl", "pt");
    assertThat(match(languages, languages).why()).contains("same values");
    assertThat(match(choice("language", "de", "en", "fr", "it", "es", "nl", "ja"), languages).why())
        .contains("the same values but 'ja'");
    assertThat(match(choice("language", "de", "en", "fr"), languages).why())
        .contains("all its values are among the target's")
        .doesNotContain("same values");
    assertThat(match(choice("language", "de", "en", "fr", "it", "ja", "ko"), languages).why())
        .contains("4 of its 6 values agree");
    assertThat(match(choice("answer", "true", "false"), choice("answer", "yes", "no")).why())
        .contains("values that are alike");
  }

  @Test
  void whatSaysTheOppositeIsSaidToDoSo() {
    Field active = Field.builder("active", FieldType.BOOLEAN).build();
    Candidate found = match(Field.builder("inactive", FieldType.BOOLEAN).build(), active);
    assertThat(found.why()).contains("one says yes where the other says no");
    assertThat(found.score()).isLessThanOrEqualTo(Limit.LOOK);
    assertThat(match(active, active).why()).doesNotContain("one says yes");
    assertThat(match(active, active).values()).isNull();
  }

  /** A label that has nothing of it is not said to share words. */
  @Test
  void whatIsSaidToShareWordsDoes() {
    Field target =
        Field.builder("IsPriorityRecord", FieldType.STRING).label("Important one").build();
    assertThat(match(text("contact_priority"), target).why())
        .contains("'contact_priority' and 'IsPriorityRecord' share");
  }

  /** However many words they share: nobody shall take one for the other with many others unseen. */
  @Test
  void aPercentageIsNoAmount() {
    Field percentage = Field.builder("discountpercentage", FieldType.DECIMAL).build();
    Field amount = Field.builder("invoice_discount_amount", FieldType.DECIMAL).build();
    assertThat(match(amount, percentage))
        .satisfies(c -> assertThat(c.score()).isLessThanOrEqualTo(0.6))
        .satisfies(c -> assertThat(c.why()).contains("it is an amount, and the target a percen"));
    assertThat(match(percentage, amount).why()).contains("it is a percentage, and the target an");
    Field rate = Field.builder("TaxRate", FieldType.ANY).build();
    assertThat(match(Field.builder("TaxAmount", FieldType.ANY).build(), rate).why())
        .contains("it is an amount, and the target a percentage");
    assertThat(match(percentage, percentage).why()).doesNotContain("and the target");
    Field price = Field.builder("unit_price", FieldType.MONEY).build();
    assertThat(match(price, Field.builder("unit_rate", FieldType.DECIMAL).build()).why())
        .doesNotContain("percentage");
  }

  @Test
  void whatHoldsAnotherSortIsHeldDown() {
    Field bounces = Field.builder("email_bounce_count", FieldType.INTEGER).build();
    Field bounced = Field.builder("EmailBouncedDate", FieldType.STRING).build();
    Candidate count = match(bounces, bounced);
    assertThat(count.score()).isLessThanOrEqualTo(0.6);
    assertThat(count.why()).contains("it holds numbers, and the target dates");
    Candidate name = match(text("vendor_id"), text("vendor_name"));
    assertThat(name.score()).isLessThanOrEqualTo(Limit.LOOK);
    assertThat(name.why()).contains("it holds ids, and the target names");
    Candidate flag =
        match(text("primary_address_id"), Field.builder("is_primary", FieldType.BOOLEAN).build());
    assertThat(flag.score()).isLessThanOrEqualTo(Limit.LOOK);
    assertThat(flag.why()).contains("it holds ids, and the target yes or no");
  }

  /** What is told by a name alone may be told wrongly, and a reference is told by both. */
  @Test
  void whatIsCalledTheSameIsNoOtherSort() {
    Field email = Field.builder("email", FieldType.EMAIL).build();
    Field labelled = Field.builder("email_id", FieldType.STRING).label("Email").build();
    assertThat(match(email, labelled).why()).doesNotContain("and the target");
    Field active = Field.builder("active", FieldType.INTEGER).build();
    assertThat(match(active, Field.builder("is_active", FieldType.BOOLEAN).build()).why())
        .doesNotContain("and the target");
    Field account = Field.builder("account_name", FieldType.REFERENCE).build();
    assertThat(match(text("account_id"), account).why()).doesNotContain("and the target");
  }

  /** Yes for no: somebody has to look, and what is offered does turn it round. */
  @Test
  void whatSaysTheOppositeIsTurnedRound() {
    Field active = Field.builder("active", FieldType.BOOLEAN).build();
    Candidate flags = match(Field.builder("inactive", FieldType.BOOLEAN).build(), active);
    assertThat(requireNonNull(flags.values()).map())
        .containsExactly(entry("true", false), entry("false", true));
    assertThat(match(choice("blocked", "Yes", "No"), active).use())
        .containsExactly(
            new StepCall(
                "boolean", Map.of("trueWords", List.of("No"), "falseWords", List.of("Yes"))));
    assertThat(match(choice("blocked", "Yes", "No"), active).use().get(0).parameters().keySet())
        .as("in the same order in every file")
        .containsExactly("trueWords", "falseWords");

    Field noCalls = Field.builder("do_not_call", FieldType.BOOLEAN).build();
    Candidate calls = match(Field.builder("allow_calls", FieldType.BOOLEAN).build(), noCalls);
    assertThat(calls.score()).isGreaterThan(0.3).isLessThanOrEqualTo(Limit.LOOK);
    assertThat(requireNonNull(calls.values()).map()).containsEntry("true", false);
    assertThat(match(Field.builder("no_calls", FieldType.BOOLEAN).build(), noCalls).values())
        .isNull();
  }

  @Test
  void twoKeysOfARecordAreSaidToBeThat() {
    Field id = Field.builder("ContactId", FieldType.ID).build();
    assertThat(match(id, Field.builder("remote_id", FieldType.ID).build()).why())
        .contains("both are the key of the record");
  }

  private static Field date() {
    return Field.builder("birth_date", FieldType.DATE).build();
  }

  @Test
  void datesAreDatesHoweverTheyAreWritten() {
    for (String[] each :
        List.of(
            new String[] {"31/12/1990", "1/2/1985", "d/M/yyyy"},
            new String[] {"31-12-1990", "01-02-1985", "d-M-yyyy"},
            new String[] {"12/31/1990", "1/2/1985", "M/d/yyyy"},
            new String[] {"1990/12/31", "1985/2/1", "yyyy/M/d"},
            new String[] {"31.12.1990", "1.2.1985", "d.M.yyyy"},
            new String[] {"19901231", "19850201", "yyyyMMdd"})) {
      Candidate found = match(text("birth_date", each[0], each[1], each[1]), date());
      assertThat(found.why()).as(each[0]).contains("look like dates").doesNotContain("but");
      assertThat(found.use())
          .as(each[0])
          .containsExactly(new StepCall("date", Map.of("format", each[2])));
    }
  }

  @Test
  void datesThatDoNotTellDayFromMonthAreSaidToBeUnclear() {
    assertThat(match(text("birth_date", "1/2/1990", "3/4/1991", "5/6/1992"), date()).why())
        .endsWith("the values do not tell whether the day or the month comes first");
  }

  @Test
  void aValueThatIsNoDateAmongDatesStopsNothing() {
    String[] samples = new String[20];
    java.util.Arrays.fill(samples, "31/12/1990");
    samples[7] = "n/a";
    assertThat(match(text("birth_date", samples), date()).use())
        .containsExactly(new StepCall("date", Map.of("format", "d/M/yyyy")));
  }

  @Test
  void addressesOfComputersAndSpansOfYearsAreNoPhoneNumbers() {
    Field phone = Field.builder("phone", FieldType.PHONE).build();
    for (String value : List.of("192.168.10.20", "2019-2020", "31-12-1990")) {
      assertThat(match(text("phone", value, value, value), phone).why())
          .as(value)
          .doesNotContain("look like phone numbers");
    }
    assertThat(match(text("phone", "2345-6789", "6123-4567"), phone).why())
        .contains("values look like phone numbers");
    assertThat(match(text("phone", "+44 20 7946 0000", "030/1234567"), phone).why())
        .contains("values look like phone numbers");
  }

  @Test
  void freeTextsThatDifferAreNoObjectionAndListsThatDifferAre() {
    assertThat(match(text("name", "Ada", "Bob", "Cyd"), text("name", "Xenia", "Yves", "Zoe")).why())
        .isEqualTo("same name");
    Field mine = picklist("stage", "Red", "Green", "Blue");
    assertThat(match(mine, text("stage", "Open", "Won", "Lost")).why())
        .isEqualTo("same name, but the values differ");
  }

  @Test
  void listsWithoutAValueInCommonAreNotTakenWithoutALook() {
    Field mine = picklist("region", "north", "south", "west", "export");
    Field theirs = picklist("region", "amer", "apac", "emea");
    Candidate apart = among(mine, theirs);
    assertThat(apart.score()).isBetween(0.5, 0.85);
    assertThat(apart.why()).endsWith("but none of its 4 values is among the target's");
    for (Field other :
        List.of(
            theirs.toBuilder().restricted(false).build(),
            picklist("region", "North", "Other"),
            picklist("region"))) {
      Candidate found = among(mine, other);
      assertThat(found.why()).doesNotContain("none of its");
      assertThat(found.score()).isGreaterThan(apart.score());
    }
    assertThat(among(picklist("vip", "yes", "no"), picklist("vip", "TRUE", "FALSE")).score())
        .as("values that mean the same")
        .isGreaterThan(apart.score());
  }

  /** As the last of several fields, of which the others fit. */
  private static Candidate among(Field source, Field target) {
    List<Field> others =
        List.of(text("email"), text("first_name"), text("last_name"), text("job_title"));
    List<List<Field>> sides =
        Stream.of(source, target)
            .map(f -> Stream.concat(others.stream(), Stream.of(f)).toList())
            .toList();
    return new FieldMatcher()
        .suggest(
            MatchRequest.of(
                Schema.of("crm", List.of(SchemaObject.of("Contact", sides.get(0)))),
                Schema.of("model", List.of(SchemaObject.of("person", sides.get(1))))))
        .targets()
        .get(4)
        .candidates()
        .get(0);
  }

  @Test
  void aPartOfANameIsTakenOutOfTheWholeName() {
    Candidate last = match(text("Full Name"), text("last_name"));
    assertThat(last.score()).isLessThanOrEqualTo(0.85);
    assertThat(last.why()).contains("it holds the whole name");
    assertThat(last.use()).containsExactly(new StepCall("parseName", Map.of("part", "last")));
    assertThat(match(text("Full Name"), text("givenName")).use())
        .containsExactly(new StepCall("parseName", Map.of("part", "first")));
    assertThat(match(text("Full Name"), text("full_name")).use()).isEmpty();
    assertThat(match(text("surname"), text("last_name")).use()).isEmpty();
  }

  @Test
  void descriptionsAreNamedOnlyWhereThereAreAny() {
    Schema file =
        Schema.of("file", List.of(SchemaObject.of("customers", List.of(text("Cust No")))));
    Schema model =
        Schema.of("model", List.of(SchemaObject.of("customer", List.of(text("customer_id")))));
    Candidate found =
        new FieldMatcher()
            .suggest(MatchRequest.of(file, model))
            .targets()
            .get(0)
            .candidates()
            .get(0);
    assertThat(found.sourceFields()).containsExactly("Cust No");
    assertThat(found.why()).doesNotContain("description");
    Field described =
        Field.builder("field_17", FieldType.STRING).description("Loyalty tier").build();
    assertThat(match(described, text("loyalty_tier")).why()).contains("description");
  }

  @Test
  void wholeAndBrokenNumbersTogetherAreNumbers() {
    Field money = Field.builder("revenue", FieldType.MONEY).build();
    assertThat(match(text("revenue", "718.14", "5530", "2254", "603.7"), money).why())
        .doesNotContain("do not look");
  }

  @Test
  void aLabelIsQuotedOnlyWhereThereIsOne() {
    Candidate found =
        match(
            text("postal_code"),
            Field.builder("zip", FieldType.STRING).label("Postal code").build());
    assertThat(found.why()).isEqualTo("the target's label says 'Postal code'");
  }

  private static Field picklist(String name, String... values) {
    return Field.builder(name, FieldType.ENUM)
        .values(List.of(values).stream().map(PicklistValue::of).toList())
        .build();
  }

  @Test
  void theThesaurusIsNamedOnlyWhereItHasBothOnALine() {
    for (String[] pair :
        List.of(new String[] {"area", "territory"}, new String[] {"zone", "district"})) {
      assertThat(match(text(pair[0]), text(pair[1])).why())
          .isEqualTo("the thesaurus puts '" + pair[0] + "' and '" + pair[1] + "' together");
    }
  }
}
