package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.transform.Declaration.Trait;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where a step claims to be expressible as JSONata, its examples give the same there. */
class StepsAsJsonataTest {

  @TestFactory
  Stream<DynamicTest> everyExampleGivesTheSameAsJsonata() {
    return Steps.all().stream()
        .map(Step::declaration)
        .filter(d -> d.is(Trait.JSONATA))
        .flatMap(d ->
            d.examples().stream()
                .filter(e -> compiled(d, e).jsonata("v").isPresent())
                .map(e ->
                    DynamicTest.dynamicTest(
                        d.name() + " " + Texts.shown(e.input()), () -> same(d, e))));
  }

  @TestFactory
  Stream<DynamicTest> stepsThatClaimItCanSayAtLeastOneExample() {
    return Steps.all().stream()
        .map(Step::declaration)
        .map(d ->
            DynamicTest.dynamicTest(
                d.name(),
                () ->
                    assertThat(
                            d.examples().stream()
                                .anyMatch(e -> compiled(d, e).jsonata("v").isPresent()))
                        .isEqualTo(d.is(Trait.JSONATA))));
  }

  private static CompiledStep compiled(Declaration d, Example e) {
    return CompiledStep.compile(new StepCall(d.name(), e.parameters()), Mappings.CONTEXT);
  }

  private static void same(Declaration d, Example example) {
    String text = compiled(d, example).jsonata("v").orElseThrow();
    Jsonata expression = Jsonata.compile(text, Jsonata.Rules.FOR_MAPPINGS);
    Map<String, Object> record = Mappings.record("v", example.input());
    if (example.error() != null) {
      assertThatThrownBy(() -> expression.evaluate(record, Map.of()))
          .isInstanceOf(ProblemException.class);
      return;
    }
    Object result = expression.evaluate(record, Map.of());
    if (example.output() instanceof Number number) {
      assertThat(new BigDecimal(String.valueOf(result)))
          .isEqualByComparingTo(new BigDecimal(number.toString()));
    } else {
      assertThat(result).as(text).isEqualTo(example.output());
    }
  }
}
