package dev.crosswalk.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.problem.ProblemException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: the quick way gives what the library gives, or leaves it to the library. */
class QuickExpressionTest {

  private static final List<String> SIMPLE =
      List.of(
          "a",
          "a.b",
          "`a`.`x y`",
          "a = 'x'",
          "a != 'x'",
          "a = b",
          "a > 5",
          "a <= b",
          "a = true",
          "a = 1 and b = 'x'",
          "a = 1 or b.c != 2",
          "(a or b) and c",
          "a and b",
          "a = 'x' ? 'yes' : 'no'",
          "a ? b",
          "a & '-' & b",
          "a & 'x' = b",
          "$v = 3",
          "$v",
          "\"lit\"",
          "-5",
          "a.b.c = 'x' or $v > 2",
          "a = 1 ? b = 2 ? 'p' : 'q' : c",
          "true and a",
          "a < 'm'",
          "a = -1",
          "b != a",
          "not",
          "$v & a");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$number(a)",
        "a[0]",
        "a + 1",
        "a in b",
        "/x/",
        "a.b[c=1]",
        "$uppercase(a)",
        "a ?: b",
        "a.$string()",
        "a..b",
        "*",
        "a ~> $f",
        "'x\\n'",
        "1.5",
        "a = null",
        "{'a': 1}",
        "[a]",
        "a; b",
        "$v.b",
        "01",
        "a := 1"
      })
  void otherExpressionsAreLeftToTheLibrary(String expression) {
    assertThat(QuickExpression.of(expression)).isEmpty();
  }

  @Property(tries = 500)
  void itGivesWhatTheLibraryGives(
      @ForAll("expressions") String text,
      @ForAll("records") Map<String, Object> record,
      @ForAll("scalars") Object v) {
    Jsonata whole = Jsonata.compile(text, Jsonata.Rules.FOR_MAPPINGS);
    Map<String, Object> bindings = new HashMap<>();
    bindings.put("v", v);
    Object quick =
        QuickExpression.of(text)
            .orElseThrow(() -> new AssertionError(text))
            .evaluate(record, bindings);
    if (quick != QuickExpression.UNSURE) {
      Object library;
      try {
        library = whole.byLibrary(record, bindings);
      } catch (ProblemException e) {
        library = e.toString();
      }
      assertThat(quick instanceof Integer i ? Long.valueOf(i) : quick)
          .as(text + " on " + record)
          .isEqualTo(library instanceof Integer i ? Long.valueOf(i) : library);
    }
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(SIMPLE);
  }

  @Provide
  Arbitrary<Object> scalars() {
    return Arbitraries.of(
            "x", "", "m", "1", 0, 1, 2, 5, 6L, -1, true, false, 1.5, List.of("x"), List.of(1, 2))
        .map(Object.class::cast)
        .injectNull(0.1);
  }

  @Provide
  Arbitrary<Map<String, Object>> records() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(scalars(), scalars().map(s -> nested(s)).map(Object.class::cast));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c"), values)
        .ofMaxSize(3)
        .map(m -> (Map<String, Object>) new LinkedHashMap<>(m));
  }

  private static Map<String, Object> nested(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", value);
    map.put("c", value == null ? Map.of() : Map.of("c", value));
    map.put("x y", "quoted");
    return map;
  }
}
