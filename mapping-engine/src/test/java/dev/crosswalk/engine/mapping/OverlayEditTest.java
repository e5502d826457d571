package dev.crosswalk.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
