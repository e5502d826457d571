package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.util.WaitForAsyncUtils;

/** Protects: a window that gets another size takes no room from the suggestions that wait. */
@ExtendWith(FxToolkitExtension.class)
class KeptDividersTest {
  private static final double SHORT = 300;
  private static final double HIGH = 900;

  @Test
  void sharesStayWhateverTheSizeAndWhileAPartIsAway() throws Exception {
    Region review = new Region();
    SplitPane pane =
        FxToolkitExtension.onFx(() -> {
          SplitPane made = new SplitPane(new Region(), review, new Region());
          made.setOrientation(Orientation.VERTICAL);
          new Scene(made, SHORT, SHORT);
          return made;
        });
    KeptDividers kept =
        FxToolkitExtension.onFx(() -> {
          KeptDividers made = new KeptDividers(pane, 0.4, 0.7);
          resize(pane, SHORT);
          return made;
        });
    FxToolkitExtension.onFx(() -> resize(pane, HIGH));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(heightOf(pane, review)).isCloseTo(0.3 * HIGH, Offset.offset(10.0));
    FxToolkitExtension.onFx(() -> {
      pane.getItems().remove(review);
      resize(pane, HIGH);
      pane.getItems().add(1, review);
      kept.apply();
      return 0;
    });
    assertThat(heightOf(pane, review)).isCloseTo(0.3 * HIGH, Offset.offset(10.0));
    assertThat(kept.shares()).containsExactly(0.4, 0.7);
  }

  private static int resize(SplitPane pane, double height) {
    pane.resize(SHORT, height);
    pane.applyCss();
    pane.layout();
    return 0;
  }

  private static double heightOf(SplitPane pane, Region part) throws Exception {
    return FxToolkitExtension.onFx(() -> {
      pane.layout();
      return part.getParent().getLayoutBounds().getHeight();
    });
  }
}
