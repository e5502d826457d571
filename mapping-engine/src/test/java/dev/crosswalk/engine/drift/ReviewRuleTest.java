package dev.crosswalk.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.drift.SchemaDiff.FieldChange;
import dev.crosswalk.engine.drift.SchemaDiff.Kind;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Protects: drift goes where a person looked and nowhere else, and nothing is written for nothing.
 */
class ReviewRuleTest {
  private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F");

  @Provide
  Arbitrary<SchemaObject> objects() {
    Arbitrary<Field> field =
        Combinators.combine(
                Arbitraries.of(NAMES),
                Arbitraries.of(FieldType.STRING, FieldType.DECIMAL),
                Arbitraries.of("one", "two"),
                Arbitraries.of(20, 40))
            .as((name, type, label, length) ->
                Field.builder(name, type)
                    .label(label)
                    .length(length)
                    .samples(List.of(label))
                    .build());
    return field
        .list()
        .ofMaxSize(6)
        .uniqueElements(Field::name)
        .map(fields -> SchemaObject.of("Contact", fields));
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return Arbitraries.of(NAMES).set();
  }

  /** What a person is told of fields that are read: new ones are no drift. */
  private static List<FieldChange> drift(SchemaObject before, SchemaObject live) {
    return SchemaDiff.of(
            Schema.of("salesforce", List.of(before)), Schema.of("salesforce", List.of(live)))
        .fields()
        .stream()
        .filter(c -> c.kind() != Kind.ADDED)
        .toList();
  }

  private static List<FieldChange> of(List<FieldChange> changes, Set<String> names) {
    return changes.stream().filter(c -> names.contains(c.field())).toList();
  }

  @Property(tries = 300)
  void driftOfWhatNobodyDecidedOnStaysToTheLetterAndAllOtherGoes(
      @ForAll("objects") SchemaObject reviewed,
      @ForAll("objects") SchemaObject live,
      @ForAll("names") Set<String> untouched) {
    SchemaObject after = ReviewRule.after(Optional.of(reviewed), live, untouched, Set.of());
    assertThat(drift(after, live)).isEqualTo(of(drift(reviewed, live), untouched));
  }

  @Property(tries = 300)
  void fieldsAreThoseOfNowAndTheLostOnesThatAreStillRead(
      @ForAll("objects") SchemaObject reviewed,
      @ForAll("objects") SchemaObject live,
      @ForAll("names") Set<String> untouched) {
    Set<String> expected =
        reviewed.fields().stream()
            .map(Field::name)
            .filter(untouched::contains)
            .collect(Collectors.toSet());
    live.fields().forEach(f -> expected.add(f.name()));
    assertThat(ReviewRule.after(Optional.of(reviewed), live, untouched, Set.of()).fields())
        .extracting(Field::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Property(tries = 300)
  void aSecondTimeChangesNothing(
      @ForAll("objects") SchemaObject reviewed,
      @ForAll("objects") SchemaObject live,
      @ForAll("names") Set<String> untouched) {
    SchemaObject once = ReviewRule.after(Optional.of(reviewed), live, untouched, Set.of());
    assertThat(ReviewRule.after(Optional.of(once), live, untouched, Set.of())).isSameAs(once);
  }

  @Property(tries = 100)
  void anotherOrderOfTheSameFieldsIsNothingNew(
      @ForAll("objects") SchemaObject live,
      @ForAll("names") Set<String> untouched,
      @ForAll Random random) {
    SchemaObject reviewed = ReviewRule.kept(live);
    List<Field> shuffled = new ArrayList<>(live.fields());
    Collections.shuffle(shuffled, random);
    assertThat(
            ReviewRule.after(Optional.of(reviewed), live.withFields(shuffled), untouched, Set.of()))
        .isSameAs(reviewed);
  }

  @Property(tries = 100)
  void whatWasNeverReviewedIsTakenAsItIsWithoutSamples(
      @ForAll("objects") SchemaObject live, @ForAll("names") Set<String> untouched) {
    SchemaObject after = ReviewRule.after(Optional.empty(), live, untouched, Set.of());
    assertThat(drift(after, live)).isEmpty();
    assertThat(after.fields()).hasSameSizeAs(live.fields());
    assertThat(after.fields()).allMatch(f -> f.samples().isEmpty());
  }

  @Example
  void aLostFieldStaysWhereItStood() {
    SchemaObject reviewed = object("A", "B", "C", "D");
    SchemaObject live = object("A", "D");
    assertThat(ReviewRule.after(Optional.of(reviewed), live, Set.of("B", "C"), Set.of()).fields())
        .extracting(Field::name)
        .containsExactly("A", "B", "C", "D");
  }

  private static SchemaObject object(String... names) {
    return SchemaObject.of(
        "Contact",
        List.of(names).stream().map(n -> Field.builder(n, FieldType.STRING).build()).toList());
  }
}
