package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: what a customer edits holds for the customer, and only the difference is written. */
class OverlayEditTest {
  private static final Mapping BASE =
      MappingDocument.parse(MappingDocumentTest.FILE, "m.yaml").mapping().orElseThrow();

  private static OverlayDocument empty() {
    return OverlayDocument.create(Overlay.empty(BASE.id(), "northwind"), "o.yaml");
  }

  private static Mapping effective(OverlayDocument document) {
    return Layers.effective(BASE, document.overlay().orElseThrow()).mapping();
  }

  @Test
  void anyFieldMappingCanTakeThePlaceOfAnyOther() {
    List<FieldMapping> all = new ArrayList<>(BASE.fields().values());
    for (String target : BASE.fields().keySet()) {
      for (FieldMapping wanted : all) {
        OverlayDocument after = empty().withField(BASE, target, wanted);
        assertThat(effective(after).fields().get(target))
            .as("%s as %s in%n%s", target, wanted, after.text())
            .isEqualTo(wanted);
      }
    }
  }

  @Test
  void whatIsTakenAwayIsGoneAndWhatIsSaidAgainFollowsTheBase() {
    for (String target : BASE.fields().keySet()) {
      OverlayDocument without = empty().withField(BASE, target, null);
      assertThat(effective(without).fields()).doesNotContainKey(target);
      OverlayDocument again = without.withField(BASE, target, BASE.fields().get(target));
      assertThat(again.text()).isEqualTo(empty().text());
    }
  }

  @Test
  void manyTargetsAtOnceAreWrittenAsOneAfterTheOther() {
    List<FieldMapping> all = new ArrayList<>(BASE.fields().values());
    Map<String, FieldMapping> wanted = new LinkedHashMap<>();
    OverlayDocument single = empty();
    int i = 0;
    for (String target : BASE.fields().keySet()) {
      FieldMapping field = all.get((++i * 7) % all.size());
      wanted.put(target, field);
      wanted.put("more_" + target, field);
    }
    for (Map.Entry<String, FieldMapping> each : wanted.entrySet()) {
      single = single.withField(BASE, each.getKey(), each.getValue());
    }
    OverlayDocument many = empty().withFields(BASE, wanted);
    assertThat(many.text()).isEqualTo(single.text());
    OverlayDocument back = many.withFields(BASE, BASE.fields());
    for (String target : BASE.fields().keySet()) {
      assertThat(effective(back).fields().get(target))
          .as("%s follows the base again in%n%s", target, back.text())
          .isEqualTo(BASE.fields().get(target));
    }
  }
}
