package dev.crosswalk.engine.export;

import static dev.crosswalk.engine.transform.Mappings.fallback;
import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static dev.crosswalk.engine.transform.Mappings.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.text.Jsonata;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Mappings;
import dev.crosswalk.engine.transform.StepContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSONata written beside an export gives what the mapping itself gives. */
class MappingJsonataTest {
  private static final List<FieldMapping> FIELDS =
      List.of(
          from("A"),
          from("B.C", step("trim"), step("upper")),
          from(List.of("A", "B.C"), step("trim"), step("join", "separator", "-")),
          from("A", step("split"), step("lower")),
          when(from("A"), "$exists(B)"),
          fallback(from("A", step("collapse")), "none"),
          from("A", step("default", "value", "x")),
          values(from("A"), new ValueMap(record("red;blue", "r"), new SetOther("other"), false)),
          values(
              from("A", step("split")),
              new ValueMap(record("red", "r", "blue", "b"), new SetOther("o"), false)),
          field(new Expr("A & '!'")));

  private static final List<Map<String, Object>> RECORDS =
      List.of(
          record("A", "red;blue", "B", record("C", " x ")),
          record("A", null, "B", record("C", "y")),
          record("A", "", "B", null),
          record("A", "  Red ", "B", record()),
          record("A", "one; two ;green", "B", record("C", null)));

  @Test
  void everyExpressionGivesWhatTheMappingGives() {
    for (FieldMapping field : FIELDS) {
      CompiledMapping mapping =
          CompiledMapping.compile(Mappings.of(Map.of("t", field)), null, null);
      String text = MappingJsonata.of(field, StepContext.STANDARD).orElseThrow();
      Jsonata expression = Jsonata.compile(text, Jsonata.Rules.FOR_MAPPINGS);
      for (Map<String, Object> record : RECORDS) {
        assertThat(expression.evaluate(record, Map.of()))
            .as("%s on %s", text, record)
            .isEqualTo(mapping.apply(record).record().get("t"));
      }
    }
  }

  @Test
  void stepsWithoutJsonataAreNamed() {
    FieldMapping field = from("A", step("trim"), step("phone"), step("email"), step("phone"));
    assertThat(MappingJsonata.of(field, StepContext.STANDARD)).isEmpty();
    assertThat(MappingJsonata.obstacle(field, StepContext.STANDARD)).isEqualTo("phone, email");
  }
}
