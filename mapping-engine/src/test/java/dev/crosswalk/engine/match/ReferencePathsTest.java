package dev.crosswalk.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Protects that what stands one step along a reference is found, and only where it is asked for.
 */
class ReferencePathsTest {
  private static final SchemaObject USER =
      object(
          "User",
          field("Id", FieldType.ID),
          field("Name", FieldType.STRING),
          field("Email", FieldType.EMAIL),
          field("LastLoginDate", FieldType.DATETIME));
  private static final SchemaObject DEAL =
      object(
          "Deal",
          field("Id", FieldType.ID),
          field("Title", FieldType.STRING),
          Field.builder("OwnerId", FieldType.REFERENCE)
              .references(List.of("Group", "User"))
              .relationship("Owner")
              .build());

  @Test
  void findsTheEmailOfTheOwnerBehindTheOwnersKeyAndSaysSo() {
    Candidate best = best(field("owner_email", FieldType.EMAIL), DEAL, USER);
    assertThat(best.sourceFields()).containsExactly("Owner.Email");
    assertThat(best.paths()).containsExactly("Owner.Email");
    assertThat(best.sources()).containsExactly("Deal.Owner.Email");
    assertThat(best.why()).startsWith("Email of the User that Owner refers to");
  }

  @Test
  void aFieldOfItsOwnGoesBeforeAPath() {
    List<Field> fields = new ArrayList<>(DEAL.fields());
    fields.add(field("Owner_Email__c", FieldType.EMAIL));
    SchemaObject deal = object("Deal", fields.toArray(Field[]::new));
    Candidate best = best(field("owner_email", FieldType.EMAIL), deal, USER);
    assertThat(best.sourceFields()).containsExactly("Owner_Email__c");
    assertThat(best.crosses()).isFalse();
  }

  @Test
  void noPathIsOfferedWhereTheTargetAsksForNothingBehindTheReference() {
    for (Field target :
        List.of(
            field("email", FieldType.EMAIL),
            field("name", FieldType.STRING),
            field("owner_id", FieldType.ID))) {
      assertThat(suggest(target, DEAL, USER).candidates())
          .as(target.name())
          .noneMatch(Candidate::crosses);
    }
  }

  @Test
  void whatSaysMostOfTheRecordIsFoundInWhateverOrderItStands() {
    List<Field> fields = new ArrayList<>();
    for (String name :
        List.of("Title", "Code", "Number", "Domain", "Website", "Phone", "Username", "Email")) {
      fields.add(field(name, FieldType.STRING));
    }
    for (int turn = 0; turn < 2; turn++) {
      Schema schema = Schema.of("crm", List.of(DEAL, object("User", fields.toArray(Field[]::new))));
      assertThat(new ReferencePaths(Thesaurus.standard(), schema).of(DEAL).keySet())
          .containsExactly(
              "Owner.Email",
              "Owner.Phone",
              "Owner.Website",
              "Owner.Domain",
              "Owner.Username",
              "Owner.Number");
      Collections.reverse(fields);
    }
    Schema titled =
        Schema.of("crm", List.of(DEAL, object("User", field("Title", FieldType.STRING))));
    assertThat(new ReferencePaths(Thesaurus.standard(), titled).of(DEAL))
        .containsOnlyKeys("Owner.Title");
  }

  @Test
  void onlyObjectsOfTheSchemaAreFollowed() {
    assertThat(suggest(field("owner_email", FieldType.EMAIL), DEAL).candidates())
        .noneMatch(Candidate::crosses);
  }

  @Test
  void aNameThatHoldsADotIsQuotedAndAPathIsNot() {
    SchemaObject flat = object("Deal", field("owner.email", FieldType.EMAIL));
    assertThat(best(field("owner_email", FieldType.EMAIL), flat).paths())
        .containsExactly("['owner.email']");
  }

  private static Candidate best(Field target, SchemaObject... source) {
    return suggest(target, source).candidates().get(0);
  }

  private static TargetSuggestion suggest(Field target, SchemaObject... source) {
    return new FieldMatcher()
        .suggest(
            new MatchRequest(
                Schema.of("crm", List.of(source)),
                Schema.of("model", List.of(object("Deal", target))),
                List.of(new MatchRequest.Pair("Deal", "Deal")),
                Map.of(),
                History.NONE,
                5))
        .targets()
        .get(0);
  }

  private static Field field(String name, FieldType type) {
    return Field.builder(name, type).build();
  }

  private static SchemaObject object(String name, Field... fields) {
    return new SchemaObject(name, null, null, null, null, null, null, List.of(fields));
  }
}
