package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mapping reads across references is known, and told where records do not hold it. */
class BehindReferencesTest {
  private static final SchemaObject CONTACT =
      SchemaObject.of(
          "Contact",
          List.of(
              Field.builder("OwnerId", FieldType.REFERENCE).relationship("Owner").build(),
              Field.builder("AccountId", FieldType.REFERENCE).relationship("Account").build(),
              Field.builder("Account.Plain", FieldType.STRING).build(),
              Field.builder("Address", FieldType.COMPOUND).build()));

  @Test
  void inputsAndExpressions() {
    String text =
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: sf, object: Contact }
        target: { system: acme, object: person }
        fields:
          a: { from: Owner.Email }
          b: { from: [Account.Name, OwnerId] }
          c: { expr: "Account.Industry & ' ' & X.Account.No & $Owner.No" }
          d: { from: Address.City }
          e: { from: Account.Plain }
        """;
    Mapping parsed = MappingDocument.parse(text, "m.yaml").mapping().orElseThrow();
    assertThat(BehindReferences.of(parsed, CONTACT))
        .extracting(FieldPath::toString)
        .containsExactlyInAnyOrder("Owner.Email", "Account.Name", "Account.Industry");
  }

  @Test
  void onlyWhatNoRecordKnowsOfIsUnread() {
    List<FieldPath> paths =
        List.of(FieldPath.of("Owner", "Email"), FieldPath.of("Account", "Name"));
    Map<String, Object> none = new HashMap<>();
    none.put("Owner", null);
    assertThat(BehindReferences.unread(paths, List.of(Map.of("Id", "1"), none)))
        .containsExactly(FieldPath.of("Account", "Name"));
    assertThat(BehindReferences.unread(paths, List.of())).isEmpty();
  }
}
