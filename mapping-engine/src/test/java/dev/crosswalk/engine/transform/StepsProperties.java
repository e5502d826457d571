package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.transform.Declaration.Trait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** Laws of all steps: none throws, kinds are as declared, and the idempotent ones are. */
class StepsProperties {

  /** Every step with the parameters of each of its examples. */
  private static final List<CompiledStep> COMPILED =
      Steps.all().stream()
          .map(Step::declaration)
          .flatMap(d ->
              d.examples().stream().map(e -> new StepCall(d.name(), e.parameters())).distinct())
          .map(call -> CompiledStep.compile(call, Mappings.CONTEXT))
          .toList();

  @Provide
  Arbitrary<Object> anyValue() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(40).map(Object.class::cast),
            Arbitraries.strings()
                .withChars("0123456789 +-.,()%eE/:TZ@$€\u00a0ab")
                .ofMaxLength(25)
                .map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.integers().map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.bigDecimals().map(Object.class::cast),
            Arbitraries.of(
                    true,
                    false,
                    "",
                    " ",
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    new BigDecimal("1e-999999"),
                    new BigDecimal("1e999999"),
                    "\ud800",
                    "2024-02-30",
                    "+99999999999999999999")
                .map(Object.class::cast));
    return Arbitraries.oneOf(
        scalars,
        scalars.injectNull(0.2).list().ofMaxSize(4).map(Object.class::cast),
        Arbitraries.just(Map.of("street", "1 High St")).map(Object.class::cast));
  }

  @Property(tries = 300)
  void noStepThrowsAndResultsAreOfTheDeclaredKind(@ForAll("anyValue") Object value) {
    for (CompiledStep step : COMPILED) {
      Declaration declaration = step.declaration();
      Object result = step.apply(value);
      if (result instanceof Failure failure) {
        assertThat(declaration.is(Trait.CAN_FAIL) || declaration.is(Trait.AS_TEXT)).isTrue();
        assertThat(failure.message()).endsWith(".");
      } else if (result != null
          && !(declaration.is(Trait.EACH) && value instanceof List)
          && declaration.gives().size() == 1) {
        assertThat(result).isInstanceOf(type(declaration.gives().iterator().next()));
      }
    }
  }

  private static Class<?> type(Kind kind) {
    return switch (kind) {
      case TEXT, DATE, DATETIME -> String.class;
      case NUMBER -> Number.class;
      case BOOLEAN -> Boolean.class;
      case LIST -> List.class;
      case OBJECT -> Map.class;
    };
  }

  @Property(tries = 300)
  void idempotentStepsAre(@ForAll("anyValue") Object value) {
    for (CompiledStep step : COMPILED) {
      Object once = step.apply(value);
      if (step.declaration().is(Trait.IDEMPOTENT) && !(once instanceof Failure)) {
        assertThat(step.apply(once)).as(step.declaration().name()).isEqualTo(once);
      }
    }
  }

  @Property(tries = 300)
  void everyDateComesBackFromEveryPattern(@ForAll("days") LocalDate day) {
    for (String pattern : List.of("dd/MM/yyyy", "MM-dd-yyyy", "yyyyMMdd", "d MMMM yyyy")) {
      String written =
          day.format(
              java.time.format.DateTimeFormatter.ofPattern(pattern, java.util.Locale.ENGLISH));
      assertThat(run("date", Map.of("format", pattern), written)).isEqualTo(day.toString());
    }
    assertThat(run("date", Map.of("zone", "Pacific/Kiritimati"), day.toString()))
        .isEqualTo(day.toString());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1000, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property(tries = 300)
  void plainNumbersComeBack(
      @ForAll @BigRange(min = "-1e30", max = "1e30") @Scale(9) BigDecimal number) {
    Object read = run("number", Map.of(), number.toPlainString());
    assertThat(new BigDecimal(read.toString())).isEqualByComparingTo(number);
  }

  private static Object run(String step, Map<String, Object> parameters, Object value) {
    return CompiledStep.compile(new StepCall(step, parameters), Mappings.CONTEXT).apply(value);
  }
}
