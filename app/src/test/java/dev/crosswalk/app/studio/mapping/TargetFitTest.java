package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Outcome;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: a value that the target does not take is said to be one, and no other is. */
class TargetFitTest {

  private static List<Message> said(Field target, Object value) {
    FieldOutcome made = new FieldOutcome(Status.SET, value, false, value, List.of(), List.of());
    Outcome outcome = new Outcome(Map.of(target.name(), value), Map.of(target.name(), made), false);
    SchemaObject object = SchemaObject.of("person", List.of(target));
    Outcome judged = TargetFit.judged(outcome, object);
    assertThat(judged.record()).isEqualTo(outcome.record());
    return judged.fields().get(target.name()) instanceof FieldOutcome f ? f.messages() : List.of();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, a@b.io, true",
    "EMAIL, 15416596102, false",
    "PHONE, +49 89 123456, true",
    "PHONE, Web, false",
    "URL, www.acme.example, true",
    "URL, acme, false",
    "DECIMAL, -1.5, true",
    "DECIMAL, many, false",
    "BOOLEAN, true, true",
    "BOOLEAN, yes, false",
    "DATE, 2026-02-01, true",
    "DATE, 01/02/2026, false",
    "DATETIME, 2026-02-01T10:00:00Z, true",
    "DATETIME, 2026-02-01, false",
    "STRING, anything at all, true",
    "REFERENCE, 003, true",
  })
  void aTextIsOfTheTargetsKindOrSaidNotToBe(FieldType type, String value, boolean fits) {
    List<Message> said = said(Field.builder("x", type).build(), value);
    if (fits) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said).singleElement().matches(m -> !m.error() && m.text().contains(value));
    }
  }

  @Test
  void aPicklistThatIsClosedTakesOnlyItsValues() {
    List<PicklistValue> values = List.of(PicklistValue.of("amer"), PicklistValue.of("emea"));
    Field closed = Field.builder("x", FieldType.ENUM).values(values).build();
    assertThat(said(closed, "emea")).isEmpty();
    assertThat(said(closed, "north")).singleElement().matches(m -> m.text().contains("'north'"));
    Field several = Field.builder("x", FieldType.MULTI_ENUM).values(values).build();
    assertThat(said(several, List.of("amer", "emea"))).isEmpty();
    assertThat(said(several, List.of("amer", "south"))).hasSize(1);
    Field open = Field.builder("x", FieldType.ENUM_OPEN).values(values).build();
    assertThat(said(open, "north")).isEmpty();
    assertThat(said(Field.builder("x", FieldType.ENUM).build(), "north")).isEmpty();
  }

  @Test
  void aWholeRecordIsNoText() {
    assertThat(said(Field.builder("x", FieldType.EMAIL).build(), Map.of("Id", "1"))).hasSize(1);
  }
}
