package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Protects: who asks without saying which objects go together gets an answer for each target. */
class ObjectChoiceTest {
  private static SchemaObject object(String name, String... fields) {
    return SchemaObject.of(
        name, Stream.of(fields).map(f -> Field.builder(f, FieldType.STRING).build()).toList());
  }

  private static final SchemaObject LEAD =
      object("Lead", "FirstName", "LastName", "Email", "Company", "Website", "NumberOfEmployees");
  private static final SchemaObject CONTACT = object("Contact", "FirstName", "LastName", "Email");
  private static final SchemaObject ACCOUNT =
      object("Account", "Name", "Website", "NumberOfEmployees");

  /** The first candidate of each target. */
  private static Map<String, String> first(List<SchemaObject> source, List<SchemaObject> target) {
    return new FieldMatcher()
        .suggest(MatchRequest.of(Schema.of("a", source), Schema.of("b", target))).targets().stream()
            .collect(
                Collectors.toMap(
                    TargetSuggestion::target,
                    t ->
                        t.candidates().isEmpty()
                            ? "-"
                            : String.join(" + ", t.candidates().getFirst().sources())));
  }

  @Test
  void oneObjectFeedsSeveral() {
    Map<String, String> first = first(List.of(LEAD), List.of(CONTACT, ACCOUNT));
    assertThat(first)
        .containsEntry("Contact.Email", "Lead.Email")
        .containsEntry("Contact.LastName", "Lead.LastName")
        .containsEntry("Account.Website", "Lead.Website")
        .containsEntry("Account.NumberOfEmployees", "Lead.NumberOfEmployees");
  }

  @Test
  void theFieldsDecideWhereNamesOfObjectsSayNothing() {
    SchemaObject people = object("T4711", "first_name", "last_name", "e_mail", "note");
    SchemaObject firms = object("T4712", "firm", "web_site", "employees", "note");
    List<SchemaObject> source = List.of(people, firms);
    List<SchemaObject> target =
        List.of(object("X1", "FirstName", "Email", "Note"), object("X2", "Website", "Note"));
    Map<String, String> first = first(source, target);
    assertThat(first)
        .containsEntry("X1.FirstName", "T4711.first_name")
        .containsEntry("X1.Email", "T4711.e_mail")
        .containsEntry("X1.Note", "T4711.note")
        .containsEntry("X2.Website", "T4712.web_site");
    assertThat(first(source.reversed(), target.reversed())).isEqualTo(first);
  }

  @Test
  void theObjectOfTheSameNameGoesBeforeOthersWithTheSameFields() {
    List<SchemaObject> both = List.of(CONTACT, LEAD, ACCOUNT);
    Map<String, String> first = first(both, both);
    first.forEach((target, source) -> assertThat(source).isEqualTo(target));
  }

  @Test
  void pairsByHandAreTheOnlyOnes() {
    Schema source = Schema.of("a", List.of(LEAD, CONTACT));
    Schema target = Schema.of("b", List.of(CONTACT, ACCOUNT));
    Suggestions by =
        new FieldMatcher()
            .suggest(
                new MatchRequest(
                    source,
                    target,
                    List.of(new MatchRequest.Pair("Lead", "Contact")),
                    Map.of(),
                    History.NONE,
                    5));
    assertThat(by.targets().stream().map(TargetSuggestion::targetObject).distinct())
        .containsExactly("Contact");
    assertThat(by.targets().stream().flatMap(t -> t.candidates().stream()))
        .allSatisfy(c -> assertThat(c.sourceObject()).isEqualTo("Lead"));
  }

  @Test
  void aSourceWithoutObjectsGivesNoCandidates() {
    assertThat(first(Collections.emptyList(), List.of(CONTACT)).values())
        .allSatisfy(source -> assertThat(source).isEqualTo("-"));
  }
}
