package dev.crosswalk.engine.transform;

import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clashes between a mapping and its schemas are found before it runs, with target and mend. */
class MappingTypesTest {
  private static final SchemaObject SOURCE =
      SchemaObject.of(
          "Contact",
          List.of(
              Field.builder("Name", FieldType.STRING).length(255).build(),
              Field.builder("Birth__c", FieldType.STRING).length(10).build(),
              Field.builder("Amount", FieldType.DECIMAL).build(),
              Field.builder("Active", FieldType.BOOLEAN).build(),
              Field.builder("OwnerId", FieldType.REFERENCE).relationship("Owner").build(),
              Field.builder("Tier", FieldType.ENUM).values(picks("Gold", "Silver", "Tin")).build(),
              Field.builder("Stage", FieldType.ENUM)
                  .length(255)
                  .restricted(false)
                  .values(picks("New", "On Hold"))
                  .build(),
              Field.builder("Reason", FieldType.ENUM)
                  .length(255)
                  .values(picks("New", "x".repeat(101)))
                  .build(),
              Field.builder("Tags", FieldType.STRING_LIST).build()));

  private static final SchemaObject TARGET =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("name", FieldType.STRING).length(100).build(),
              Field.builder("born", FieldType.DATE).build(),
              Field.builder("seen", FieldType.DATETIME).build(),
              Field.builder("amount", FieldType.DECIMAL).build(),
              Field.builder("active", FieldType.BOOLEAN).build(),
              Field.builder("tier", FieldType.ENUM).values(picks("gold", "silver")).build(),
              Field.builder("tags", FieldType.STRING_LIST).build()));

  @Test
  void aMappingThatFitsHasNoProblems() {
    assertThat(
            check(
                Map.of(
                    "name", from("Name", step("trim"), step("truncate")),
                    "born", from("Birth__c", step("date", "format", "dd/MM/yyyy")),
                    "amount", from("Amount"),
                    "active", from("Active"),
                    "tags", from("Tags", step("trim")),
                    "tier",
                        values(
                            from("Tier"),
                            new ValueMap(
                                record("Gold", "gold", "Silver", "silver", "Tin", "silver"),
                                new RejectOther(),
                                false)))))
        .isEmpty();
  }

  @Test
  void eachClashNamesTargetAndMend() {
    assertThat(text("born", from("Birth__c")))
        .containsExactly(
            "contact-to-person: Target 'born': the value is text, and the target is date. Add date,"
                + " with the format of the source.");
    assertThat(text("amount", from("Name"))).singleElement().asString().endsWith("Add number.");
    assertThat(text("active", from("Name"))).singleElement().asString().endsWith("Add boolean.");
    assertThat(text("tags", from("Name"))).singleElement().asString().endsWith("Add split.");
    assertThat(text("name", from("Tags"))).singleElement().asString().endsWith("Add join.");
    assertThat(text("seen", from("Birth__c", step("date", "to", "date"))))
        .singleElement()
        .asString()
        .contains("the value is date, and the target is datetime");
    assertThat(text("active", from("Active", step("phone"), step("boolean"))))
        .singleElement()
        .asString()
        .contains("the step 'phone' works on text or number or list, and gets boolean");
    assertThat(text("name", from(List.of("Name", "Tier"))))
        .singleElement()
        .asString()
        .contains("several sources give a list");
    assertThat(text("amount", field(new Constant("x")))).hasSize(1);
  }

  @Test
  void lengthIsAWarningWithTruncateAsMend() {
    List<Problem> found = check(Map.of("name", from("Name", step("trim"))));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).isError()).isFalse();
    assertThat(found.get(0).toString())
        .contains("may have 255 characters, and the target takes 100")
        .contains("Add truncate");
    assertThat(found.get(0).place().path()).isEqualTo("fields.name.use");
  }

  @Test
  void aPicklistIsAsLongAsTheLongestValueItIsKnownToHave() {
    assertThat(check(Map.of("name", from("Stage")))).isEmpty();
    assertThat(check(Map.of("name", from("Reason"))))
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("may have 101 characters"));
  }

  @Test
  void picklistsAreCompared() {
    FieldMapping foreign =
        values(from("Tier"), new ValueMap(record("Gold", "golden"), new SetOther("none"), false));
    assertThat(text("tier", foreign))
        .containsExactly(
            "contact-to-person: Target 'tier': the value map gives 'golden', 'none', which the"
                + " target's picklist lacks. Use one of: gold, silver.");
    FieldMapping partial =
        values(from("Tier"), new ValueMap(record("Gold", "gold"), new RejectOther(), false));
    assertThat(text("tier", partial))
        .singleElement()
        .asString()
        .contains("2 of the 3 values of 'Tier' are not in the value map (Silver, Tin)");
    assertThat(
            text(
                "tier",
                values(from("Tier"), new ValueMap(record("Gold", "gold"), new KeepOther(), false))))
        .isEmpty();
    assertThat(text("tier", from("Tier")))
        .singleElement()
        .asString()
        .contains("3 of the 3 values of 'Tier' are not in the target's picklist")
        .endsWith("Add a value map.");
  }

  @Test
  void unknownFieldsAndUnfedRequiredOnesAreErrors() {
    assertThat(text("nmae", from("Name")))
        .singleElement()
        .asString()
        .contains("Did you mean 'name'?");
    assertThat(text("name", from("Nmae", step("truncate"))))
        .singleElement()
        .asString()
        .contains("has no field 'Nmae'. Did you mean 'Name'?");
    assertThat(text("name", from("Owner.Name", step("truncate")))).isEmpty();
    SchemaObject strict =
        TARGET.withFields(List.of(Field.builder("must", FieldType.STRING).required(true).build()));
    assertThat(MappingTypes.check(Mappings.of(Map.of()), SOURCE, strict).toString())
        .contains("Target 'must': it is required by 'person', and nothing feeds it.");
  }

  @Test
  void digitsBeyondTheTargetsAreAWarningWithRoundAsMend() {
    SchemaObject from = object(Field.builder("Amount", FieldType.DECIMAL).scale(4).build());
    SchemaObject to = object(Field.builder("amount", FieldType.MONEY).scale(2).build());
    SchemaObject whole = object(Field.builder("amount", FieldType.INTEGER).build());

    assertThat(all(from, to, "amount", from("Amount")))
        .containsExactly(
            "contact-to-person: Target 'amount': the value may have 4 digits after the decimal sign,"
                + " and the target takes 2. Add round, if rounding is allowed.");
    assertThat(all(from, to, "amount", from("Amount", step("round")))).isEmpty();
    assertThat(all(from, whole, "amount", from("Amount"))).singleElement().asString().contains("0");
    assertThat(all(from, whole, "amount", from("Amount", step("multiply", "by", 2)))).isEmpty();
  }

  @Test
  void aSourceThatMayBeEmptyIsAWarningForATargetThatMustNot() {
    SchemaObject from =
        object(
            Field.builder("May", FieldType.STRING).required(false).build(),
            Field.builder("Must", FieldType.STRING).required(true).build(),
            Field.builder("Unknown", FieldType.STRING).build());
    SchemaObject to = object(Field.builder("name", FieldType.STRING).required(true).build());

    assertThat(all(from, to, "name", from("May")))
        .singleElement()
        .asString()
        .contains("it is required, and 'May' may be empty")
        .endsWith("Add a default, if there is one.");
    assertThat(all(from, to, "name", from("Must"))).isEmpty();
    assertThat(all(from, to, "name", from("Unknown"))).isEmpty();
    assertThat(all(from, to, "name", Mappings.fallback(from("May"), "-"))).isEmpty();
    assertThat(all(from, to, "name", from("May", step("default", "value", "-")))).isEmpty();
  }

  @Test
  void picksAreRunThroughTheSteps() {
    assertThat(
            text(
                "tier",
                from(
                    "Tier",
                    step("lower"),
                    step("valueMap", "map", record("tin", "silver"), "other", "keep"))))
        .isEmpty();
    assertThat(text("tier", from("Tier", step("lower"))))
        .singleElement()
        .asString()
        .contains("1 of the 3 values of 'Tier' are not in the target's picklist: tin");
    assertThat(text("tier", from("Tier", step("when", "test", "Name = 'x'", "keepElse", true))))
        .as("what it gives depends on the record")
        .isEmpty();
    assertThat(
            text(
                "tier",
                from(
                    "Tier",
                    step("lower"),
                    step("phone", "region", "US", "regionFrom", null, "onInvalid", "keep"))))
        .as("a field that is null is none that is looked at")
        .singleElement()
        .asString()
        .contains("not in the target's picklist: tin");
  }

  @Test
  void fieldsThatStepsLookAtMustBeThere() {
    assertThat(text("name", from("Name", step("phone", "regionFrom", "Nmae"), step("truncate"))))
        .singleElement()
        .asString()
        .contains("has no field 'Nmae'. Did you mean 'Name'?");
  }

  private static SchemaObject object(Field... fields) {
    return SchemaObject.of("o", List.of(fields));
  }

  private static List<String> all(
      SchemaObject source, SchemaObject target, String name, FieldMapping field) {
    return MappingTypes.check(Mappings.of(Map.of(name, field)), source, target).stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> text(String target, FieldMapping field) {
    return check(Map.of(target, field)).stream().map(Problem::toString).toList();
  }

  private static List<Problem> check(Map<String, FieldMapping> fields) {
    return MappingTypes.check(Mappings.of(fields), SOURCE, TARGET);
  }

  private static List<PicklistValue> picks(String... values) {
    return List.of(values).stream().map(PicklistValue::of).toList();
  }
}
