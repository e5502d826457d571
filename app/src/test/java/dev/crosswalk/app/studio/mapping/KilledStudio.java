package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.app.studio.shell.FxTasks;
import dev.crosswalk.engine.mapping.FieldMapping.Expr;
import dev.crosswalk.engine.problem.Problem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process that edits a mapping without end, and types an expression that cannot be read, and
 * never saves, until it is killed.
 */
public final class KilledStudio {
  static final String HALF = "$uppercase(Email & ";
  private static final String TARGET = "email";
  private static final Problem CANNOT_BE_READ =
      Problem.error("expression-syntax", null, "It ends too early.", "Close the bracket.");

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
    ui.submit(() -> editor.map(List.of("Email"), TARGET)).get();
    String text = ui.submit(() -> editor.editor().orElseThrow().text()).get();
    System.out.println("now " + StudioFixture.NOW);
    for (int i = 1; ; i++) {
      String edited = text + "# edit " + i + "\n";
      ui.submit(() -> editor.typed().replace(edited)).get();
      String half = HALF + i;
      ui.submit(() ->
              editor
                  .typed()
                  .hold(TARGET, "input", half, f -> f.withInput(new Expr(half)), CANNOT_BE_READ))
          .get();
      System.out.println("edit " + i);
      Thread.sleep(30);
    }
  }
}
