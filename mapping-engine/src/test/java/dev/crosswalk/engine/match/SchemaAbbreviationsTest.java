package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects that a schema's own labels explain its short words, and that chance explains none. */
class SchemaAbbreviationsTest {
  @Test
  void aLabelExplainsTheShortWordsOfItsName() {
    Map<String, List<String>> learned =
        learned(
            field("SHP_STTS__c", "Shipping status"),
            field("ARR__c", "Annual recurring revenue"),
            field("Kdgr", "Kundengruppe"));
    assertThat(learned)
        .containsEntry("shp", List.of("shipping"))
        .containsEntry("stts", List.of("status"))
        .containsEntry("arr", List.of("annual", "recurring", "revenue"))
        .containsEntry("kdgr", List.of("kundengruppe"));
  }

  @Test
  void whatFieldsExplainInTwoWaysOrOnlyByChanceIsNotLearned() {
    Map<String, List<String>> learned =
        learned(
            field("prd_a", "Product a"),
            field("prd_b", "Period b"),
            field("zone_x", "Zoning extra remark"),
            field("foo", "Bar"));
    assertThat(learned).doesNotContainKeys("prd", "foo", "x");
  }

  @Test
  void theThesaurusGoesBefore() {
    Map<String, List<String>> standard = Thesaurus.standard().abbreviations();
    assertThat(learned(field("qty", "Quatityx"))).containsEntry("qty", standard.get("qty"));
  }

  @Test
  void aFieldWithoutALabelIsReadByWhatAnotherExplains() {
    Field explained = field("PRFLV_STTS", "Preferential level status");
    Field bare = Field.builder("BLKG_STTS", FieldType.STRING).build();
    Field other = Field.builder("BLKG_STRT", FieldType.STRING).build();
    Field wanted = Field.builder("blocking_status", FieldType.STRING).build();
    TargetSuggestion found =
        new FieldMatcher()
            .suggest(
                MatchRequest.of(
                    schema("erp", List.of(explained, other, bare)), schema("own", List.of(wanted))))
            .targets()
            .get(0);
    assertThat(found.candidates().get(0).sourceFields()).containsExactly("BLKG_STTS");
  }

  private static Map<String, List<String>> learned(Field... fields) {
    return SchemaAbbreviations.of(
        Thesaurus.standard(), List.of(schema("crm", List.of(fields)), schema("own", List.of())));
  }

  private static Schema schema(String system, List<Field> fields) {
    return Schema.of(system, List.of(SchemaObject.of("Account", fields)));
  }

  private static Field field(String name, String label) {
    return Field.builder(name, FieldType.STRING).label(label).build();
  }
}
