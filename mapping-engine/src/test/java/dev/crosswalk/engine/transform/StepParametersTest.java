package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: what a file says in a step's parameters arrives, null too. */
class StepParametersTest {
  private static Mapping mapping(String fields) {
    return MappingDocument.parse(
            """
            format: crosswalk/v1
            kind: Mapping
            id: m
            source: { system: sf, object: Contact }
            target: { system: acme, object: person }
            fields:
            """
                + fields.indent(2),
            "m.yaml")
        .mapping()
        .orElseThrow();
  }

  @Test
  void aNullIsAValueWhereAnyValueMayStand() {
    Mapping mapping =
        mapping(
            """
            cleared: { constant: x, use: [{ constant: { value: null } }] }
            kept: { from: a, use: [{ when: { test: "a = 'z'", keepElse: true } }] }
            none: { from: a, use: [{ when: { test: "a = 'z'", else: null, keepElse: true } }] }
            other: { from: a, use: [{ join: { separator: null } }, { number: { onInvalid: null } }] }
            """);
    Map<String, Object> record =
        CompiledMapping.compile(mapping, null, null).apply(Map.of("a", "b")).record();
    assertThat(record).containsEntry("kept", "b").containsEntry("cleared", null);
    assertThat(record).containsEntry("none", null).containsEntry("other", null);
  }

  @Test
  void theFieldsThatStepsLookAtAreReadToo() {
    Mapping mapping =
        mapping(
            """
            days: { from: Closed, use: [{ dateDiff: { from: Opened.Date } }] }
            phone: { from: [Phone, Mobile], use: [coalesce, { phone: { regionFrom: Country } }] }
            """);
    assertThat(SourcesRead.of(mapping))
        .containsExactly("Closed", "Country", "Mobile", "Opened.Date", "Phone");
    assertThat(SourcesRead.of(mapping.fields().get("days")))
        .containsExactly("Closed", "Opened.Date");
  }

  @Test
  void whatExpressionsAndConditionsNameIsReadToo() {
    Mapping mapping =
        mapping(
            """
            a: { expr: "$number(Score) / 100" }
            b: { from: Name, when: "Status = 'open'", use: [{ when: { test: "Kind = $value", then: x } }] }
            c: { from: Name, shared: true, use: [{ expression: { expr: "$ & $record.Owner.Email" } }] }
            """);
    assertThat(SourcesRead.of(mapping))
        .containsExactly("Kind", "Name", "Owner.Email", "Score", "Status");
    assertThat(SourcesRead.mayReadMore(mapping.fields().get("c"))).isTrue();
  }

  @Test
  void theRowFilterReadsToo() {
    Mapping mapping =
        Mappings.of(
            Map.of("a", Mappings.from("Name")),
            Mapping.Defaults.STANDARD,
            List.of(new Mapping.RowFilter("Deleted", "ne", "true")));
    assertThat(SourcesRead.of(mapping)).containsExactly("Deleted", "Name");
  }
}
