package dev.crosswalk.app.studio.mapping.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: what a row says to the line that is dragged over it, by type alone. */
class TypeFitTest {
  private static TypeFit fit(FieldType from, FieldType to) {
    return TypeFit.of(Field.builder("from", from).build(), Field.builder("to", to).build());
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, STRING, FITS",
    "INTEGER, DECIMAL, FITS",
    "DATE, DATETIME, FITS",
    "ENUM, ENUM_OPEN, FITS",
    "STRING, DATE, CONVERTS",
    "DECIMAL, STRING, CONVERTS",
    "DECIMAL, INTEGER, CONVERTS",
    "BOOLEAN, INTEGER, CONVERTS",
    "STRING, ENUM, CONVERTS",
    "DATE, BOOLEAN, CLASHES",
    "COMPOUND, STRING, CLASHES",
    "MULTI_ENUM, ENUM, CLASHES"
  })
  void a_type_fits_or_is_converted_or_cannot_be(
      FieldType from, FieldType to, TypeFit.Verdict verdict) {
    assertThat(fit(from, to).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void every_type_fits_itself_and_where_anything_goes(FieldType type) {
    assertThat(fit(type, type).verdict()).isEqualTo(TypeFit.Verdict.FITS);
    assertThat(fit(type, FieldType.ANY).verdict()).isEqualTo(TypeFit.Verdict.FITS);
  }

  @Test
  void each_verdict_is_said_with_both_types() {
    for (FieldType to : new FieldType[] {FieldType.TEXT, FieldType.DATE, FieldType.BOOLEAN}) {
      TypeFit fit = fit(FieldType.DATE, to);
      assertThat(fit.words(MappingFixture.TEXTS)).as(fit.toString()).isNotBlank();
    }
    assertThat(fit(FieldType.DATE, FieldType.BOOLEAN).words(MappingFixture.TEXTS))
        .contains(FieldType.DATE.word(), FieldType.BOOLEAN.word());
  }
}
