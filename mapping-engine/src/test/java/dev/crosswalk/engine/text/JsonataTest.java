package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: the JSONata dialect, and that no expression costs more than its bounds. */
class JsonataTest {

  private static Object run(String expression, Object input) {
    return Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS).evaluate(input, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$number('42') / 100|0.42",
        "a.b & '/' & c|x/y",
        "$split('a1b22c', /[0-9]+/)|[a, b, c]",
        "$split('a.b.c', '.')|[a, b, c]",
        "$split('a.b.c', '.', 2)|[a, b]",
        "$contains('Gold member', /gold/i)|true",
        "$contains('Gold', 'gold')|false",
        "$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')|Smith, John",
        "$replace('265USD', /([0-9]+)USD/, '$$$1')|$265",
        "$replace('aaa', 'a', 'b', 2)|bba",
        "$replace('a.b.c', '.', '-', 1)|a-b.c",
        "$replace('temp 68F', /(\\d+)F/, function($m){ $m.groups[0] & ' degrees' })|temp 68 degrees",
        "$match('ab12cd', /[a-z]+/)[1].match|cd",
        "$match('ab12', /([a-z])([a-z])/).groups[1]|b",
        "(/b+/)('abbc').match|bb",
        "'abbc' ~> /b+/ ~> $string ~> $contains('bb')|true",
        "$count(x[n > 4 / 2])|1",
        "(x.n)[0] / 2 & '/' & c|0.5/y",
        "$map(x, function($v){ $v.n }) ~> $sum()|4",
        "$exists(nothing)|false",
        "$join(['p', 'q'], '-')|p-q",
        "$string({'k': [1, true, null]})|{\"k\":[1,true,null]}",
        "$toMillis('1970-01-01T00:00:01')|1000",
        "$toMillis('1970-01-01T00:00:01+01:00')|-3599000",
        "$toMillis('1970-01-02')|86400000",
        "$pad('7', -3, '0')|007",
        "c = /* a / comment */ 'y'|true",
        "$replace('a/b', /\\//, '-')|a-b",
        "$match('é', /\\u00e9/).match|é",
      })
  void givesWhatJsonataSays(String expression, String expected) {
    Map<String, Object> input =
        Map.of("a", Map.of("b", "x"), "c", "y", "x", List.of(Map.of("n", 1), Map.of("n", 3)));

    assertThat(String.valueOf(run(expression, input))).isEqualTo(expected);
  }

  @Test
  void readsEveryKindOfNumberAndNull() {
    Map<String, Object> input = new HashMap<>();
    input.put("d", new BigDecimal("1.50"));
    input.put("l", 5_000_000_000L);
    input.put("n", null);

    assertThat(run("d * 2", input)).isEqualTo(3);
    assertThat(run("l", input)).isEqualTo(5_000_000_000L);
    assertThat(run("n", input)).isNull();
    assertThat(run("{'n': n}", input)).isEqualTo(Collections.singletonMap("n", null));
  }

  @Test
  void seesBindings() {
    Jsonata jsonata = Jsonata.compile("$meta.name & v", Jsonata.Rules.FOR_CONNECTORS);

    assertThat(jsonata.evaluate(Map.of("v", 1), Map.of("meta", Map.of("name", "A"))))
        .isEqualTo("A1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "millis", "random", "shuffle", "eval"})
  void refusesWhatChangesFromDayToDay(String function) {
    assertThatThrownBy(() -> run("1 + $" + function + "()", null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("$" + function + " at character 5");
  }

  @Test
  void refusesEvalButNotTheClockForConnectors() {
    assertThat(Jsonata.compile("$now()", Jsonata.Rules.FOR_CONNECTORS).evaluate(null, Map.of()))
        .isNotNull();
    assertThatThrownBy(() -> Jsonata.compile("$eval('1')", Jsonata.Rules.FOR_CONNECTORS))
        .hasMessageContaining("$eval");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        "a +",
        "(1",
        "'open",
        "/open",
        "$f(",
        "{'a':",
        "a[",
        "/* open",
        "//",
        "function(",
        "$__evaluate_entry := null",
        "\"a\\",
        "|",
        "^("
      })
  void saysWhereAnExpressionBreaks(String expression) {
    assertThatThrownBy(() -> Jsonata.compile(expression, Jsonata.Rules.FOR_MAPPINGS))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void saysAtWhichCharacter() {
    assertThatThrownBy(() -> Jsonata.compile("name ) 1", Jsonata.Rules.FOR_MAPPINGS))
        .hasMessageContaining("at character 6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$match(s, /(a+)+$/)",
        "$contains(s, /(a+)+$/)",
        "$replace(s, /(a|aa)+$/, 'b')",
        "$split(s, /(a*)*b/)",
        "s ~> /^(([a-z])+.)+[A-Z]([a-z])+$/",
        "$replace(s, '(a+)+$', 'b', 3)",
      })
  void badPatternsFinishFast(String expression) {
    Map<String, Object> input = Map.of("s", "a".repeat(5000) + "!");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> run(expression, input), "a pattern hangs");
  }

  @Test
  void refusesPatternsThatNeedBacktracking() {
    assertThatThrownBy(() -> run("$match('aa', /(a)\\1/)", null))
        .hasMessageContaining("/(a)\\1/ at character 14");
    assertThatThrownBy(() -> run("$match('aa', /a(?=b)/)", null))
        .hasMessageContaining("look-ahead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "($f := function($n){ $f($n + 1) }; $f(1))",
        "($f := function($n){ 1 + $f($n + 1) }; $f(1))",
        "$count([1..9000000])",
        "$pad('x', 2000000000)",
        "$reduce([1..100], function($a, $b){ $a & $a }, 'xxxxxxxxxx')",
        "$join($map([1..199999], function($i){ $pad('x', 1000) }))",
        "$string($reduce([1..60], function($a, $b){ [[$a, $a]] }, [1, 2]))",
        "$reduce([1..60], function($a, $b){ [[$a, $a]] }, [1, 2])",
        "$map([1..2000], function($i){ $map([1..2000], function($j){ $i * $j }) })",
      })
  void costsNoMoreThanItsBounds(String expression) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThatThrownBy(() -> run(expression, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("costs too much"));
  }

  @Test
  void deepNestingIsAnErrorNotACrash() {
    assertThatThrownBy(() -> run("(".repeat(9000) + "1" + ")".repeat(9000), null))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anErrorWhileRunningNamesTheExpression() {
    assertThatThrownBy(() -> run("$number(v)", Map.of("v", "abc")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("$number(v)");
  }

  @Test
  void neverChangesItsInput() {
    Map<String, Object> input = Map.of("list", List.of(Map.of("a", 1)));

    assertThat(run("$ ~> |list|{'a': 2}|", input))
        .isEqualTo(Map.of("list", List.of(Map.of("a", 2))));
    assertThat(input).isEqualTo(Map.of("list", List.of(Map.of("a", 1))));
  }

  @Test
  void manyThreadsShareOneExpression() throws Exception {
    Jsonata jsonata =
        Jsonata.compile(
            "$sum($map(x, function($v){ $number($replace($v, /\\D/, '')) }))",
            Jsonata.Rules.FOR_MAPPINGS);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Object>> calls =
          IntStream.range(0, 300)
              .<Callable<Object>>mapToObj(
                  i -> () -> jsonata.evaluate(Map.of("x", List.of("a" + i, i + "b")), Map.of()))
              .toList();
      var results = pool.invokeAll(calls);
      for (int i = 0; i < 300; i++) {
        assertThat(((Number) results.get(i).get()).intValue()).isEqualTo(2 * i);
      }
    }
  }

  /** RFC 1321 A.5, FIPS 180-4 and RFC 4231 case 2; systems compare digests digit by digit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$hash('abc', 'md5')|900150983cd24fb0d6963f7d28e17f72",
        "$hash('abc', 'SHA-1')|a9993e364706816aba3e25717850c26c9cd0d89d",
        "$hash('abc')|ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "$hmac('what do ya want for nothing?', 'Jefe')"
            + "|5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      })
  void digestsAreThosePublished(String expression, String expected) {
    assertThat(
            Jsonata.compile(expression, Jsonata.Rules.FOR_CONNECTORS).evaluate(Map.of(), Map.of()))
        .isEqualTo(expected);
  }

  @Test
  void digestsThatAreUnknownAreNamedAndMappingsHaveNone() {
    assertThatThrownBy(() ->
            Jsonata.compile("$hash('abc', 'crc')", Jsonata.Rules.FOR_CONNECTORS)
                .evaluate(Map.of(), Map.of()))
        .hasMessageContaining("'crc' is unknown");
    assertThatThrownBy(() -> run("$hash('abc', 'md5')", Map.of()))
        .isInstanceOf(ProblemException.class);
  }
}
