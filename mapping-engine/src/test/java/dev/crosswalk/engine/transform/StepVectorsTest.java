package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: steps agree with published tables and with what others publish as examples. */
class StepVectorsTest {

  @Test
  void everyCountryOfJavasTableIsReadFromEachOfItsForms() {
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      assertThat(run("country", Map.of("to", "alpha3"), code)).isEqualTo(country.getISO3Country());
      assertThat(run("country", Map.of(), country.getISO3Country().toLowerCase(Locale.ROOT)))
          .isEqualTo(code);
      for (String language : List.of("en", "de", "fr", "es", "ja")) {
        String name = country.getDisplayCountry(Locale.forLanguageTag(language));
        assertThat(run("country", Map.of("locale", language), name)).as(name).isEqualTo(code);
      }
      Object number = run("country", Map.of("to", "numeric"), code);
      assertThat(number).asString().matches("[0-9]{3}");
      assertThat(run("country", Map.of(), number)).isEqualTo(code);
      assertThat(run("country", Map.of(), Integer.valueOf((String) number))).isEqualTo(code);
      assertThat(run("country", Map.of(), run("country", Map.of("to", "name"), code)))
          .isEqualTo(code);
    }
  }

  @Test
  void everyCurrencyAgreesWithJavasTable() {
    int compared = 0;
    for (Currency currency : Currency.getAvailableCurrencies()) {
      Object number = run("currency", Map.of("to", "numeric"), currency.getCurrencyCode());
      if (number instanceof Failure) {
        continue; // Java also keeps the currencies of the past.
      }
      compared++;
      assertThat(number).isEqualTo(currency.getNumericCodeAsString());
      if (!currency.getCurrencyCode().equals("ANG")) { // XCG has its number now.
        assertThat(run("currency", Map.of(), number)).isEqualTo(currency.getCurrencyCode());
      }
      int digits = currency.getDefaultFractionDigits();
      if (digits >= 0) {
        Object amount =
            run(
                "money",
                Map.of("currency", currency.getCurrencyCode(), "to", "text"),
                "1234.56789");
        assertThat(amount.toString().split(" ", -1)[0])
            .hasSize(digits == 0 ? 4 : 5 + digits)
            .startsWith("123");
      }
    }
    assertThat(compared).isGreaterThan(170);
  }

  @Test
  void theExampleNumberOfEveryRegionIsReadAsPeopleThereWriteIt() {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    for (String region : util.getSupportedRegions()) {
      PhoneNumber example = util.getExampleNumber(region);
      String wanted = util.format(example, PhoneNumberFormat.E164);
      String national = util.format(example, PhoneNumberFormat.NATIONAL);
      assertThat(run("phone", Map.of("region", region), national)).as(region).isEqualTo(wanted);
      assertThat(run("phone", Map.of(), util.format(example, PhoneNumberFormat.INTERNATIONAL)))
          .as(region)
          .isEqualTo(wanted);
      assertThat(run("phone", Map.of("regionFrom", "c"), national, Map.of("c", region)))
          .as(region)
          .isEqualTo(wanted);
      assertThat(run("phone", Map.of("format", "COUNTRY"), wanted))
          .isIn(util.getRegionCodesForCountryCode(example.getCountryCode()));
    }
  }

  @Test
  void theCountryOfANumberMayStandInAnotherFieldInAnyForm() {
    for (String country : List.of("GB", "GBR", "826", "United Kingdom", "uk")) {
      assertThat(
              run(
                  "phone",
                  Map.of("regionFrom", "Address.country", "region", "US"),
                  "020 7946 0123",
                  Map.of("Address", Map.of("country", country))))
          .isEqualTo("+442079460123");
    }
    assertThat(
            run(
                "phone",
                Map.of("regionFrom", "Address.country", "region", "US"),
                "(415) 555-2671",
                Map.of("Address", Map.of("country", ""))))
        .isEqualTo("+14155552671");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja"})
  void monthsAreReadInEveryLanguage(String language) {
    DateTimeFormatter long_ =
        DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language));
    for (int month = 1; month <= 12; month++) {
      LocalDate day = LocalDate.of(2024, month, 1 + month);
      assertThat(
              run("date", Map.of("format", "d MMMM yyyy", "locale", language), day.format(long_)))
          .isEqualTo(day.toString());
      assertThat(
              run(
                  "formatDate",
                  Map.of("format", "d MMMM yyyy", "locale", language),
                  day.toString()))
          .isEqualTo(day.format(long_));
    }
  }

  /** Worked out with Python's zoneinfo. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-31T02:30:00, Europe/Berlin, 2024-03-31T03:30:00+02:00",
    "2024-10-27T02:30:00, Europe/Berlin, 2024-10-27T02:30:00+02:00",
    "2024-03-10T02:15:00, America/New_York, 2024-03-10T03:15:00-04:00",
    "2024-11-03T01:30:00, America/New_York, 2024-11-03T01:30:00-04:00",
    "2011-12-30T12:00:00Z, Pacific/Apia, 2011-12-31T02:00:00+14:00",
    "2024-06-30T23:59:59.999999999Z, Asia/Kathmandu, 2024-07-01T05:44:59.999999999+05:45"
  })
  void zonesChangeAsTheirTablesSay(String text, String zone, String wanted) {
    assertThat(run("date", Map.of("to", "datetime", "zone", zone), text)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({
    "epoch-seconds, 1709251200, 2024-03-01T00:00:00Z",
    "epoch-seconds, -1.5, 1969-12-31T23:59:58.5Z",
    "epoch-millis, 1709251200123, 2024-03-01T00:00:00.123Z",
    "epoch-nanos, 1709251200123456789, 2024-03-01T00:00:00.123456789Z",
    "odata, /Date(1709251200000+0000)/, 2024-03-01T00:00:00Z"
  })
  void momentsInNumbersAreRead(String format, String text, String wanted) {
    assertThat(run("date", Map.of("format", format, "to", "datetime"), text)).isEqualTo(wanted);
  }

  static Object run(String step, Map<String, Object> parameters, Object value) {
    return run(step, parameters, value, Map.of());
  }

  static Object run(
      String step, Map<String, Object> parameters, Object value, Map<String, Object> record) {
    return CompiledStep.compile(
            new dev.crosswalk.engine.mapping.FieldMapping.StepCall(step, parameters),
            Mappings.CONTEXT)
        .apply(value, record);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2022-09-04, 2022-W35-7",
    "de, 2024-12-31, 2025-W01-2",
    "en, 2021-01-03, 2020-W53-7",
    "en-US, 2022-09-04, 2022-W37-1",
  })
  void weeksAreIsosUnlessTheLocaleNamesACountry(String locale, String date, String week) {
    CompiledStep step =
        CompiledStep.compile(
            new StepCall("formatDate", Map.of("format", "YYYY-'W'ww-e", "locale", locale)),
            StepContext.STANDARD);
    assertThat(step.apply(date)).isEqualTo(week);
  }
}
