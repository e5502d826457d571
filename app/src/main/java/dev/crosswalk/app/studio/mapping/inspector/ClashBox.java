package dev.crosswalk.app.studio.mapping.inspector;

import dev.crosswalk.app.studio.mapping.Clash;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.preview.Mends.Mend;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What cannot work about a target before any record is looked at, and the button that mends it. */
final class ClashBox extends VBox {

  /**
   * @param onMend makes the change
   */
  ClashBox(Clash clash, Texts texts, Runnable onMend) {
    super(4);
    setId("clash");
    getStyleClass().add("clash-box");
    Label what = Inputs.paragraph("⚠ " + texts.of(clash.problem()).words());
    what.getStyleClass().add("danger-text");
    getChildren().add(what);
    Mend mend = clash.mend();
    if (mend != null) {
      Button button = Inputs.button(words(mend, texts), "mend", onMend);
      button.getStyleClass().add("accent");
      getChildren().add(button);
    }
  }

  /** {@code Parse with date dd/MM/yyyy, seen in 50 of 50 samples}. */
  private static String words(Mend mend, Texts texts) {
    StepCall step = mend.added();
    String what =
        step == null
            ? texts.of("mapping.mend.values")
            : texts.of("mapping.mend.step", step.name() + parameters(step));
    return mend.seen() == 0 ? what : texts.of("mapping.mend.seen", what, mend.fits(), mend.seen());
  }

  private static String parameters(@Nullable StepCall step) {
    return step == null || step.parameters().isEmpty()
        ? ""
        : " "
            + String.join(
                " ", step.parameters().values().stream().map(v -> "'" + v + "'").toList());
  }
}
