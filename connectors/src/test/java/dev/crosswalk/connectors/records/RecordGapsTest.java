package dev.crosswalk.connectors.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who writes a connector learns where its fields are called otherwise than its records. */
final class RecordGapsTest {
  private static final SchemaObject DEAL =
      SchemaObject.of(
          "deal",
          List.of(
              Field.builder("name", FieldType.STRING).build(),
              Field.builder("owner", FieldType.REFERENCE).build(),
              Field.builder("address", FieldType.COMPOUND).build(),
              Field.builder("address.city", FieldType.STRING).partOf("address").build()));

  @Test
  void bothSidesAreTold() {
    RecordGaps gaps =
        RecordGaps.of(
            DEAL,
            List.of(
                Map.of("name", "a", "ownerId", 3, "address", Map.of("city", "Rome")),
                Map.of("name", "b", "ownerId", 4)));
    assertThat(gaps.unseen()).containsExactly("owner");
    assertThat(gaps.unnamed()).containsExactly("ownerId");
    assertThat(gaps.problem().orElseThrow().what())
        .isEqualTo(
            "In 2 records of 'deal' nobody has seen owner, and there are names that are no field:"
                + " ownerId.");
  }

  @Test
  void aWholeIsNamedByItsParts() {
    SchemaObject parts =
        SchemaObject.of(
            "deal", List.of(Field.builder("own.size", FieldType.INTEGER).partOf("own").build()));
    assertThat(RecordGaps.of(parts, List.of(Map.of("own", Map.of("size", 3)))).problem()).isEmpty();
  }

  @Test
  void anEmptyValueIsSeenAndNoRecordsAreNoGap() {
    assertThat(RecordGaps.of(DEAL, List.of()).problem()).isEmpty();
    Map<String, Object> all = Map.of("name", "a", "address", Map.of());
    RecordGaps gaps = RecordGaps.of(DEAL, List.of(all, Collections.singletonMap("owner", null)));
    assertThat(gaps.problem()).isEmpty();
  }
}
