package dev.crosswalk.engine.transform;

import static dev.crosswalk.engine.transform.Mappings.fallback;
import static dev.crosswalk.engine.transform.Mappings.field;
import static dev.crosswalk.engine.transform.Mappings.from;
import static dev.crosswalk.engine.transform.Mappings.list;
import static dev.crosswalk.engine.transform.Mappings.record;
import static dev.crosswalk.engine.transform.Mappings.required;
import static dev.crosswalk.engine.transform.Mappings.step;
import static dev.crosswalk.engine.transform.Mappings.values;
import static dev.crosswalk.engine.transform.Mappings.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Ask;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.Defaults;
import dev.crosswalk.engine.mapping.Mapping.OnError;
import dev.crosswalk.engine.mapping.Mapping.OnMissing;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Outcome.FieldOutcome;
import dev.crosswalk.engine.transform.Outcome.Message;
import dev.crosswalk.engine.transform.Outcome.Status;
import dev.crosswalk.engine.transform.Outcome.Trace;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The rules of docs/transforms.md, one by one. */
class CompiledMappingTest {
  private static final Defaults REGION =
      new Defaults(OnMissing.OMIT, OnError.REJECT, "UTC", "US", null);

  @Test
  void theMappingOfTheDesignRuns() {
    Mapping mapping =
        Mappings.of(
            Map.of(
                "email", from("Email", step("trim"), step("email")),
                "full_name", from(List.of("FirstName", "LastName"), step("join", "separator", " ")),
                "owner.email", from("Owner.Email"),
                "phone", from("Phone", step("phone", "format", "E164", "onInvalid", "keep")),
                "score", field(new Expr("$number(Score__c) / 100")),
                "source", field(new Constant("crm")),
                "tier",
                    values(
                        from("Tier"),
                        new ValueMap(Map.of("Gold", "gold"), new SetOther("none"), true))),
            REGION,
            List.of());
    Outcome outcome =
        CompiledMapping.compile(mapping, null, null)
            .apply(
                record(
                    "Email",
                    " Ada@Example.com ",
                    "FirstName",
                    null,
                    "LastName",
                    "Lovelace",
                    "Owner",
                    record("Email", "o@x.org"),
                    "Phone",
                    "call me",
                    "Score__c",
                    "50",
                    "Tier",
                    "Platin"));
    assertThat(outcome.rejected()).isFalse();
    assertThat(outcome.record())
        .isEqualTo(
            record(
                "email",
                "Ada@example.com",
                "full_name",
                "Lovelace",
                "owner",
                record("email", "o@x.org"),
                "phone",
                "call me",
                "score",
                0.5,
                "source",
                "crm",
                "tier",
                "none"));
    assertThat(outcome.fields().get("email").trace())
        .containsExactly(
            new Trace("input", " Ada@Example.com "),
            new Trace("trim", "Ada@Example.com"),
            new Trace("email", "Ada@example.com"));
    assertThat(outcome.fields().get("tier").messages())
        .containsExactly(new Message(false, "'Platin' is not in the value map; it became 'none'."));
    assertThat(outcome.fields().get("phone").messages())
        .containsExactly(
            new Message(
                false,
                "'call me' is not a phone number: it does not look like one. It stays as it was."));
  }

  @Test
  void missingNullAndEmptyAreThreeThings() {
    FieldMapping plain = from("A", step("trim"));
    assertThat(one(plain, record()).status()).isEqualTo(Status.OMITTED);
    assertThat(one(plain, record()).missing()).isTrue();
    assertThat(one(plain, record("A", null)).status()).isEqualTo(Status.SET);
    assertThat(one(plain, record("A", null)).missing()).isFalse();
    assertThat(one(plain, record("A", null)).after()).isNull();
    assertThat(one(plain, record("A", "")).after()).isEqualTo("");
  }

  @Test
  void onMissingIsForMissingOnly() {
    FieldMapping plain = from("A");
    FieldOutcome nulled = one(plain, record(), OnMissing.NULL, OnError.REJECT);
    assertThat(nulled.status()).isEqualTo(Status.SET);
    assertThat(nulled.after()).isNull();
    FieldOutcome rejected = one(plain, record(), OnMissing.REJECT, OnError.REJECT);
    assertThat(rejected.status()).isEqualTo(Status.REJECTED);
    assertThat(rejected.messages()).containsExactly(new Message(true, "The source is missing."));
    assertThat(one(plain, record("A", null), OnMissing.REJECT, OnError.REJECT).status())
        .isEqualTo(Status.SET);
  }

  @Test
  void theDefaultStandsInForMissingNullAndEmpty() {
    FieldMapping withDefault = fallback(from("A"), "x");
    for (Map<String, Object> nothing :
        List.of(record(), record("A", null), record("A", ""), record("A", List.of()))) {
      assertThat(one(withDefault, nothing).after()).isEqualTo("x");
    }
    assertThat(one(withDefault, record("A", " ")).after()).isEqualTo(" ");
    assertThat(one(fallback(from("A"), null), record()).status()).isEqualTo(Status.SET);
  }

