package dev.crosswalk.connectors.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who writes a connector learns which values come otherwise than their fields are described. */
final class RecordLooksTest {
  private static final SchemaObject BOAT =
      SchemaObject.of(
          "boat",
          List.of(
              Field.builder("berths", FieldType.INTEGER).build(),
              Field.builder("insured", FieldType.BOOLEAN).build(),
              Field.builder("owner", FieldType.REFERENCE).build(),
              Field.builder("services", FieldType.MULTI_ENUM).build(),
              Field.builder("launched", FieldType.DATE).build(),
              Field.builder("hull", FieldType.ENUM)
                  .values(List.of(PicklistValue.of("w"), PicklistValue.of("s")))
                  .build(),
              Field.builder("extra", FieldType.JSON).build()));

  @Test
  void whatIsNotLikeItsTypeIsToldOnceForEachField() {
    RecordLooks looks =
        RecordLooks.of(
            BOAT,
            List.of(
                Map.of("berths", "3", "insured", 1, "owner", Map.of("id", 4)),
                Map.of("berths", "4", "services", "power", "launched", "11/05/2010"),
                Map.of("hull", "Wood")));
    assertThat(looks.odd())
        .containsExactly(
            "berths (integer) holds a text",
            "insured (boolean) holds a number",
            "owner (reference) holds an object",
            "services (multi-enum) holds a text",
            "launched (date) holds a text that is no ISO 8601 date",
            "hull (enum) holds what is none of its choices");
    assertThat(looks.problem().orElseThrow().what())
        .startsWith("In records of 'boat' berths (integer) holds a text, ");
  }

  @Test
  void whatIsLikeItsTypeOrEmptyIsNotTold() {
    RecordLooks looks =
        RecordLooks.of(
            BOAT,
            List.of(
                Map.of("berths", 3, "insured", true, "owner", 4, "services", List.of("power")),
                Map.of("launched", "2010-05-11", "hull", "w", "extra", Map.of("a", List.of(1))),
                Map.of("hull", "", "berths", "")));
    assertThat(looks.problem()).isEmpty();
  }
}
