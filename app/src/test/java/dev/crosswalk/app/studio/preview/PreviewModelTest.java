package dev.crosswalk.app.studio.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.mapping.MappingDesk;
import dev.crosswalk.app.studio.mapping.MappingFixture;
import dev.crosswalk.app.studio.mapping.StudioColours;
import dev.crosswalk.app.studio.mapping.StudioPictures;
import dev.crosswalk.app.studio.shell.Command;
import dev.crosswalk.app.studio.shell.SameThreadTasks;
import dev.crosswalk.app.studio.shell.Texts;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.Origin;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Failing records are counted by field and found by a click; the filter keeps only those. */
class PreviewModelTest {
  private final List<Problem> problems = new ArrayList<>();
  private final PreviewModel model =
      new PreviewModel(new SameThreadTasks(), Texts.load(Locale.US), problems::add, (c, r) -> {});

  static Mapping mapping() {
    Mapping m = MappingFixture.empty();
    TreeMap<String, FieldMapping> fields = new TreeMap<>();
    fields.put(
        "email",
        FieldMapping.of(From.of("Email"))
            .withUse(List.of(StepCall.of("trim"), StepCall.of("email")))
            .withOrigin(new Origin("suggestion", 0.98, "name")));
    fields.put("full_name", FieldMapping.of(From.of("LastName")));
    fields.put("region", FieldMapping.of(From.of("Region__c")));
    return new Mapping(
        m.id(),
        m.title(),
        m.note(),
        m.source(),
        m.target(),
        m.direction(),
        m.defaults(),
        m.where(),
        m.key(),
        fields,
        m.rejected(),
        m.ignored(),
        m.export());
  }

  @Test
  void problemsAreCountedByFieldAndLeadToTheFirstRecord() {
    model.show(MappingFixture.context(), mapping());
    assertThat(model.summary()).isEqualTo("25 records, 4 fail");
    assertThat(model.troubles().getFirst()).isEqualTo(new PreviewRun.Trouble("email", 4, 0, 1));
    assertThat(model.row().orElseThrow().failing()).isTrue();
  }

  @Test
  void theFilterKeepsFailingRecordsOnly() {
    model.show(MappingFixture.context(), mapping());
    model.select(2);
    model.setOnlyFailing(true);
    assertThat(model.rowsShown()).extracting(PreviewRun.Row::number).containsExactly(1, 8, 15, 22);
    assertThat(model.row().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void aRecordIsFoundByItsIdEvenBehindTheFilter() {
    model.show(MappingFixture.context(), mapping());
    model.setOnlyFailing(true);
    model.find(null, " 0032 ");
    assertThat(model.row().orElseThrow().number()).isEqualTo(3);
    assertThat(model.onlyFailing()).isFalse();
    model.find(null, "nobody");
    assertThat(problems).singleElement().satisfies(p -> assertThat(p.what()).contains("nobody"));
    assertThat(model.row().orElseThrow().number()).isEqualTo(3);
  }

  /** A desk that gives one record, or says why not, and has one more among those it fetches. */
  private static MappingDesk desk(Optional<Map<String, Object>> one, @Nullable Problem problem) {
    return (MappingDesk)
        Proxy.newProxyInstance(
            MappingDesk.class.getClassLoader(),
            new Class<?>[] {MappingDesk.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "one" -> {
                    if (problem != null) {
                      throw new ProblemException(problem);
                    }
                    yield one;
                  }
                  case "fetch" -> List.of(Map.of("Id", "0099", "Email", "late@example.com"));
                  default -> throw new AssertionError(method.getName());
                });
  }

  @Test
  void aRecordThatIsNotOnShowIsAskedForByItsId() {
    model.show(MappingFixture.context(), mapping());
    model.find(desk(Optional.of(Map.of("Id", "4711", "Email", "x@example.com")), null), "4711");
    assertThat(problems).isEmpty();
    assertThat(model.row().orElseThrow().before()).containsEntry("Id", "4711");
    assertThat(model.rowsShown()).as("the others stay").hasSize(26);
    assertThat(model.busy()).isFalse();
  }

  @Test
  void whereItCannotBeAskedForItIsLookedForAmongThoseThatCanBeFetched() {
    model.show(MappingFixture.context(), mapping());
    model.find(desk(Optional.empty(), null), "0099");
    assertThat(problems).isEmpty();
    assertThat(model.row().orElseThrow().before()).containsEntry("Id", "0099");
    Problem refused = Problem.error(RecordById.NO_ID, null, "That is no id.", "Copy it.");
    model.find(desk(Optional.empty(), refused), "nobody");
    assertThat(problems)
        .singleElement()
        .satisfies(p -> {
          assertThat(p.what()).contains("That is no id.").contains("nobody");
          assertThat(p.next()).isEqualTo("Copy it.");
        });
    Problem down = Problem.error("remote-unreachable", null, "It is down.", "Wait.");
    model.find(desk(Optional.empty(), down), "4712");
    assertThat(problems.getLast().what()).isEqualTo("It is down.");
    assertThat(model.busy()).isFalse();
  }

  @Test
  void goldenRecordsAreTheOneOnShowOrAllThatPassTheFilter() {
    model.show(MappingFixture.context(), mapping());
    List<Integer> kept = new ArrayList<>();
    GoldenRecords keeper =
        (of, m, records, replace, progress) -> {
          kept.add(records.size());
          return new GoldenFiles.Kept(Path.of("golden.yaml"), null, "", records.size());
        };
    model.keepGolden(keeper, false, false, file -> {});
    model.setOnlyFailing(true);
    model.keepGolden(keeper, true, true, file -> {});
    assertThat(kept).containsExactly(1, 4);
  }

  @Test
  void whatBelongsTogetherHasTheSameNumberOnBothSides() {
    Joints joints = Joints.of(mapping());
    assertThat(joints.ofSource("Email")).isEqualTo(List.of(joints.ofTarget("email").orElseThrow()));
    assertThat(joints.ofTarget("email")).isNotEqualTo(joints.ofTarget("region"));
    assertThat(joints.ofSource("Nowhere")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void thePreviewIsDrawn(boolean dark) throws Exception {
    FxToolkit.registerPrimaryStage();
    WritableImage image =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  PreviewView view =
                      new PreviewView(
                          model,
                          Texts.load(Locale.US),
                          new PreviewView.Actions() {
                            @Override
                            public void fetch(int count) {}

                            @Override
                            public void find(String id) {}

                            @Override
                            public List<Command> mappings() {
                              return List.of();
                            }

                            @Override
                            public boolean keepsGolden() {
                              return true;
                            }

                            @Override
                            public void keepGolden(boolean all, boolean replace) {}

                            @Override
                            public void openFile() {}

                            @Override
                            public void toMapping() {}
                          });
                  Scene scene = StudioPictures.scene(view, dark);
                  model.show(MappingFixture.context(), mapping());
                  return StudioPictures.take(scene, dark ? "preview-dark" : "preview-light");
                })
            .get(60, TimeUnit.SECONDS);
    assertThat(StudioColours.count(image)).isGreaterThan(40);
  }
}
