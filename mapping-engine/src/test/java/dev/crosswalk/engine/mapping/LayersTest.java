package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.engine.mapping.Layers.EffectiveMapping;
import dev.crosswalk.engine.mapping.Layers.Layer;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PublishedSchemas;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Protects: what a customer's overlay makes of a base mapping. */
class LayersTest {

  private static final Mapping BASE =
      MappingDocument.parse(MappingDocumentTest.FILE, "m.yaml").mapping().orElseThrow();

  private static final String OVERLAY =
      """
      format: crosswalk/v1
      kind: Overlay
      extends: salesforce-lead-to-prospect
      customer: northwind
      defaults: { region: DE }
      fields:
        email: { from: Email, use: [trim, email] }
        gone: { note: was here }
        grade: { expr: "$uppercase(Rating__c)" }
        notes: { from: Notes__c }
        phone: null
        tier: { from: Tier__c }
      """;

  private static Overlay overlay() {
    OverlayDocument document = OverlayDocument.parse(OVERLAY, "o.yaml");
    assertThat(document.problems()).isEmpty();
    assertThat(PublishedSchemas.validate("overlay", document.yaml().orElseThrow())).isEmpty();
    return document.overlay().orElseThrow();
  }

  @Test
  void mergesAndSaysWhichLayerGaveWhat() {
    Overlay overlay = overlay();
    Map<String, Object> changes = new LinkedHashMap<>(overlay.changes());
    Map<String, Object> fields = new LinkedHashMap<>();
    ((Map<?, ?>) changes.get("fields")).forEach((k, v) -> fields.put((String) k, v));
    fields.remove("gone");
    changes.put("fields", fields);

    EffectiveMapping effective =
        Layers.effective(BASE, new Overlay(overlay.base(), overlay.customer(), changes));

    Mapping mapping = effective.mapping();
    assertThat(mapping.defaults().region()).isEqualTo("DE");
    assertThat(mapping.defaults().timezone()).isEqualTo("UTC");
    assertThat(mapping.fields()).doesNotContainKey("phone");
    assertThat(mapping.fields().get("notes").input()).isEqualTo(FieldMapping.From.of("Notes__c"));
    assertThat(mapping.fields().get("grade").input())
        .isEqualTo(new FieldMapping.Expr("$uppercase(Rating__c)"));
    assertThat(mapping.fields().get("grade").values()).isNotNull();
    assertThat(effective.layerOfTarget())
        .containsEntry("name", Layer.BASE)
        .containsEntry("notes", Layer.CHANGED)
        .containsEntry("tier", Layer.OVERLAY);
    assertThat(effective.warnings()).extracting(Problem::code).containsExactly("overlay-same");
  }

