package dev.crosswalk.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: a compiled mapping may be sent to another JVM and does the same there. */
class CompiledMappingTravelsTest {

  private static final String FILE =
      """
      format: crosswalk/v1
      kind: Mapping
      id: contact-to-person
      source: { system: salesforce, object: Contact }
      target: { system: acme, object: person }
      defaults: { onMissing: "null", onError: "null", region: GB, timezone: Europe/London }
      where: [{ field: Status, operator: in, value: [open, 3] }]
      fields:
        country: { constant: { code: GB, tags: [a, b] } }
        full_name: { from: [First, Last], use: [join] }
        name: { from: Last, use: [trim, truncate], when: "Status != 'x'" }
        notes: { ask: Which field holds notes? }
        phone: { from: Phone, use: [{ phone: { onInvalid: keep } }] }
        score: { expr: "$number(Score) / 100", default: 0 }
        tier: { from: Tier, values: { map: { Gold: gold, "1": null }, other: { set: none, warn: true } } }
      export: { ampersand: { schedule: "0 * * * *", days: 3 } }
      """;

  private static final SchemaObject TARGET =
      SchemaObject.of(
          "person",
          List.of(
              Field.builder("name", FieldType.STRING).length(4).required(true).build(),
              Field.builder("tier", FieldType.ENUM)
                  .values(List.of(PicklistValue.of("gold")))
                  .build()));

  @Test
  void whatComesBackDoesTheSame() throws Exception {
    CompiledMapping here =
        CompiledMapping.compile(
            MappingDocument.parse(FILE, "m.yaml").mapping().orElseThrow(), null, TARGET);

    CompiledMapping there = there(here);

    assertThat(there.mapping()).isEqualTo(here.mapping());
    List<Map<String, Object>> records =
        List.of(
            Mappings.record(
                "Status", "open", "First", "Ada", "Last", " Lovelace", "Phone", "020 7946 0123"),
            Mappings.record("Status", 3, "Last", "Li", "Tier", "Gold", "Score", "250"),
            Mappings.record("Status", "open", "Phone", "none", "Tier", "Tin", "Score", "x"),
            Mappings.record("Status", "closed"));
    for (Map<String, Object> record : records) {
      // As text: a missing value is one object per JVM, and traces hold it.
      assertThat(there.apply(record)).hasToString(here.apply(record).toString());
    }
    assertThat(there.apply(records.get(0)).record()).containsEntry("name", "Love");
  }

  private static CompiledMapping there(CompiledMapping here)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(here);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (CompiledMapping) in.readObject();
    }
  }
}
