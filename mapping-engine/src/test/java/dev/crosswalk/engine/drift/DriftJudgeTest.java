package dev.crosswalk.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.drift.DriftJudge.Use;
import dev.crosswalk.engine.drift.DriftJudge.Verdict;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.Other;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping.Direction;
import dev.crosswalk.engine.problem.Severity;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code and the severity of a change depend on what it is, and on what the mapping does. */
class DriftJudgeTest {
  private static final FieldMapping PLAIN = FieldMapping.of(From.of("a"));

  private static Field.Builder field() {
    return Field.builder("a", FieldType.STRING);
  }

  private static Field picks(String... values) {
    return Field.builder("a", FieldType.ENUM)
        .values(Stream.of(values).map(PicklistValue::of).toList())
        .build();
  }

  private static Verdict judge(Field before, Field after, Use use) {
    SchemaDiff diff =
        SchemaDiff.of(schema(List.of(before)), schema(after == null ? List.of() : List.of(after)));
    return DriftJudge.judge(diff.fields().getFirst(), before, after == null ? before : after, use);
  }

  private static Schema schema(List<Field> fields) {
    return Schema.of("crm", List.of(SchemaObject.of("o", fields)));
  }

  private static Use use(Direction direction) {
    return new Use(direction, PLAIN, true, false, false);
  }

  private static Use mapping(Other other) {
    return new Use(
        Direction.READ,
        PLAIN.withValues(new ValueMap(Map.of("x", "1", "y", "2"), other, false)),
        true,
        false,
        false);
  }

  @Test
  void a_field_that_is_gone_breaks_and_says_whether_another_may_be_it() {
    Use renamed = new Use(Direction.READ, PLAIN, true, false, true);
    assertThat(judge(field().build(), null, use(Direction.READ)))
        .isEqualTo(new Verdict(DriftCode.FM102, Severity.ERROR));
    assertThat(judge(field().build(), null, renamed).code()).isEqualTo(DriftCode.FM103);
  }

  @Test
  void a_type_breaks_only_where_it_no_longer_fits() {
    Field now = Field.builder("a", FieldType.INTEGER).build();
    assertThat(judge(field().build(), now, use(Direction.READ)))
        .isEqualTo(new Verdict(DriftCode.FM106, Severity.WARNING));
    assertThat(judge(field().build(), now, new Use(Direction.READ, PLAIN, false, false, false)))
        .isEqualTo(new Verdict(DriftCode.FM105, Severity.ERROR));
  }

  @Test
  void a_length_matters_to_those_who_write() {
    Field was = field().length(80).build();
    Field is = field().length(12).build();
    assertThat(judge(was, is, use(Direction.READ)).severity()).isEqualTo(Severity.INFO);
    assertThat(judge(was, is, use(Direction.WRITE)))
        .isEqualTo(new Verdict(DriftCode.FM107, Severity.ERROR));
    assertThat(judge(was, is, use(Direction.BOTH)).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void more_room_harms_nobody_and_less_only_what_needs_more() {
    Field narrow = field().length(40).build();
    Field wide = field().length(80).build();
    assertThat(judge(narrow, wide, use(Direction.WRITE)).code()).isEqualTo(DriftCode.FM121);
    assertThat(judge(wide, narrow, writing(field().length(40).build())).code())
        .isEqualTo(DriftCode.FM121);
    assertThat(judge(wide, narrow, writing(field().length(41).build())).code())
        .isEqualTo(DriftCode.FM107);
  }

  private static Use writing(Field target) {
    return new Use(Direction.WRITE, PLAIN, true, false, false, target);
  }

  @Test
  void only_what_became_read_only_is_lost_to_writers() {
    Field open = field().readOnly(false).build();
    Field shut = field().readOnly(true).build();
    assertThat(judge(open, shut, use(Direction.WRITE)).code()).isEqualTo(DriftCode.FM108);
    assertThat(judge(shut, open, use(Direction.WRITE)).code()).isEqualTo(DriftCode.FM121);
  }

  @Test
  void a_field_is_newly_required_where_nothing_else_fills_it() {
    Field free = field().build();
    assertThat(DriftJudge.becameRequired(free, field().required(true).build())).isTrue();
    assertThat(DriftJudge.becameRequired(null, field().required(true).build())).isTrue();
    assertThat(
            DriftJudge.becameRequired(
                field().required(true).build(), field().required(true).build()))
        .isFalse();
    assertThat(DriftJudge.becameRequired(free, field().required(true).defaultValue("x").build()))
        .isFalse();
    assertThat(DriftJudge.becameRequired(free, field().required(true).calculated(true).build()))
        .isFalse();
  }

  @Test
  void values_matter_where_the_value_map_knows_them_or_should() {
    assertThat(judge(picks("x", "y"), picks("x"), mapping(new KeepOther())))
        .isEqualTo(new Verdict(DriftCode.FM112, Severity.WARNING));
    assertThat(judge(picks("x", "y"), picks("x", "y", "z"), mapping(new KeepOther())))
        .isEqualTo(new Verdict(DriftCode.FM113, Severity.WARNING));
    assertThat(judge(picks("x", "y"), picks("x", "y", "z"), mapping(new RejectOther())))
        .isEqualTo(new Verdict(DriftCode.FM113, Severity.ERROR));
    assertThat(judge(picks("x", "y"), picks("x"), use(Direction.READ)))
        .isEqualTo(new Verdict(DriftCode.FM121, Severity.INFO));
  }

  @Test
  void of_several_changes_the_worst_is_told() {
    Field was = field().length(80).references(List.of("User")).build();
    Field is = field().length(12).references(List.of("Group")).build();
    assertThat(judge(was, is, use(Direction.READ)).code()).isEqualTo(DriftCode.FM114);
  }

  @Test
  void a_key_that_is_no_longer_unique_is_told_to_those_who_match_by_it() {
    Field was = field().unique(true).build();
    Field is = field().unique(false).build();
    assertThat(judge(was, is, new Use(Direction.READ, PLAIN, true, true, false)).code())
        .isEqualTo(DriftCode.FM110);
    assertThat(judge(was, is, use(Direction.READ)).code()).isEqualTo(DriftCode.FM121);
  }
}