  @Test
  void aTargetThatTheBaseNoLongerHasIsNamed() {
    Overlay overlay =
        new Overlay(BASE.id(), "n", Map.of("fields", Map.of("gone", Map.of("note", "x"))));

    EffectiveMapping effective = Layers.effective(BASE, overlay);
    assertThat(effective.mapping()).isEqualTo(BASE);
    assertThat(effective.warnings())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.code()).isEqualTo("overlay-orphan");
          assertThat(p.what()).contains("'gone'");
          assertThat(p.isError()).isFalse();
        });
    Map<String, Object> removed = new LinkedHashMap<>();
    removed.put("gone", null);
    assertThat(
            Layers.effective(BASE, new Overlay(BASE.id(), "n", Map.of("fields", removed)))
                .warnings())
        .extracting(Problem::code)
        .containsExactly("overlay-orphan");
  }

  @Test
  void anEmptyOverlayChangesNothing() {
    EffectiveMapping effective = Layers.effective(BASE, Overlay.empty(BASE.id(), "n"));

    assertThat(effective.mapping()).isEqualTo(BASE);
    assertThat(effective.warnings()).isEmpty();
    assertThatThrownBy(() -> Layers.effective(BASE, Overlay.empty("other", "n")))
        .hasMessageContaining("'other'");
  }

  @Test
  void problemsCarryTheLineOfTheOverlay() {
    OverlayDocument document = OverlayDocument.parse(OVERLAY, "o.yaml");

    assertThat(Layers.effective(BASE, overlay(), document::place).warnings())
        .extracting(p -> p.code() + " " + p.place().line())
        .containsExactly("overlay-same 7", "overlay-orphan 8");
    assertThat(document.place("notes", "from").orElseThrow().line()).isEqualTo(10);
    assertThat(document.place("notes", "use")).isEmpty();
    OverlayDocument wrong =
        OverlayDocument.parse(OVERLAY.replace("Notes__c }", "a..b }"), "o.yaml");
    assertThatThrownBy(() -> Layers.effective(BASE, wrong.overlay().orElseThrow(), wrong::place))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().place().line()).isEqualTo(10));
  }

  @Test
  void aCustomerCanLeaveATargetOut() {
    OverlayDocument overlay =
        OverlayDocument.create(Overlay.empty(BASE.id(), "n"), "o.yaml")
            .apply(new MappingEdit.LeaveOut("email"));

    assertThat(overlay.text()).endsWith("\nfields:\n  email: null\n");
    assertThat(Layers.effective(BASE, overlay.overlay().orElseThrow()).mapping().fields())
        .doesNotContainKey("email")
        .hasSize(BASE.fields().size() - 1);
    assertThat(
            overlay.apply(new MappingEdit.RemoveField("email")).overlay().orElseThrow().changes())
        .isEqualTo(Map.of("fields", Map.of()));
    MappingDocument base = MappingDocument.parse(MappingDocumentTest.FILE, "m.yaml");
    assertThat(new MappingEdit.LeaveOut("email").apply(base).text())
        .isEqualTo(new MappingEdit.RemoveField("email").apply(base).text());
  }

  @Test
  void overlaysAreWrittenAndEdited() {
    OverlayDocument created = OverlayDocument.create(overlay(), "o.yaml");

    assertThat(created.overlay()).contains(overlay());
    OverlayDocument edited =
        OverlayDocument.parse(OVERLAY, "o.yaml")
            .apply(
                new MappingEdit.SetField(
                    "tier", FieldMapping.of(FieldMapping.From.of("Level__c"))));
    assertThat(edited.text()).isEqualTo(OVERLAY.replace("Tier__c", "Level__c"));
  }

  // RFC 7396, appendix A and the laws that follow from its algorithm.

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 3 : 5)) {
      case 0 -> "v" + random.nextInt(3);
      case 1 -> (long) random.nextInt(3);
      case 2 -> random.nextBoolean() ? null : List.of("x");
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(String.valueOf((char) ('a' + random.nextInt(4))), value(random, depth + 1));
        }
        yield map;
      }
    };
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void mergingTwiceIsMergingOnce(@ForAll long seed) {
    Object target = value(new Random(seed), 0);
    Object patch = value(new Random(~seed), 0);

    Object once = Layers.merge(target, patch);

    assertThat(Layers.merge(once, patch)).isEqualTo(once);
    assertThat(Layers.merge(target, Map.of())).isEqualTo(target instanceof Map ? target : Map.of());
  }

  @Test
  void mergesAsTheStandardSays() {
    Map<String, Object> nullA = new LinkedHashMap<>();
    nullA.put("a", null);
    assertThat(Layers.merge(Map.of("a", "b"), Map.of("a", "c"))).isEqualTo(Map.of("a", "c"));
    assertThat(Layers.merge(Map.of("a", "b", "b", "c"), nullA)).isEqualTo(Map.of("b", "c"));
    assertThat(Layers.merge(Map.of("a", List.of("b")), Map.of("a", "c")))
        .isEqualTo(Map.of("a", "c"));
    assertThat(Layers.merge(Map.of("a", Map.of("b", "c")), Map.of("a", Map.of("b", "d"))))
        .isEqualTo(Map.of("a", Map.of("b", "d")));
    assertThat(Layers.merge(Arrays.asList(1, 2), Map.of("a", "b"))).isEqualTo(Map.of("a", "b"));
    assertThat(Layers.merge(Map.of(), Map.of("a", Map.of("bb", nullA))))
        .isEqualTo(Map.of("a", Map.of("bb", Map.of())));
  }
}
