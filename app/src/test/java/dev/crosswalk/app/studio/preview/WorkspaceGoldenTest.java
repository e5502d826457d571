package dev.crosswalk.app.studio.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.FilledWorkspace;
import dev.crosswalk.app.studio.StudioFixture;
import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.mapping.MappingDesk.Opened;
import dev.crosswalk.app.studio.mapping.WorkspaceDesk;
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
      String kept =
          new WorkspaceGolden(filled.workspace, studio.secrets, Map.of())
              .keep(of, opened.editor().mapping(), of.records(), Progress.NONE);
      assertThat(kept).startsWith("customers/northwind/golden/");
      String text = Files.readString(filled.workspace.root().resolve(kept));
      assertThat(text).contains("email:").doesNotContain("a@example.org");
    }
  }
}
