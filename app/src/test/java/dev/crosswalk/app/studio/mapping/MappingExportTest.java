package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.studio.shell.FakeDialogs;
import dev.crosswalk.engine.export.Exporter;
import dev.crosswalk.engine.export.Exporters;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Protects that the window exports in every format that can be, and says where it is. */
@ExtendWith(ApplicationExtension.class)
class MappingExportTest {
  @TempDir Path folder;

  @Test
  void theWindowSaysWhatItWroteAndWhatIsNotSaid() {
    try (DeskFixture desk = new DeskFixture(folder)) {
      MappingExport export =
          new MappingExport(
              desk.studio.context(new FakeDialogs()),
              MappingFixture.opened(new MappingFixture.Said()));
      for (String format : new String[] {"jsonata", "json-schema", "csv", "html"}) {
        Exporter exporter = Exporters.find(format).orElseThrow();
        String told = export.write(desk.workspace, desk.file, null, exporter);
        Path folderOfFormat = desk.workspace.root().resolve("exports").resolve(format);
        assertThat(told).contains(folderOfFormat.toString());
        assertThat(folderOfFormat).isNotEmptyDirectory();
      }
    }
  }
}
