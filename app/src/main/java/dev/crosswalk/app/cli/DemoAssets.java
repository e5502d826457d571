package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.MergeDriver;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The files with which the demo's workspace starts: a made-up product's own data model. */
final class DemoAssets {
  private static final String RESOURCES = "/dev/crosswalk/assets/demo/";
  private static final List<String> FILES =
      List.of(
          "crosswalk.yaml",
          "schemas/acme/company.yaml",
          "schemas/acme/deal.yaml",
          "schemas/acme/person.yaml",
          "schemas/acme/ticket.yaml");

  private DemoAssets() {}

  /** Writes the files into a folder, which must not hold them yet, and opens it. */
  static Workspace unpack(Path folder, Path shown) {
    WorkspaceFiles files = new WorkspaceFiles(OutFolder.make(folder, shown));
    // The file that makes the folder a workspace comes last: a copy broken off is none.
    for (String name : FILES.reversed()) {
      files.write(Path.of(name), read(name), null);
    }
    Workspace workspace = Workspace.open(folder);
    MergeDriver.attribute(workspace);
    return workspace;
  }

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(DemoAssets.class.getResourceAsStream(RESOURCES + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