  @Test
  void aRequiredTargetRefusesMissingNullAndEmpty() {
    for (Map<String, Object> nothing :
        List.of(record(), record("A", null), record("A", ""), record("A", List.of()))) {
      FieldOutcome outcome = one(required(from("A")), nothing);
      assertThat(outcome.status()).isEqualTo(Status.REJECTED);
      assertThat(outcome.messages().get(0).text()).contains("the target is required");
    }
    SchemaObject target =
        SchemaObject.of(
            "person", List.of(Field.builder("t", FieldType.STRING).required(true).build()));
    assertThat(
            CompiledMapping.compile(Mappings.of(Map.of("t", from("A"))), null, target)
                .apply(record())
                .rejected())
        .isTrue();
  }

  @Test
  void aConditionThatIsNotMetLeavesTheTargetOutOrGivesTheDefault() {
    FieldMapping gated = when(from("A"), "Kind = 'x'");
    assertThat(one(gated, record("A", 1, "Kind", "x")).after()).isEqualTo(1);
    assertThat(one(gated, record("A", 1, "Kind", "y")).status()).isEqualTo(Status.OMITTED);
    assertThat(one(gated, record("A", 1), OnMissing.REJECT, OnError.REJECT).status())
        .isEqualTo(Status.OMITTED);
    assertThat(one(fallback(gated, "no"), record("A", 1)).after()).isEqualTo("no");
    assertThat(one(required(gated), record("A", 1)).status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void failedStepsFollowOnErrorAndOnInvalid() {
    FieldMapping number = from("A", step("number"), step("default", "value", 7));
    Map<String, Object> bad = record("A", "x");
    assertThat(one(number, bad).status()).isEqualTo(Status.REJECTED);
    assertThat(one(number, bad, OnMissing.OMIT, OnError.NULL).after()).isEqualTo(7);
    assertThat(one(number, bad, OnMissing.OMIT, OnError.KEEP).after()).isEqualTo("x");
    FieldMapping own =
        from("A", step("number", "onInvalid", "default"), step("constant", "value", 1));
    assertThat(one(fallback(own, 0), bad).after()).isEqualTo(0);
    assertThat(one(fallback(own, 0), record("A", "3")).after()).isEqualTo(1);
  }

  @Test
  void valueMapsKeepSetRejectAndGoThroughLists() {
    Map<String, Object> map = record("1", "one", "no", null);
    FieldMapping reject = values(from("A"), new ValueMap(map, new RejectOther(), false));
    assertThat(one(reject, record("A", 1L)).after()).isEqualTo("one");
    assertThat(one(reject, record("A", List.of("1", "no"))).after()).isEqualTo(list("one", null));
    assertThat(one(reject, record("A", "2")).status()).isEqualTo(Status.REJECTED);
    assertThat(one(reject, record("A", null)).after()).isNull();
    assertThat(one(reject, record("A", "")).after()).isEqualTo("");
    FieldMapping keep = values(from("A"), new ValueMap(map, new KeepOther(), true));
    assertThat(one(keep, record("A", "2")).after()).isEqualTo("2");
    assertThat(one(keep, record("A", "2")).messages()).hasSize(1);
  }

  @Test
  void pathsGoThroughObjectsListsAndFlatKeys() {
    Map<String, Object> record =
        record(
            "Owner",
            null,
            "people",
            list(record("mail", "a"), record(), record("mail", "b")),
            "flat.key",
            5,
            "text",
            "x");
    assertThat(one(from("Owner.Email"), record).after()).isNull();
    assertThat(one(from("Owner.Email"), record).status()).isEqualTo(Status.SET);
    assertThat(one(from("people.mail"), record).after()).isEqualTo(list("a", "b"));
    assertThat(one(from("people.1.mail"), record).status()).isEqualTo(Status.OMITTED);
    assertThat(one(from("people.2.mail"), record).after()).isEqualTo("b");
    assertThat(one(from("flat.key"), record).after()).isEqualTo(5);
    assertThat(one(from("['flat.key']"), record).after()).isEqualTo(5);
    assertThat(one(from("text.more"), record).missing()).isTrue();
  }

  @Test
  void rowFiltersLeaveRecordsOut() {
    assertThat(passes("eq", "a", "a")).isTrue();
    assertThat(passes("eq", 1, 1L)).isTrue();
    assertThat(passes("ne", "a", null)).isTrue();
    assertThat(passes("in", list("a", "b"), "b")).isTrue();
    assertThat(passes("notIn", list("a", "b"), "b")).isFalse();
    assertThat(passes("contains", "b", list("a", "b"))).isTrue();
    assertThat(passes("contains", "bc", "abcd")).isTrue();
    assertThat(passes("exists", true, "")).isFalse();
    assertThat(passes("exists", false, null)).isTrue();
    assertThat(passes("gt", 9, "10")).isTrue();
    assertThat(passes("lte", "2024-02-01", "2024-01-31")).isTrue();
    assertThat(passes("gt", 1, null)).isFalse();
  }

  private static boolean passes(String operator, Object wanted, Object actual) {
    Mapping mapping =
        Mappings.of(
            Map.of("t", from("A")),
            Defaults.STANDARD,
            List.of(new RowFilter("A", operator, wanted)));
    return !CompiledMapping.compile(mapping, null, null).apply(record("A", actual)).filtered();
  }

  @Test
  void anUnansweredQuestionIsSaid() {
    FieldOutcome outcome = one(field(new Ask("Which field?", null)), record());
    assertThat(outcome.status()).isEqualTo(Status.OMITTED);
    assertThat(outcome.messages())
        .containsExactly(new Message(false, "Nobody has answered yet: Which field?"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Mapping mapping =
        Mappings.of(
            Map.of(
                "a", from("A", step("phne"), step("number", "scale", "2")),
                "b", field(new Expr("1 +")),
                "c", from("C..D"),
                "d", from("D", step("number", "onInvalid", "default")),
                "e", from("E"),
                "e.f", from("F"),
                "g", when(from("G"), "$now()")),
            Defaults.STANDARD,
            List.of(new RowFilter("X", "equals", 1)));
    assertThatThrownBy(() -> CompiledMapping.compile(mapping, null, null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().stream().map(p -> p.place().path()))
                  .containsExactlyInAnyOrder(
                      "where[0]",
                      "fields.a.use[0]",
                      "fields.a.use[1]",
                      "fields.b.expr",
                      "fields.c.from",
                      "fields.d.use[0]",
                      "fields.e.f",
                      "fields.g.when");
              assertThat(e.problems().stream().map(Problem::next)).noneMatch(String::isEmpty);
            });
  }

  @Test
  void anExpressionThatFailsIsAFieldsErrorNotACrash() {
    FieldOutcome outcome = one(field(new Expr("$number(A)")), record("A", "x"));
    assertThat(outcome.status()).isEqualTo(Status.REJECTED);
    assertThat(outcome.messages()).hasSize(1);
    assertThat(one(field(new Expr("$number(A)")), record()).status()).isEqualTo(Status.OMITTED);
  }

  @Provide
  Arbitrary<Object> wild() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.of(true, "", 0.5, new Object()).map(Object.class::cast));
    return Arbitraries.oneOf(
            scalars,
            scalars.injectNull(0.2).list().ofMaxSize(3).map(Object.class::cast),
            scalars.map(v -> record("Email", v)))
        .injectNull(0.1);
  }

  private static final CompiledMapping ALL_STEPS =
      CompiledMapping.compile(
          Mappings.of(
              Map.of(
                  "a", from("A", step("trim"), step("email", "onInvalid", "null")),
                  "b", from(List.of("A", "B.Email"), step("join")),
                  "c.d", from("B", step("split"), step("number", "onInvalid", "keep")),
                  "e", fallback(from("C", step("date")), "2024-01-01"),
                  "f", when(from("A", step("boolean")), "$exists(B)"),
                  "g", values(from("C"), new ValueMap(Map.of("x", 1), new RejectOther(), true)))),
          null,
          null);

  @Property(tries = 300)
  void noRecordMakesItThrowAndTheLeanWayGivesTheSame(
      @ForAll("wild") Object a, @ForAll("wild") Object b, @ForAll("wild") Object c) {
    Map<String, Object> record = record("A", a, "B", b, "C", c);
    Outcome full = ALL_STEPS.apply(record);
    Outcome lean = ALL_STEPS.apply(record, false);
    assertThat(lean.record()).isEqualTo(full.record());
    assertThat(lean.rejected()).isEqualTo(full.rejected());
    assertThat(full.fields()).hasSize(6);
    lean.fields()
        .forEach((target, outcome) ->
            assertThat(outcome.messages()).isEqualTo(full.fields().get(target).messages()));
  }

  private static FieldOutcome one(FieldMapping field, Map<String, Object> record) {
    return one(field, record, OnMissing.OMIT, OnError.REJECT);
  }

  private static FieldOutcome one(
      FieldMapping field, Map<String, Object> record, OnMissing onMissing, OnError onError) {
    Mapping mapping =
        Mappings.of(
            Map.of("t", field), new Defaults(onMissing, onError, "UTC", null, null), List.of());
    Outcome outcome = CompiledMapping.compile(mapping, null, null).apply(record);
    FieldOutcome result = outcome.fields().get("t");
    assertThat(outcome.record().containsKey("t")).isEqualTo(result.status() == Status.SET);
    return result;
  }
}
