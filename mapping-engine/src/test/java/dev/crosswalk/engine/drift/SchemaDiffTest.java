package dev.crosswalk.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.drift.SchemaDiff.AttributeChange;
import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person is told after a refresh. */
class SchemaDiffTest {
  private static final Field EMAIL = Field.builder("Email", FieldType.EMAIL).length(80).build();
  private static final Field TIER =
      Field.builder("Tier__c", FieldType.ENUM)
          .values(List.of(PicklistValue.of("Gold"), PicklistValue.of("Silver")))
          .build();

  private static Schema schema(SchemaObject... objects) {
    return Schema.of("salesforce", List.of(objects));
  }

  @Test
  void a_schema_does_not_differ_from_itself() {
    Schema schema = schema(SchemaObject.of("Contact", List.of(EMAIL, TIER)));
    assertThat(SchemaDiff.of(schema, schema).isEmpty()).isTrue();
  }

  @Test
  void objects_and_fields_that_come_and_go_are_named() {
    Schema before =
        schema(
            SchemaObject.of("Contact", List.of(EMAIL)), SchemaObject.of("Old__c", List.of(EMAIL)));
    Schema after =
        schema(
            SchemaObject.of("Contact", List.of(TIER)), SchemaObject.of("New__c", List.of(EMAIL)));
    SchemaDiff diff = SchemaDiff.of(before, after);
    assertThat(diff.addedObjects()).containsExactly("New__c");
    assertThat(diff.removedObjects()).containsExactly("Old__c");
    assertThat(diff.fields())
        .containsExactly(
            new FieldChange("Contact", "Email", Kind.REMOVED, List.of()),
            new FieldChange("Contact", "Tier__c", Kind.ADDED, List.of()));
  }

  @Test
  void what_is_hidden_is_no_change_where_an_older_file_calls_it_deprecated_or_says_nothing() {
    Field older = EMAIL.toBuilder().deprecated(true).build();
    Field plain = EMAIL.toBuilder().deprecated(false).build();
    Field hidden = EMAIL.toBuilder().hidden(true).build();
    Field open = EMAIL.toBuilder().hidden(false).build();
    assertThat(SchemaDiff.differ(older, hidden)).isFalse();
    assertThat(SchemaDiff.differ(plain, open)).isFalse();
    assertThat(
            SchemaDiff.of(
                    schema(SchemaObject.of("Contact", List.of(plain))),
                    schema(SchemaObject.of("Contact", List.of(hidden))))
                .fields())
        .singleElement()
        .satisfies(f ->
            assertThat(f.attributes())
                .containsExactly(new AttributeChange("hidden", "false", "true")));
  }

  @Test
  void a_changed_field_says_what_it_was_and_is_but_a_new_label_is_no_change() {
    Field changed =
        TIER.toBuilder()
            .label("Customer tier")
            .required(true)
            .values(List.of(PicklistValue.of("Gold")))
            .build();
    SchemaDiff diff =
        SchemaDiff.of(
            schema(SchemaObject.of("Account", List.of(TIER, EMAIL))),
            schema(
                SchemaObject.of(
                    "Account", List.of(changed, EMAIL.toBuilder().label("Mail").build()))));
    assertThat(diff.fields())
        .containsExactly(
            new FieldChange(
                "Account",
                "Tier__c",
                Kind.CHANGED,
                List.of(
                    new AttributeChange("required", "unknown", "true"),
                    new AttributeChange("values", "Gold, Silver", "Gold"))));
  }
}
