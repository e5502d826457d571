package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosswalk.connectors.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: git ends when nobody wants it any more, and what it says does no harm. */
class GitProgramTest {
  @TempDir Path folder;

  /** Git runs a shell command of ours in its own place. */
  private static List<String> shell(String command) {
    return List.of("-c", "alias.ours=!" + command, "ours");
  }

  @BeforeEach
  void onlyWithGit() {
    Optional<GitProgram.Result> version =
        GitProgram.run(folder, List.of("--version"), Progress.NONE);
    assumeTrue(version.isPresent() && version.get().good(), "There is no git on this machine.");
  }

  @Test
  void whatGitStartedIsGoneWhenACancelledRunReturns() throws IOException {
    Path told = folder.resolve("pid");
    Progress cancelledOnceItRuns = Progress.until(() -> Files.exists(told));
    String command = "echo $$ > half && mv half pid && exec sleep 300";
    assertThatThrownBy(() -> GitProgram.run(folder, shell(command), cancelledOnceItRuns))
        .isInstanceOf(CancellationException.class);
    long process = Long.parseLong(Files.readString(told).strip());
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aServerThatSaysTooMuchOrNonsenseIsReadToItsEnd() {
    String command =
        "yes 'remote: and so on' | head -n 20000;"
            + " echo 'remote: 5: 1% (99999999999999999999/1)'; echo 'fatal: no'; exit 1";
    GitProgram.Result result = GitProgram.run(folder, shell(command), Progress.NONE).orElseThrow();
    assertThat(result.good()).isFalse();
    assertThat(result.said()).contains("remote:").hasSizeLessThan(1000);
  }
}
