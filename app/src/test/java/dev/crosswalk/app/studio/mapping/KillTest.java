package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.workspace.UnsavedWork;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.mapping.MappingDocument;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: what was kept of unsaved edits, and of an expression that cannot be read yet, is whole
 * after a kill in the middle of more of them.
 */
class KillTest {
  private static final Pattern EDIT = Pattern.compile("# edit (\\d+)");
  private static final Pattern HALF = Pattern.compile(Pattern.quote(KilledStudio.HALF) + "(\\d+)");

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void a_kill_in_the_middle_of_edits_keeps_them_and_leaves_the_workspace_alone() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:+UseSerialGC",
                    "-cp",
                    classpath,
                    KilledStudio.class.getName(),
                    folder.toString()))
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    AtomicInteger told = new AtomicInteger();
    try (BufferedReader out = process.inputReader()) {
      Thread reader =
          Thread.ofVirtual()
              .start(() ->
                  out.lines()
                      .filter(l -> l.startsWith("edit "))
                      .forEach(l -> told.set(Integer.parseInt(l.substring(5)))));
      while (told.get() < 5 && process.isAlive()) {
        Thread.sleep(20);
      }
      int made = told.get();
      while (Math.min(kept(EDIT), kept(HALF)) < made && process.isAlive()) {
        Thread.sleep(20);
      }
      process.destroyForcibly().waitFor();
      reader.join();
      assertThat(made)
          .as("edits; the process said %s", Files.readString(folder.resolve("errors.txt")))
          .isPositive();
      check(made);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The newest edit of a kind that is kept beside the workspace; 0 while none is. */
  private int kept(Pattern kind) {
    if (!Files.exists(folder.resolve("w").resolve(Workspace.FILE))) {
      return 0;
    }
    try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
      return unsaved(workspace)
          .map(kind::matcher)
          .filter(Matcher::find)
          .map(last -> Integer.parseInt(last.group(1)))
          .orElse(0);
    }
  }

  private Optional<String> unsaved(Workspace workspace) {
    Path file = workspace.mappings().getFirst().file();
    return new UnsavedWork(folder.resolve("person/state"), workspace.root())
        .of(WorkspaceFiles.shown(file));
  }

  private void check(int made) {
    try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
      Path file = workspace.mappings().getFirst().file();
      assertThat(workspace.text(file)).doesNotContain("# edit");
      String whole = unsaved(workspace).orElseThrow();
      assertThat(MappingDocument.parse(whole, file.toString()).mapping()).isPresent();
    }
    assertThat(kept(EDIT)).isGreaterThanOrEqualTo(made);
    assertThat(kept(HALF)).isGreaterThanOrEqualTo(made);
  }
}
