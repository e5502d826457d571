package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.transform.Declaration.Trait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Each step's examples hold, and its declaration is complete enough to draw a form from. */
@Isolated("changes the machine's locale and time zone")
class StepsTest {

  @TestFactory
  Stream<DynamicTest> everyExampleHolds() {
    return Steps.all().stream()
        .flatMap(step ->
            step.declaration().examples().stream()
                .map(e ->
                    DynamicTest.dynamicTest(
                        step.declaration().name() + " " + Texts.shown(e.input()),
                        () -> check(step.declaration(), e))));
  }

  private static void check(Declaration step, Example example) {
    Object result = run(step.name(), example.parameters(), example.input());
    if (example.error() != null) {
      assertThat(result).isEqualTo(new Failure(example.error()));
    } else {
      assertThat(result).isEqualTo(example.output());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStepIsDescribed() {
    return Steps.all().stream()
        .map(Step::declaration)
        .map(d -> DynamicTest.dynamicTest(d.name(), () -> described(d)));
  }

  private static void described(Declaration d) {
    assertThat(d.doc()).endsWith(".").hasSizeGreaterThan(10);
    assertThat(d.examples()).hasSizeGreaterThanOrEqualTo(3);
    for (Parameter parameter : d.parameters()) {
      assertThat(parameter.doc()).as(parameter.name()).endsWith(".");
      assertThat(parameter.words().isEmpty()).isEqualTo(parameter.type() != Parameter.Type.WORD);
    }
    assertThat(d.examples().stream().anyMatch(e -> e.error() != null) && !d.is(Trait.CAN_FAIL))
        .as("an example fails, so the step can fail")
        .isFalse();
  }

  @Test
  void theMachinesLocaleAndZoneChangeNothing() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<Object> before = allResults();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(allResults()).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<Object> allResults() {
    List<Object> results = new ArrayList<>();
    for (Step step : Steps.all()) {
      for (Example example : step.declaration().examples()) {
        results.add(run(step.declaration().name(), example.parameters(), example.input()));
        results.add(run(step.declaration().name(), example.parameters(), "TITLE I 1,5 2024-01-01"));
      }
    }
    return results;
  }

  @Test
  void anUnknownStepNamesTheOneThatWasMeant() {
    assertThatThrownBy(() -> run("phne", Map.of(), "x"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is no step 'phne'. Did you mean 'phone'?");
  }

  @Test
  void everyWrongParameterIsNamedWithItsMend() {
    assertThatThrownBy(
            () -> run("phone", Map.of("fromat", "E164", "format", "e164", "region", 5), "x"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Object::toString))
                    .containsExactlyInAnyOrder(
                        "The step 'phone' has no parameter 'fromat'. Did you mean 'format'?",
                        "The parameter 'format' of the step 'phone' is 'e164', where one of E164,"
                            + " INTERNATIONAL, NATIONAL, RFC3966, EXTENSION, COUNTRY is needed. Did"
                            + " you mean 'E164'?",
                        "The parameter 'region' of the step 'phone' is 5, where a text is needed."
                            + " Put it in quotes."));
    assertThatThrownBy(() -> run("replace", Map.of(), "x"))
        .hasMessageContaining("needs the parameter 'find'");
    assertThatThrownBy(() -> run("replace", Map.of("find", "(", "regex", true), "x"))
        .hasMessageContaining("the pattern '(' cannot be read");
    assertThatThrownBy(() -> run("replace", Map.of("find", "a", "with", "$1", "regex", true), "x"))
        .hasMessageContaining("names group $1, and the pattern has 0");
    assertThatThrownBy(() -> run("date", Map.of("zone", "Mars"), "x"))
        .hasMessageContaining("'Mars' does not exist");
    assertThatThrownBy(() -> run("truncate", Map.of(), "x")).hasMessageContaining("Add length");
  }

  @Test
  void theWordNullMayStandWithoutQuotes() {
    java.util.HashMap<String, Object> unquoted = new java.util.HashMap<>();
    unquoted.put("onInvalid", null);
    assertThat(
            CompiledStep.compile(new StepCall("email", unquoted), StepContext.STANDARD).onInvalid())
        .isEqualTo(OnInvalid.NULL);
  }

  @Test
  void listsAreWorkedOnElementByElementAndNullsPass() {
    assertThat(run("trim", Map.of(), Example.list(" a ", null, 5L)))
        .isEqualTo(Example.list("a", null, "5"));
    assertThat(run("lower", Map.of(), null)).isNull();
  }

  @Test
  void truncateTakesTheTargetsLength() {
    Field target = Field.builder("name", FieldType.STRING).length(2).build();
    StepContext context = new StepContext(Mapping.Defaults.STANDARD, target);
    assertThat(CompiledStep.compile(StepCall.of("truncate"), context).apply("abc")).isEqualTo("ab");
  }

  @Test
  void numbersOfOtherHabitsAreReadOrRefusedNeverGuessed() {
    assertThat(run("number", Map.of(), "1,23")).isInstanceOf(Failure.class);
    assertThat(run("number", Map.of(), "1.234.567")).isInstanceOf(Failure.class);
    assertThat(run("number", Map.of(), "12,34,567.8")).isEqualTo(new BigDecimal("1234567.8"));
    assertThat(run("number", Map.of(), "\u221242")).isEqualTo(-42L);
    assertThat(run("number", Map.of(), "$ 1,000")).isEqualTo(1000L);
    assertThat(run("number", Map.of(), "1e3")).isEqualTo(1000L);
    assertThat(run("number", Map.of(), 12.0)).isEqualTo(12L);
    assertThat(run("number", Map.of(), Double.NaN)).isInstanceOf(Failure.class);
    assertThat(run("number", Map.of("scale", 2), 1)).isEqualTo(new BigDecimal("1.00"));
    assertThat(run("number", Map.of(), "12%")).isInstanceOf(Failure.class);
    Mapping.Defaults german =
        new Mapping.Defaults(Mapping.OnMissing.OMIT, Mapping.OnError.REJECT, "UTC", "DE", "de-DE");
    assertThat(
            CompiledStep.compile(StepCall.of("number"), new StepContext(german, null))
                .apply("1.234,5"))
        .isEqualTo(new BigDecimal("1234.5"));
  }

  @Test
  void datesNeverShiftAndDateTimesSayTheirZone() {
    Map<String, Object> farEast = Map.of("zone", "Pacific/Kiritimati");
    assertThat(run("date", farEast, "2024-02-29")).isEqualTo("2024-02-29");
    assertThat(run("date", farEast, "2024-02-29T23:59")).isEqualTo("2024-02-29");
    assertThat(run("date", farEast, "2024-02-29T23:59Z")).isEqualTo("2024-03-01");
    assertThat(
            run(
                "date",
                Map.of("format", List.of("MM/dd/yy", "iso"), "to", "datetime"),
                "2024-05-06 07:08:09.5"))
        .isEqualTo("2024-05-06T07:08:09.5Z");
    assertThat(run("date", Map.of("format", "epoch-millis", "to", "datetime"), 1709251200000L))
        .isEqualTo("2024-03-01T00:00:00Z");
    assertThat(run("date", Map.of("format", "d. MMMM yyyy", "locale", "de"), "3. März 2024"))
        .isEqualTo("2024-03-03");
    assertThat(run("date", Map.of(), "2023-02-29")).isInstanceOf(Failure.class);
  }

  @Test
  void addressesOutsideTheRulesAreRefused() {
    for (String bad :
        List.of("a@b@example.com", "ada@", "@example.com", "a b@example.com", "ada@[127.0.0.1]")) {
      assertThat(run("email", Map.of(), bad)).as(bad).isInstanceOf(Failure.class);
    }
    assertThat(run("email", Map.of(), "x+y@sub.EXAMPLE.co.uk")).isEqualTo("x+y@sub.example.co.uk");
  }

  @Test
  void peoplesHabitsAreReadOrRefusedNeverGuessed() {
    for (String swiss : List.of("1'234.5", "1\u2019234.5")) {
      assertThat(run("number", Map.of("locale", "de-CH"), swiss))
          .isEqualTo(new BigDecimal("1234.5"));
    }
    assertThat(run("number", Map.of(), "5.")).isEqualTo(5L);
    assertThat(run("stripHtml", Map.of(), "<a title=\"x>y\">link</a> <b 'a>b")).isEqualTo("link b");
    assertThat(run("parseName", Map.of("part", "first"), "Smith, Jr., John")).isEqualTo("John");
    assertThat(run("parseName", Map.of("part", "last"), "Ma, Jack")).isEqualTo("Ma");
    assertThat(run("money", Map.of(), "100 kr")).isInstanceOf(Failure.class);
    assertThat(run("money", Map.of("to", "text"), "5 (USD)")).isEqualTo("5.00 USD");
    assertThat(run("splitAddress", Map.of("part", "city"), "10 Downing St\nLondon\nSW1A 2AA"))
        .isEqualTo("London");
    assertThat(run("url", Map.of(), "user:secret@example.com")).isInstanceOf(Failure.class);
  }

  @Test
  void theSignOfAnAmountIsNeverLost() {
    Map<String, Object> text = Map.of("to", "text");
    for (String less :
        List.of(
            "-5 USD",
            "5- USD",
            "USD 5-",
            "USD -5",
            "5 $-",
            "($5)",
            "(5) USD",
            "-US-$ 5",
            "-5.- USD")) {
      assertThat(run("money", text, less)).as(less).isEqualTo("-5.00 USD");
    }
    for (String more : List.of("5 USD", "+5 USD", "US-$ 5", "(USD) 5", "USD 5.-", "5.\u2013 USD")) {
      assertThat(run("money", text, more)).as(more).isEqualTo("5.00 USD");
    }
    for (String unclear :
        List.of(
            "--5 USD",
            "+-5 USD",
            "(5 USD",
            "5) USD",
            "(-5) USD",
            "5 - USD",
            "5--USD",
            "5-10 USD")) {
      assertThat(run("money", text, unclear)).as(unclear).isInstanceOf(Failure.class);
    }
    for (String less : List.of("5-", "$5-", "5 \u20ac-", "5\u2212")) {
      assertThat(run("number", Map.of(), less)).as(less).isEqualTo(-5L);
    }
    for (String unclear : List.of("-5-", "(5-)", "--5", "-", "1e-")) {
      assertThat(run("number", Map.of(), unclear)).as(unclear).isInstanceOf(Failure.class);
    }
  }

  @Test
  void partsAreKnownByTheNamesOfEverySystemOrRefused() {
    for (String[] names :
        new String[][] {
          {"BillingStreet", "BillingCity", "BillingPostalCode", "BillingCountry"},
          {"address1_line1", "address1_city", "address1_postalcode", "address1_country"},
          {"Mailing_Street", "Mailing_City", "Mailing_Zip", "Mailing_Country"},
          {"AddressLine1", "City", "PostalCode", "Country"},
          {"route", "locality", "postal_code", "country"},
          {"address", "city", "zip", "country"}
        }) {
      assertThat(
              run(
                  "composeAddress",
                  Map.of("separator", ", "),
                  Map.of(names[0], "Ring 1", names[1], "Wien", names[2], "1010", names[3], "AT")))
          .as(names[0])
          .isEqualTo("Ring 1, 1010 Wien, AT");
    }
    Map<String, Object> two = new LinkedHashMap<>();
    two.put("BillingStreet", "");
    two.put("ShippingStreet", "Ring 1");
    two.put("BillingCity", "Graz");
    two.put("ShippingCity", "Wien");
    two.put("Country", "AT");
    assertThat(run("composeAddress", Map.of("separator", ", "), two))
        .as("the parts of one address")
        .isEqualTo("Ring 1, Wien, AT");
    assertThat(run("composeName", Map.of(), Map.of("first_name", "Ada", "Surname", "L")))
        .isEqualTo("Ada L");
    assertThat(run("composeName", Map.of(), Map.of("nick", "x"))).isInstanceOf(Failure.class);
    assertThat(run("composeAddress", Map.of(), Map.of("capacity", "x")))
        .isInstanceOf(Failure.class);
    assertThat(run("composeAddress", Map.of(), Map.of("capacity", ""))).isNull();
    assertThat(run("parseName", Map.of("part", "prefix"), "Mr. & Mrs. Smith"))
        .isEqualTo("Mr. & Mrs.");
    assertThat(run("stripHtml", Map.of(), "<tr><td>1</td><td>2</td></tr><tr><th>3</th></tr>"))
        .isEqualTo("1 2\n3");
  }

  static Object run(String step, Map<String, Object> parameters, Object value) {
    return CompiledStep.compile(new StepCall(step, parameters), Mappings.CONTEXT).apply(value);
  }
}
