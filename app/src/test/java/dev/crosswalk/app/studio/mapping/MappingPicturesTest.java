package dev.crosswalk.app.studio.mapping;

import static dev.crosswalk.app.studio.FxToolkitExtension.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FxToolkitExtension;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The editor in both themes and at two sizes, as pictures to look at; that it is not an empty one,
 * and that no word of ours is cut off. The style sheets have no faults.
 */
@ExtendWith(FxToolkitExtension.class)
class MappingPicturesTest {
  private final MappingViewModel model;

  MappingPicturesTest() {
    MappingViewModel[] self = new MappingViewModel[1];
    model =
        new MappingViewModel(
            new SameThreadTasks(),
            MappingFixture.TEXTS,
            InstantSource.fixed(StudioFixture.NOW),
            MappingFixture.matcher(),
            new MappingRunner(() -> self[0].context()),
            new MappingFixture.Said());
    self[0] = model;
  }

  @ParameterizedTest
  @CsvSource({"false, 1440, 900", "true, 1440, 900", "false, 1176, 720", "true, 1176, 720"})
  void theEditorIsDrawn(boolean dark, int width, int height) throws Exception {
    String name = (dark ? "editor-dark" : "editor-light") + (width == 1440 ? "" : "-small");
    Scene scene = onFx(() -> scene(dark, width, height));
    onFx(() -> {
      fill();
      model.review().selectTarget("region");
      return StudioPictures.take(scene, name + "-review");
    });
    onFx(() -> {
      model.map(List.of("Region__c"), "birthday");
      model.open(Side.TARGET, "birthday");
      return StudioPictures.take(scene, name + "-clash");
    });
    onFx(() -> {
      model.undo();
      model.board().selectSources(List.of("Acct_Tier__c"));
      model.board().selectTarget("tier");
      return StudioPictures.take(scene, name + "-tier");
    });
    onFx(() -> {
      model.setField(
          "full_name",
          FieldMapping.of(From.of(List.of("FirstName", "LastName")))
              .withUse(
                  List.of(new StepCall("join", Map.of("separator", " ")), StepCall.of("trim"))),
          "Steps");
      model.board().selectTarget("full_name");
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      if (scene.lookup("#step-help-0") instanceof ToggleButton help) {
        help.setSelected(true);
      }
      return StudioPictures.take(scene, name + "-steps");
    });
    onFx(() -> {
      model.board().selectTarget(null);
      model.board().selectSources(List.of("Acct_Tier__c"));
      return StudioPictures.take(scene, name + "-source");
    });
    WritableImage image =
        onFx(() -> {
          model.board().selectSources(List.of());
          return StudioPictures.take(scene, name);
        });
    assertThat(StudioColours.count(image)).isGreaterThan(60);
    assertThat(onFx(() -> cutOff(scene.getRoot()))).isEmpty();
  }

  /** Words of buttons and titles that end in dots because there is no room for them. */
  private static List<String> cutOff(Node root) {
    return root.lookupAll(".label, .button, .toggle-button").stream()
        .filter(n -> n instanceof Labeled && n.isVisible() && shown(n))
        .map(n -> (Labeled) n)
        .filter(l -> !(l instanceof Label) || l.getStyleClass().contains("pane-title"))
        .filter(l -> l.getText() != null && !l.getText().isEmpty())
        .filter(l -> l.lookup(".text") instanceof Text t && !t.getText().equals(l.getText()))
        .filter(l -> l.lookup(".text") instanceof Text t && t.getText().endsWith("..."))
        .map(Labeled::getText)
        .toList();
  }

  private static boolean shown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Scene scene(boolean dark, int width, int height) {
    MappingEditorView view =
        new MappingEditorView(
            model,
            new MappingEditorView.Actions() {
              @Override
              public void save() {}

              @Override
              public void preview() {}

              @Override
              public void close() {}
            });
    Scene scene = StudioPictures.scene(view, dark, width, height);
    scene.snapshot(null);
    return scene;
  }

  private void fill() {
    model.open(MappingFixture.context(), MappingFixture.editor());
    model.review().selectTarget("email");
    model.review().accept(0);
    model.review().selectTarget("full_name");
    model.review().accept(0);
    model.map(List.of("Acct_Tier__c"), "tier");
    model.setField(
        "email", FieldMapping.of(From.of("Email")).withUse(List.of(StepCall.of("trim"))), "Steps");
  }
}
