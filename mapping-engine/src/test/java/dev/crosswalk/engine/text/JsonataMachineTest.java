package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: expressions take neither language nor time zone from the machine. */
@Isolated("changes the machine's locale and time zone")
class JsonataMachineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$uppercase('title i')",
        "$lowercase('TITLE I')",
        "$formatNumber(1234567.5, '#,##0.00')",
        "$formatInteger(1234, 'w')",
        "$formatBase(255, 16)",
        "$fromMillis(1709251200123)",
        "$fromMillis(1709251200123, '[FNn] [D1o] [MNn] [Y] [h]:[m01] [P] [z]')",
        "$fromMillis(1709251200123, '[FN] [MN] [YI] [DW]')",
        "$fromMillis(1704067200000, '[MN,3-3] [xN]')",
        "$formatInteger(14, 'I')",
        "$formatInteger(6, 'W;o')",
        "$parseInteger('xiv', 'i')",
        "$parseInteger('SIX', 'W')",
        "$toMillis('2024-03-01T02:03:04')",
        "$toMillis('2024-03-01')",
        "$toMillis('1 March 2024', '[D1] [MNn] [Y0001]')",
        "$toMillis('01/03/2024 10:00', '[D01]/[M01]/[Y0001] [H01]:[m01]')",
        "$string(1234567.5)",
        "$number('1234.5')",
        "$sort(['b', 'ı', 'I', 'i', 'a'])",
        "$contains('TITLE', /i/i)"
      })
  void theMachineChangesNothing(String expression) {
    Object here = Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS).evaluate(null, Map.of());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String language :
          new String[] {"tr-TR", "de-DE", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        assertThat(Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS).evaluate(null, Map.of()))
            .as(language)
            .isEqualTo(here);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
