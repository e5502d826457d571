package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.FxTasks;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process that edits a mapping without end and never saves, until it is killed. */
public final class KilledStudio {
  private KilledStudio() {}

  /**
   * @param arguments the folder to work in
   */
  public static void main(String[] arguments) throws Exception {
    DeskFixture fixture = new DeskFixture(Path.of(arguments[0]));
    ExecutorService ui = Executors.newSingleThreadExecutor();
    FxTasks tasks = new FxTasks(ui);
    MappingFixture.Said said = new MappingFixture.Said();
    MappingPlaceModel[] place = new MappingPlaceModel[1];
    ui.submit(
            () -> {
              MappingViewModel editor =
                  new MappingViewModel(
                      tasks,
                      MappingFixture.TEXTS,
                      InstantSource.system(),
                      MappingFixture.matcher(),
                      (mapping, records) -> LivePreview.Found.NOTHING,
                      said);
              place[0] =
                  new MappingPlaceModel(
                      tasks, new FakeDialogs(), MappingFixture.TEXTS, editor, said);
              place[0].use(fixture.desk);
              place[0].open(fixture.file);
              return editor;
            })
        .get();
    MappingViewModel editor = place[0].editor();
    while (ui.submit(() -> editor.context().isEmpty()).get()) {
      Thread.sleep(20);
    }
    String text = ui.submit(() -> editor.editor().orElseThrow().text()).get();
    System.out.println("now " + StudioFixture.NOW);
    for (int i = 1; ; i++) {
      String edited = text + "# edit " + i + "\n";
      ui.submit(() -> editor.typed().replace(edited)).get();
      System.out.println("edit " + i);
      Thread.sleep(30);
    }
  }
}
