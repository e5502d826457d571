package dev.crosswalk.app.studio.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FilledWorkspace;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.studio.mapping.WorkspaceDesk;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.connectors.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden records go into the customer's folder, and nobody's address with them. */
class WorkspaceGoldenTest {
  @TempDir Path folder;

  @Test
  void records_are_kept_masked_for_the_customer_whose_mapping_is_open() throws Exception {
    StudioFixture studio = new StudioFixture(folder.resolve("person"));
    try (studio;
        FilledWorkspace filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      filled.set("email", "Email");
      String file = filled.entry.file().toString().replace('\\', '/');
      Opened opened =
          new WorkspaceDesk(studio.services, filled.workspace, studio.texts)
              .open(file, "northwind");
      MappingContext of = opened.context();
      assertThat(of.records()).hasSize(2);
      Path kept =
          new WorkspaceGolden(filled.workspace, studio.secrets, Map.of())
              .keep(of, opened.editor().mapping(), of.records(), false, Progress.NONE)
              .file();
      assertThat(kept.startsWith(Path.of("customers", "northwind", "golden"))).isTrue();
      String text = Files.readString(filled.workspace.root().resolve(kept));
      assertThat(text).contains("email:").doesNotContain("a@example.org");
    }
  }

  @Test
  void records_are_added_to_those_that_there_are_and_can_be_taken_back() throws Exception {
    StudioFixture studio = new StudioFixture(folder.resolve("person"));
    try (studio;
        FilledWorkspace filled = new FilledWorkspace(studio, folder.resolve("w"))) {
      filled.set("email", "Email");
      Opened opened =
          new WorkspaceDesk(studio.services, filled.workspace, studio.texts)
              .open(filled.entry.file().toString().replace('\\', '/'), "northwind");
      MappingContext of = opened.context();
      WorkspaceGolden golden = new WorkspaceGolden(filled.workspace, studio.secrets, Map.of());
      var mapping = opened.editor().mapping();
      var one = of.records().subList(0, 1);
      var other = of.records().subList(1, 2);
      assertThat(golden.keep(of, mapping, one, false, Progress.NONE).records()).isEqualTo(1);
      assertThat(golden.keep(of, mapping, one, false, Progress.NONE).records())
          .as("the same record again")
          .isZero();
      var added = golden.keep(of, mapping, other, false, Progress.NONE);
      assertThat(added.records()).isEqualTo(1);
      Path file = filled.workspace.root().resolve(added.file());
      assertThat(Files.readString(file)).contains("Record 1").contains("Record 2");
      assertThat(golden.keep(of, mapping, other, true, Progress.NONE).after())
          .contains("Record 1")
          .doesNotContain("Record 2");
      GoldenFiles files = new GoldenFiles(filled.workspace);
      var again = golden.keep(of, mapping, one, false, Progress.NONE);
      files.takeBack(again);
      assertThat(Files.readString(file)).isEqualTo(again.before());
      files.again(again);
      assertThat(Files.readString(file)).isEqualTo(again.after());
    }
  }
}
