package dev.crosswalk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace written as text, file by file, as a person does it with an editor. */
public record WrittenWorkspace(Path root) {

  /** With the target system {@code acme}, and nothing else yet. */
  public static WrittenWorkspace in(Path root) throws IOException {
    WrittenWorkspace workspace = new WrittenWorkspace(root);
    workspace.write(
        "crosswalk.yaml",
        "format: crosswalk/v1\nkind: Workspace\nname: w\ntarget: { system: acme }\n");
    return workspace;
  }

  public void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  public String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }
}
