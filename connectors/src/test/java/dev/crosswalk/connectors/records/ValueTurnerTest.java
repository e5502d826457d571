package dev.crosswalk.connectors.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.definition.ValueRule;
import dev.crosswalk.connectors.definition.ValueRule.Format;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the systems become ours; what does not suit its rule stays as it is. */
final class ValueTurnerTest {
  private static ValueRule rule(String split, boolean text, boolean empty, Format... formats) {
    return new ValueRule(
        split,
        text,
        empty,
        false,
        List.of(),
        List.of(),
        List.of(formats),
        List.of(),
        false,
        ZoneOffset.UTC,
        null,
        null,
        null);
  }

  private static final ValueTurner TURNER =
      new ValueTurner(
          Map.of(
              "*", rule(null, false, true),
              "decimal", rule(null, true, false),
              "boolean", rule(null, true, false),
              "multi-enum", rule(";", false, false),
              "date", rule(null, false, false, Format.ISO_DATE, Format.EPOCH_MILLIS),
              "datetime", rule(null, false, false, Format.ISO_OFFSET, Format.EPOCH_MILLIS),
              "time", rule(null, false, false, Format.ISO_TIME)));

  private static Object turn(FieldType type, Object value) {
    return TURNER.turn(value, Field.builder("f", type).build());
  }

  @ParameterizedTest
  @CsvSource({
    "DATETIME, 2026-11-21T03:00:00.000+0000, 2026-11-21T03:00:00Z",
    "DATETIME, 2026-11-21T03:00:00.5+0100, 2026-11-21T03:00:00.5+01:00",
    "DATETIME, 2026-11-21T03:00:00Z, 2026-11-21T03:00:00Z",
    "DATETIME, 1795230000000, 2026-11-21T03:00:00Z",
    "DATETIME, soon, soon",
    "DATE, 2026-11-21, 2026-11-21",
    "DATE, 2026-13-41, 2026-13-41",
    "DATE, 1795219200000, 2026-11-21",
    "TIME, 09:30:00.000Z, 09:30:00",
  })
  void times(FieldType type, String from, String to) {
    assertThat(turn(type, from)).isEqualTo(to);
  }

  @Test
  void textBecomesNumbersBooleansAndLists() {
    assertThat(turn(FieldType.DECIMAL, "12")).isEqualTo(12L);
    assertThat(turn(FieldType.DECIMAL, "12.50")).isEqualTo(new BigDecimal("12.50"));
    assertThat(turn(FieldType.DECIMAL, "n/a")).isEqualTo("n/a");
    assertThat(turn(FieldType.BOOLEAN, "true")).isEqualTo(true);
    assertThat(turn(FieldType.BOOLEAN, "perhaps")).isEqualTo("perhaps");
    assertThat(turn(FieldType.MULTI_ENUM, "a; b;;c")).isEqualTo(List.of("a", "b", "c"));
    assertThat(turn(FieldType.STRING, "")).isNull();
    assertThat(turn(FieldType.STRING, "0012")).isEqualTo("0012");
  }
}
