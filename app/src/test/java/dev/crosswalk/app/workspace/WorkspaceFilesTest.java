package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects the promise that a workspace loses nothing and reaches nothing outside its folder. */
class WorkspaceFilesTest {
  @TempDir Path temporary;
  Path root;
  WorkspaceFiles files;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(temporary.resolve("workspace"));
    files = new WorkspaceFiles(root);
  }

  private static String code(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work).problem().code();
  }

  @Test
  void writesNewFilesWithTheirFoldersAndLeavesNoTemporaryFile() throws IOException {
    files.write(Path.of("a/b/c.yaml"), "x: ä\n", null);
    assertThat(files.read(Path.of("a/b/c.yaml"))).isEqualTo("x: ä\n");
    try (Stream<Path> list = Files.list(root.resolve("a/b"))) {
      assertThat(list).hasSize(1);
    }
  }

  @Test
  void keepsThePermissionsOfTheOldFile() throws IOException {
    Path file = Files.writeString(root.resolve("a.yaml"), "1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    files.write(Path.of("a.yaml"), "2\n", "1\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void neverOverwritesWhatAnotherProgramWrote() throws IOException {
    Path file = Files.writeString(root.resolve("a.yaml"), "loaded\n");
    Files.writeString(file, "theirs\n");
    assertThat(code(() -> files.write(Path.of("a.yaml"), "ours\n", "loaded\n")))
        .isEqualTo("file-changed");
    assertThat(code(() -> files.write(Path.of("a.yaml"), "ours\n", null)))
        .isEqualTo("file-changed");
    assertThat(file).hasContent("theirs");
    Files.delete(file);
    assertThat(code(() -> files.write(Path.of("a.yaml"), "ours\n", "loaded\n")))
        .isEqualTo("file-changed");
    assertThat(file).doesNotExist();
  }

  @Test
  void savingTheTextThatIsThereAlreadyIsNoConflict() throws IOException {
    Files.writeString(root.resolve("a.yaml"), "same\n");
    files.write(Path.of("a.yaml"), "same\n", "older\n");
    assertThat(files.read(Path.of("a.yaml"))).isEqualTo("same\n");
  }

  @Test
  void refusesPathsThatLeaveTheFolder() throws IOException {
    Path outside = Files.writeString(temporary.resolve("secret.yaml"), "secret\n");
    Files.createSymbolicLink(root.resolve("link.yaml"), outside);
    Files.createSymbolicLink(root.resolve("folder"), temporary);
    Files.createSymbolicLink(root.resolve("nowhere.yaml"), temporary.resolve("missing.yaml"));
    for (Path path :
        List.of(
            Path.of("../secret.yaml"),
            Path.of("a/../../secret.yaml"),
            outside,
            Path.of("link.yaml"),
            Path.of("folder/secret.yaml"),
            Path.of("nowhere.yaml"),
            Path.of(""))) {
      assertThat(code(() -> files.read(path))).as("%s", path).isEqualTo("path-outside");
      assertThat(code(() -> files.write(path, "x", null))).isEqualTo("path-outside");
    }
    assertThat(outside).hasContent("secret");
    assertThat(temporary.resolve("missing.yaml")).doesNotExist();
  }

  @Test
  void aLinkInsideTheFolderStaysALink() throws IOException {
    Files.writeString(root.resolve("real.yaml"), "1\n");
    Files.createSymbolicLink(root.resolve("link.yaml"), Path.of("real.yaml"));
    files.write(Path.of("link.yaml"), "2\n", "1\n");
    assertThat(root.resolve("link.yaml")).isSymbolicLink();
    assertThat(root.resolve("real.yaml")).hasContent("2");
  }

  @Test
  void saysWhyAFileCannotBeReadOrWritten() throws IOException {
    Files.write(root.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(code(() -> files.read(Path.of("binary.yaml")))).isEqualTo("file-encoding");
    assertThat(code(() -> files.read(Path.of("none.yaml")))).isEqualTo("file-missing");
    Files.writeString(root.resolve("file"), "x");
    assertThat(code(() -> files.write(Path.of("file/a.yaml"), "x", null)))
        .isEqualTo("file-unwritable");
    assertThat(code(() -> new WorkspaceFiles(root.resolve("none")))).isEqualTo("workspace-missing");
  }

  @Test
  void aReadOnlyFolderIsAProblemAndKeepsTheFile() throws IOException {
    Path folder = Files.createDirectory(root.resolve("locked"));
    Path file = Files.writeString(folder.resolve("a.yaml"), "1\n");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(folder), "The superuser may write everywhere.");
    assertThat(code(() -> files.write(Path.of("locked/a.yaml"), "2\n", "1\n")))
        .isEqualTo("file-unwritable");
    assertThat(file).hasContent("1");
  }

  @Test
  void listsWithoutHiddenFilesAndLinks() throws IOException {
    files.write(Path.of("m/b.yaml"), "", null);
    files.write(Path.of("m/x/a.yaml"), "", null);
    files.write(Path.of("m/.b.yaml"), "", null);
    files.write(Path.of("m/readme.md"), "", null);
    Files.createSymbolicLink(root.resolve("m/link.yaml"), Path.of("b.yaml"));
    assertThat(files.list(Path.of("m"), 3, ".yaml"))
        .containsExactly(Path.of("m/b.yaml"), Path.of("m/x/a.yaml"));
    assertThat(files.list(Path.of("none"), 3, ".yaml")).isEmpty();
    assertThat(files.folders(Path.of("m"))).containsExactly("x");
  }
}
