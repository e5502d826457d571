package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.parallel.Isolated;

/** Protects: no record, however odd, makes any step throw, stop the run or look at the machine. */
@Isolated("changes the machine's locale and time zone")
class AllStepsTest {

  private static final List<String> RULES = List.of("reject", "null", "keep", "default");

  /** One target for each example of each step, with each rule for invalid values in turn. */
  private static final CompiledMapping MAPPING = compile();

  private static CompiledMapping compile() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    for (Step step : Steps.all()) {
      Declaration d = step.declaration();
      for (Example example : d.examples()) {
        Map<String, Object> parameters = new HashMap<>(example.parameters());
        if (d.parameters().contains(Parameter.ON_INVALID)) {
          parameters.put("onInvalid", RULES.get(fields.size() % RULES.size()));
        }
        fields.put(
            d.name() + fields.size(),
            Mappings.fallback(Mappings.from("v", new StepCall(d.name(), parameters)), "-"));
      }
    }
    return CompiledMapping.compile(Mappings.of(fields), null, null, Mappings.CONTEXT.lookups());
  }

  @Property(tries = 200)
  void anyRecordGivesTheSameTracedAndLeanAndOnAnyMachine(
      @ForAll("records") Map<String, Object> record) {
    Outcome traced = MAPPING.apply(record);

    assertThat(traced.fields()).hasSize(MAPPING.targets().size());
    traced
        .fields()
        .forEach((target, field) ->
            assertThat(field.messages())
                .as(target)
                .noneMatch(m -> m.text().contains("fault of the program")));
    assertThat(MAPPING.apply(record, false).record()).isEqualTo(traced.record());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      compile()
          .apply(record, false)
          .record()
          .forEach((target, value) ->
              assertThat(value).as(target).isEqualTo(traced.record().get(target)));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> records() {
    return values()
        .map(value -> {
          Map<String, Object> record = new LinkedHashMap<>();
          record.put("v", value);
          return record;
        });
  }

  private static Arbitrary<Object> values() {
    Arbitrary<Object> near =
        Arbitraries.of(
            "2024-02-29",
            "2024-02-29T23:59:59+0530",
            "0000-01-01",
            "9999-12-31",
            "+10000-01-01",
            "-5000000000000000000",
            "1,234.5",
            "(3)",
            "-$5",
            "1e400",
            "12%",
            "½",
            "٣",
            "DE",
            "germany",
            "Ada Lovelace, Jr.",
            "Dr. , ,",
            ",",
            "van",
            "Mc",
            "O'",
            "a@b.co",
            "http://x.y:99999/",
            "https://[::1]/",
            "1 High St, London SW1A 2AA",
            "12345 X",
            "<p>&#x110000;&amp;",
            "<",
            "<script>",
            "&&&;",
            "+1 415 555 2671 x9",
            "00",
            "true",
            "YES",
            "\u0130",
            "\u00df",
            "e\u0301",
            "a;b;;c",
            ";",
            "\t\u200b",
            "24:00",
            "12 AM",
            "USD",
            "5 kr",
            "\ufffe");
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            near,
            Arbitraries.strings().ofMaxLength(30).map(Object.class::cast),
            Arbitraries.strings()
                .withChars("0129.,-+/:T Z(%)$<>&;@a\u00e9")
                .ofMaxLength(20)
                .map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.bigDecimals().map(Object.class::cast),
            Arbitraries.of(
                    true, false, Double.NaN, new BigDecimal("1e-9999"), new BigDecimal("1e9999"))
                .map(Object.class::cast));
    Arbitrary<Object> nested =
        Arbitraries.maps(
                Arbitraries.of(
                    "first", "last", "street", "city", "country", "amount", "currency", "x"),
                scalars.injectNull(0.1))
            .ofMaxSize(4)
            .map(m -> (Object) new LinkedHashMap<>(m));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, scalars),
            net.jqwik.api.Tuple.of(1, nested),
            net.jqwik.api.Tuple.of(
                2,
                Arbitraries.oneOf(scalars, nested)
                    .injectNull(0.2)
                    .list()
                    .ofMaxSize(5)
                    .map(list -> (Object) new ArrayList<>(list))))
        .injectNull(0.02);
  }
}
