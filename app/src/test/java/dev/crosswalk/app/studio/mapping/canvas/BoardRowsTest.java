package dev.crosswalk.app.studio.mapping.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Grouping, folding and filtering keep every link's end on a row, or on none. */
class BoardRowsTest {
  private final List<FieldFacts> fields =
      List.of(
          facts(Field.builder("Email", FieldType.EMAIL)),
          facts(Field.builder("Birthdate", FieldType.DATE)),
          facts(
              Field.builder("Tier__c", FieldType.ENUM)
                  .custom(true)
                  .description("How much attention a customer gets")
                  .values(List.of(PicklistValue.of("Gold")))),
          facts(Field.builder("Region__c", FieldType.STRING).custom(true).label("Sales region")));

  private static FieldFacts facts(Field.Builder field) {
    return new FieldFacts(field.build(), Double.NaN);
  }

  private BoardRows rows(FieldFilter filter, Set<String> folded) {
    return BoardRows.of(fields, filter, folded, p -> FieldState.NONE);
  }

  @Test
  void fieldsStandUnderTheirGroups() {
    BoardRows rows = rows(FieldFilter.ALL, Set.of());
    assertThat(rows.rows().getFirst()).isEqualTo(new BoardRow.Group("Identity", 1, true));
    assertThat(rows.rowOf("Email")).isEqualTo(1);
    assertThat(rows.rowOf("Region__c")).isEqualTo(6);
    assertThat(rows.rows()).hasSize(7);
  }

  @Test
  void linksOfAFoldedGroupEndAtItsHeading() {
    BoardRows rows = rows(FieldFilter.ALL, Set.of("Custom"));
    assertThat(rows.rowOf("Tier__c")).isEqualTo(rows.rowOf("Region__c")).isEqualTo(4);
    assertThat(rows.rows()).hasSize(5);
    assertThat(rows.shown()).isEqualTo(4);
  }

  @Test
  void aSearchLooksAtAllThatIsSaidOfAFieldAndOpensGroups() {
    Set<String> folded = Set.of("Custom");
    assertThat(rows(FieldFilter.ALL.withText("gold"), folded).rowOf("Tier__c")).isEqualTo(1);
    assertThat(rows(FieldFilter.ALL.withText("REGION sales"), folded).shown()).isEqualTo(1);
    assertThat(rows(FieldFilter.ALL.withText("date"), folded).rowOf("Birthdate")).isEqualTo(1);
    assertThat(rows(FieldFilter.ALL.withText("attention"), folded).rowOf("Tier__c")).isEqualTo(1);
    assertThat(rows(FieldFilter.ALL.withText("nothing"), folded).rows()).isEmpty();
    assertThat(rows(FieldFilter.ALL.withText("gold"), folded).rowOf("Email")).isEqualTo(-1);
  }

  @Test
  void facetsNarrowTheList() {
    FieldFilter custom = new FieldFilter("", Set.of(Facet.CUSTOM));
    assertThat(rows(custom, Set.of()).shown()).isEqualTo(2);
    FieldFilter unmapped = new FieldFilter("", Set.of(Facet.UNMAPPED));
    BoardRows rows =
        BoardRows.of(
            fields,
            unmapped,
            Set.of(),
            p ->
                p.equals("Email")
                    ? new FieldState(true, false, true, false, "feeds email")
                    : FieldState.NONE);
    assertThat(rows.rowOf("Email")).isEqualTo(-1);
    assertThat(rows.shown()).isEqualTo(3);
  }
}
