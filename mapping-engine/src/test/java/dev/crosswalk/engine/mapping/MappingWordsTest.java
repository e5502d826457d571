package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sentences of the Changes place. */
class MappingWordsTest {

  private static Mapping mapping(
      Map<String, FieldMapping> fields, Map<String, List<String>> rejected) {
    return new Mapping(
        "salesforce-contact-to-person",
        null,
        null,
        new Mapping.Endpoint("salesforce", null, "Contact", null),
        new Mapping.Endpoint("acme", null, "person", null),
        Mapping.Direction.READ,
        Mapping.Defaults.STANDARD,
        List.of(),
        List.of(),
        new TreeMap<>(fields),
        new TreeMap<>(rejected),
        new TreeMap<>(),
        Map.of());
  }

  private static FieldMapping from(String path, List<StepCall> use, ValueMap values, Origin by) {
    return FieldMapping.of(From.of(path)).withUse(use).withValues(values).withOrigin(by);
  }

  private static Mapping one(FieldMapping field) {
    return mapping(Map.of("email", field), Map.of());
  }

  @Test
  void another_source_is_said_in_mapping_words() {
    assertThat(
            MappingWords.diff(
                one(FieldMapping.of(From.of("Email"))),
                one(FieldMapping.of(From.of("Work_Email__c")))))
        .containsExactly("email now comes from Work_Email__c (before: Email).");
  }

  @Test
  void a_field_that_comes_or_goes_is_named_with_its_source() {
    Mapping empty = mapping(Map.of(), Map.of());
    Mapping with = one(from("Email", List.of(StepCall.of("trim")), null, null));
    assertThat(MappingWords.diff(empty, with))
        .containsExactly("email is new: it comes from Email through trim.");
    assertThat(MappingWords.diff(with, empty))
        .containsExactly("email is no longer mapped; it came from Email.");
  }

  @Test
  void what_a_step_is_told_is_said_as_people_read_it() {
    StepCall phone = new StepCall("phone", Map.of("format", "E164"));
    assertThat(
            MappingWords.diff(
                mapping(Map.of(), Map.of()), one(from("Phone", List.of(phone), null, null))))
        .containsExactly("email is new: it comes from Phone through phone (format E164).");
  }

  @Test
  void a_whole_mapping_is_one_sentence() {
    Mapping mapping = one(FieldMapping.of(From.of("Email")));
    assertThat(MappingWords.diff(null, mapping))
        .containsExactly("New mapping from salesforce Contact to acme person with 1 field.");
    assertThat(MappingWords.diff(mapping, null)).hasSize(1);
    assertThat(MappingWords.diff(null, null)).isEmpty();
  }

  @Test
  void values_are_told_one_by_one() {
    Mapping was =
        one(
            from(
                "Tier",
                List.of(),
                new ValueMap(Map.of("Gold", "g"), new RejectOther(), false),
                null));
    Mapping is =
        one(
            from(
                "Tier",
                List.of(),
                new ValueMap(Map.of("Gold", "gold", "Tin", "none"), new RejectOther(), true),
                null));
    assertThat(MappingWords.diff(was, is))
        .containsExactly(
            "email: the value \"Gold\" now becomes \"gold\" (before: \"g\").",
            "email: the value \"Tin\" now becomes \"none\".",
            "email: other values are rejected, with a warning.");
  }

  @Test
  void rejections_last_and_are_told() {
    Mapping was = mapping(Map.of(), Map.of("region", List.of("Old__c")));
    Mapping is = mapping(Map.of(), Map.of("region", List.of("Region_Legacy__c")));
    assertThat(MappingWords.diff(was, is))
        .containsExactly(
            "Region_Legacy__c was rejected for region.",
            "Old__c may be suggested for region again.");
  }

  @Test
  void who_proposed_a_field_is_no_change_to_records() {
    assertThat(
            MappingWords.diff(
                one(from("Email", List.of(), null, new Origin("person", null, null))),
                one(from("Email", List.of(), null, new Origin("suggestion", 0.9, "name")))))
        .isEmpty();
  }
}
