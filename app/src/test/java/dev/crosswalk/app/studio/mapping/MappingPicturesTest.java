package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The editor in both themes, as a picture to look at; and that it is not an empty one. */
class MappingPicturesTest {

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theEditorIsDrawn(boolean dark) throws Exception {
    WritableImage image = WaitForAsyncUtils.asyncFx(() -> editor(dark)).get(60, TimeUnit.SECONDS);
    assertThat(StudioColours.count(image)).isGreaterThan(60);
  }

  private static WritableImage editor(boolean dark) {
    MappingViewModel model =
        new MappingViewModel(
            new SameThreadTasks(),
            MappingFixture.matcher(),
            (m, records) ->
                records.stream()
                    .map(
                        CompiledMapping.compile(
                                m, MappingFixture.contact(), MappingFixture.person())
                            ::apply)
                    .toList(),
            new MappingFixture.Said());
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
    Scene scene = StudioPictures.scene(view, dark);
    scene.snapshot(null);
    model.open(MappingFixture.context(), MappingFixture.editor());
    model.review().selectTarget("email");
    model.review().accept(0);
    model.review().selectTarget("full_name");
    model.review().accept(0);
    model.map(java.util.List.of("Acct_Tier__c"), "tier");
    model.setField(
        "email",
        dev.crosswalk.engine.mapping.FieldMapping.of(
            dev.crosswalk.engine.mapping.FieldMapping.From.of("Email")),
        "Steps");
    String name = dark ? "editor-dark" : "editor-light";
    StudioPictures.take(scene, name + "-tier");
    model.board().hoveredTarget().set(null);
    model.board().selectTarget(null);
    model.board().selectSources(java.util.List.of());
    return StudioPictures.take(scene, name);
  }
}
