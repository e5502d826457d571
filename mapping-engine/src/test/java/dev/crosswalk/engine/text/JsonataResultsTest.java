package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: results equal to those of JSONata's own implementation (2.2.2, in JavaScript), which
 * gave the right-hand sides.
 */
class JsonataResultsTest {
  private static final Map<String, Object> RECORD = record();

  private static Map<String, Object> record() {
    Map<String, Object> record = new HashMap<>();
    record.put("whole", new BigDecimal("1.0"));
    record.put("price", new BigDecimal("1200.50"));
    record.put("below", new BigDecimal("-7.5"));
    record.put("great", new BigDecimal("1.5E+3"));
    record.put("none", null);
    record.put("numbers", Arrays.asList(3, new BigDecimal("1.5"), new BigDecimal("2.0"), 2));
    record.put(
        "lines",
        List.of(
            Map.of("sku", "A", "cat", "x"),
            Map.of("sku", "B", "cat", "y"),
            Map.of("sku", "C", "cat", "x")));
    return record;
  }

  private static Object run(String expression) {
    return Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS).evaluate(RECORD, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        // Decimals of a record are JSONata's numbers.
        "$abs(below) & ''|7.5",
        "price & ''|1200.5",
        "great & ''|1500",
        "$string({'p': price, 'w': whole})|{\"p\":1200.5,\"w\":1}",
        "$string([whole..3])|[1,2,3]",
        "$join($map(numbers, $string), ',')|3,1.5,2,2",
        "$string($sort(numbers))|[1.5,2,2,3]",
        "$string($distinct(numbers))|[3,1.5,2]",
        "$string(1e20)|100000000000000000000",
        // Sorting is stable, whatever the function says of equal values.
        "$sort(lines, function($a, $b) { $a.cat > $b.cat }).sku ~> $join|ACB",
        "$sort(lines, function($a, $b) { $a.cat >= $b.cat }).sku ~> $join|CAB",
        "$sort([10, 9, 2, 33, 1]) ~> $map($string) ~> $join(' ')|1 2 9 10 33",
        "$count($distinct([{'a': 1}, {'a': 1.0}]))|1",
        // Characters are code points.
        "$substring('a\uD83D\uDE00b', 1, 1)|\uD83D\uDE00",
        "$substring('a\uD83D\uDE00b', -2)|\uD83D\uDE00b",
        "$substring('abc', -5, 2)|ab",
        "$substring('abc', 0.5, 1.6)|ab",
        "$substring('hello', -1.5)|o",
        "$substring('hello', -0.5)|hello",
        "$substring('hello', -2.5, 1.5)|l",
        "$substring('hello', -4.7, 2.9)|el",
        "$substring('hello', -5.5, 2)|he",
        "$encodeUrl('https://ex.com/\u00FC?a=b c&d=e#x')|https://ex.com/%C3%BC?a=b%20c&d=e#x",
        // Functions given in part.
        "$split(?, '.')('a.b') ~> $join('/')|a/b",
        "$map(['abc'], $substring(?, 0, 1))|a",
        "$number('0b101') + $number('0o17') + $number('0x1F')|51",
        // Pictures of numbers.
        "$formatNumber(1234567.891, '#,##0.00')|1,234,567.89",
        "$formatNumber(1234.56789, '9,999.999,999')|1,234.567,890",
        "$formatNumber(123412345678.9, '9,9,99.99')|123412345,6,78.90",
        "$formatNumber(1234567890, '#,####,##0')|123,4567,890",
        "$formatNumber(0, '#.##')|.0",
        "$formatNumber(8.345, '0.00')|8.34",
        "$formatNumber(0.234, '#.00e0')|0.23e0",
        "$formatNumber(-1234.5, '#,##0.00;(#,##0.00)')|(1,234.50)",
        "$formatNumber(-87504.4812, '000,000.000###;###,###.000###')|87,504.4812",
        "$formatNumber(0.125, '0.0%')|12.5%",
        "$formatNumber(5, 'EUR 0.00')|EUR 5.00",
        "$formatNumber(1234.5, '#.##0,00', {'decimal-separator': ',', 'grouping-separator':"
            + " '.'})|1.234,50",
        "$formatNumber(1234.5678, '\u2460\u2460.\u2460\u2460\u2460e\u2460', {'zero-digit':"
            + " '\u245F'})|\u2460\u2461.\u2462\u2463\u2465e\u2461",
        // Weeks belong to the year and the month of their Thursday.
        "$fromMillis(1104537600000, '[X0001]-W[W01]-[F1]')|2004-W53-6",
        "$fromMillis(1230595200000, '[X0001]-W[W01]-[F1]')|2009-W01-2",
        "$fromMillis(1359720000000, 'Week: [w] of [xNn]')|Week: 5 of January",
        "$fromMillis(1533038400000, '[w] [xNn] [[UTC]]')|1 August [UTC]",
        "$fromMillis(0, '[H01]:[m01] [Z]', '-0530')|18:30 -05:30",
        // Times.
        "$toMillis('2024-02')|1706745600000",
        "$toMillis('2024-02-29T24:00:00Z')|1709251200000",
        "$toMillis('2024-12-31T23:59:59.9+1400')|1735639199900",
        "$toMillis('31/12/99', '[D]/[M]/[Y,2-2]')|946598400000",
        // The year that was written decides on the century, not the one that it is in UTC.
        "$toMillis('31/12/99 23:00 -05:00', '[D]/[M]/[Y,2-2] [H]:[m] [Z]')|946699200000",
        "$toMillis('31-12-99 23:00 GMT-0500', '[D]-[M]-[Y,2-2] [H]:[m] [z0001]')|946699200000",
        "$toMillis('-0500/31/12/99 23:00', '[Z0001]/[D]/[M]/[Y,2-2] [H]:[m]')|946699200000",
        "$toMillis('01/01/00 00:30 +01:00', '[D]/[M]/[Y,2-2] [H]:[m] [Z]')|-2208990600000",
        "$toMillis('01/03/00 00:30 +01:00', '[D]/[M]/[Y,2-2] [H]:[m] [Z]')|-2203893000000",
        "$toMillis('0100-01-01 00:30 +01:00', '[Y0001]-[M]-[D] [H]:[m] [Z]')|-59011461000000",
        "$toMillis('99-060', '[Y,2-2]-[d]')|920246400000",
        "$toMillis('00-061', '[Y,2-2]-[d]')|-2203804800000",
      })
  void results_are_those_of_jsonata_itself(String expression, String wanted) {
    assertThat(run(expression)).asString().isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$number(' 12 ')",
        "$number('+5')",
        "$number('.5')",
        "$number('12abc')",
        "$number('1e400')",
        "$uppercase(none)",
        "$split(none, ',')",
        "$sort(['a', 1])",
        "$toMillis('20240229')",
        "$toMillis('2024-02-30')",
        "$fromMillis(0, '[Y')",
        "$formatNumber(1, '')",
        "$formatNumber(1, '---')",
        "$formatNumber(1, '0.0.0')",
        "$formatNumber(1, '0,.0')",
        "$formatNumber(1, '0,,0')",
        "$formatNumber(1, '0%%')",
        "$formatNumber(1, '0;0;0')",
        "$formatNumber(20, '0+.e0')",
      })
  void what_jsonata_refuses_fails(String expression) {
    assertThatThrownBy(() -> run(expression)).isInstanceOf(ProblemException.class);
  }

  /** JSONata would take the first of March; the year of a mapping's text is more likely 2000. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$toMillis('29/02/00', '[D]/[M]/[Y,2-2]')",
        "$toMillis('29/02/00 00:30 +01:00', '[D]/[M]/[Y,2-2] [H]:[m] [Z]')",
      })
  void a_day_that_its_century_does_not_have_fails(String expression) {
    assertThatThrownBy(() -> run(expression)).hasMessageContaining("four digits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$toMillis('14:30', '[H01]:[m01]')",
        "$toMillis('24 December', '[D] [MNn]')",
        "$toMillis('[Y] 14:30', '[[Y]] [H01]:[m01]')",
      })
  void a_time_without_a_year_is_not_filled_from_the_clock(String expression) {
    assertThatThrownBy(() -> run(expression)).hasMessageContaining("has no year");
  }

  @Test
  void a_picture_without_end_is_refused() {
    assertThat(run("$formatNumber(1, '" + "#".repeat(999) + "0')")).isEqualTo("1");
    assertThatThrownBy(() -> run("$formatNumber(1, '" + "#".repeat(1_000) + "0')"))
        .hasMessageContaining("more than 1000 characters");
  }

  @Test
  void nothing_is_found_in_nothing() {
    assertThat(run("$contains('abc', missing)")).isNull();
    assertThat(run("$sort(missing)")).isNull();
    assertThat(run("$formatNumber(missing, '0')")).isNull();
  }

  @Test
  void a_decimal_that_only_passes_through_stays_exact() {
    BigDecimal exact = new BigDecimal("12345678901234567.89");
    Map<String, Object> record = Map.of("a", Collections.singletonList(Map.of("b", exact)));
    assertThat(
            Jsonata.compile("{'x': a[0].b}", Jsonata.Rules.FOR_MAPPINGS).evaluate(record, Map.of()))
        .isEqualTo(Map.of("x", exact));
  }
}
