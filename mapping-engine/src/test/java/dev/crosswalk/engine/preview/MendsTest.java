package dev.crosswalk.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.match.ValuePairs;
import dev.crosswalk.engine.preview.Mends.Mend;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Protects: a mend is offered where types clash, and it is the one that the samples speak for. */
class MendsTest {
  private final Mends mends = new Mends(new ValuePairs());

  private static Field text(String name) {
    return Field.builder(name, FieldType.STRING).build();
  }

  private static Field enumeration(String name, String... values) {
    return Field.builder(name, FieldType.ENUM)
        .values(List.of(values).stream().map(PicklistValue::of).toList())
        .build();
  }

  private Optional<Mend> find(
      Field source, Field target, FieldMapping field, List<Map<String, Object>> records) {
    Mapping mapping =
        new Mapping(
            "m",
            null,
            null,
            new Mapping.Endpoint("s", null, "S", null),
            new Mapping.Endpoint("t", null, "T", null),
            Mapping.Direction.READ,
            Mapping.Defaults.STANDARD,
            List.of(),
            List.of(),
            new TreeMap<>(Map.of(target.name(), field)),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    return mends.find(
        mapping,
        target.name(),
        SchemaObject.of("S", List.of(source)),
        SchemaObject.of("T", List.of(target)),
        Lookups.NONE,
        records);
  }

  @Test
  void theDateFormatIsTheOneThatTheSamplesAreWrittenIn() {
    List<Map<String, Object>> records =
        List.of(Map.of("born", "25/03/1990"), Map.of("born", "01/12/1985"), Map.of());
    Mend mend =
        find(
                text("born"),
                Field.builder("birthday", FieldType.DATE).build(),
                FieldMapping.of(From.of("born")),
                records)
            .orElseThrow();
    assertThat(mend.added()).isEqualTo(new StepCall("date", Map.of("format", "d/M/yyyy")));
    assertThat(mend.fits()).isEqualTo(2);
    assertThat(mend.seen()).isEqualTo(2);
    assertThat(mend.field().use()).containsExactly(mend.added());
  }

  @Test
  void aNumberWithACommaIsReadWithAComma() {
    Mend mend =
        find(
                text("amount"),
                Field.builder("amount", FieldType.DECIMAL).build(),
                FieldMapping.of(From.of("amount")),
                List.of(Map.of("amount", "1.234,50"), Map.of("amount", "7,25")))
            .orElseThrow();
    assertThat(mend.added().parameters()).containsEntry("decimal", ",");
    assertThat(mend.fits()).isEqualTo(2);
  }

  @Test
  void picklistsThatDifferGetAValueMapOfWhatIsAlike() {
    Mend mend =
        find(
                enumeration("tier", "Gold", "SILVER", "Platin"),
                enumeration("level", "gold", "silver"),
                FieldMapping.of(From.of("tier")),
                List.of(Map.of("tier", "Gold"), Map.of("tier", "Platin")))
            .orElseThrow();
    assertThat(mend.added()).isNull();
    assertThat(mend.field().values().map())
        .containsOnly(Map.entry("Gold", "gold"), Map.entry("SILVER", "silver"));
    assertThat(mend.fits()).isEqualTo(1);
    assertThat(mend.seen()).isEqualTo(2);
  }

  @Test
  void severalSourcesForOneTextAreJoined() {
    Field name = text("name");
    SchemaObject source = SchemaObject.of("S", List.of(text("first"), text("last")));
    assertThat(source.fields()).hasSize(2);
    Mend mend =
        find(text("first"), name, FieldMapping.of(From.of(List.of("first", "first"))), List.of())
            .orElseThrow();
    assertThat(mend.added().name()).isEqualTo("join");
  }

  @Test
  void whereNothingClashesOrNothingHelpsThereIsNoMend() {
    assertThat(find(text("a"), text("b"), FieldMapping.of(From.of("a")), List.of(Map.of("a", "x"))))
        .isEmpty();
    assertThat(
            find(
                text("a"),
                Field.builder("b", FieldType.DATE).build(),
                FieldMapping.of(From.of("a")),
                List.of(Map.of("a", "no date at all"))))
        .isEmpty();
  }

  @Test
  void aPathSpeaksOfItsTargetOnly() {
    assertThat(Mends.targetOf("fields.email.use[0]", "email")).isTrue();
    assertThat(Mends.targetOf("fields.email", "email")).isTrue();
    assertThat(Mends.targetOf("fields.email_2.use", "email")).isFalse();
    assertThat(Mends.targetOf(null, "email")).isFalse();
  }
}
