package dev.crosswalk.app.studio.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.app.workspace.UnsavedWork;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.mapping.MappingDocument;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is really killed in the middle of edits loses the last moment and no more. */
class KillTest {
  private static final Pattern EDIT = Pattern.compile("# edit (\\d+)");

  @TempDir Path folder;

  @Test
  @Timeout(90)
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
      int aSecondBefore = told.get();
      Thread.sleep(1000);
      process.destroyForcibly().waitFor();
      reader.join();
      assertThat(aSecondBefore)
          .as("edits; the process said %s", Files.readString(folder.resolve("errors.txt")))
          .isPositive();
      check(aSecondBefore);
    } finally {
      process.destroyForcibly();
    }
  }

  private void check(int aSecondBefore) {
    Workspace workspace = Workspace.open(folder.resolve("w"));
    Path file = workspace.mappings().getFirst().file();
    String name = file.toString().replace('\\', '/');
    assertThat(workspace.text(file)).doesNotContain("# edit");
    String kept =
        new UnsavedWork(folder.resolve("person/state"), workspace.root()).of(name).orElseThrow();
    assertThat(MappingDocument.parse(kept, name).mapping()).isPresent();
    Matcher last = EDIT.matcher(kept);
    assertThat(last.find()).isTrue();
    assertThat(Integer.parseInt(last.group(1))).isGreaterThanOrEqualTo(aSecondBefore);
    workspace.close();
  }
}
