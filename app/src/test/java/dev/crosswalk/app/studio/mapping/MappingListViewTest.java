package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Protects: the keyboard is in the list, also where it was asked for before that was read. */
@ExtendWith(FxToolkitExtension.class)
class MappingListViewTest {
  @Test
  void theKeyboardGoesOnToTheListThatComesLate() throws Exception {
    String focused =
        FxToolkitExtension.onFx(() -> {
          MappingListView view = new MappingListView(MappingFixture.TEXTS, file -> {}, () -> {});
          Scene scene = new Scene(view, 600, 400);
          view.show(List.of());
          view.applyCss();
          view.layout();
          view.focusList();
          assertThat(scene.getFocusOwner().getId()).isEqualTo("new-mapping");
          view.show(List.of(new MappingDesk.Item("a.yaml", "a", "x a", "y a", 0, true, null)));
          return scene.getFocusOwner().getId();
        });
    assertThat(focused).isEqualTo("mappings");
  }
}
