package dev.crosswalk.app.cli;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.engine.schema.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the everyday commands once, over the demo's schemas in a folder of its own. The launcher
 * lets Java watch this after each build and keep what it learned, so that commands start in half
 * the time (docs/decisions/0017).
 */
public final class Rehearsal {
  private final Path folder;

  Rehearsal(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments one empty folder to work in
   */
  public static void main(String[] arguments) throws IOException {
    new Rehearsal(Path.of(arguments[0]).toAbsolutePath()).run();
  }

  /**
   * Runs all of it.
   *
   * @throws IllegalStateException if a command fails, with what it said
   */
  void run() throws IOException {
    try (Workspace workspace = DemoAssets.unpack(folder.resolve("workspace"), folder)) {
      String model = Json.write(SchemaFile.plain(workspace.target()));
      Files.writeString(folder.resolve("model.json"), model);
      Files.writeString(folder.resolve("model.yaml"), SchemaFile.write(workspace.target()));
    }
    Files.writeString(
        folder.resolve("people.ndjson"),
        "{\"first_name\":\"Ada\",\"email\":\"ada@example.com\",\"birth_date\":\"2001-02-03\"}\n");
    List<String> suggest = List.of("suggest", "--source", "model.json", "--target", "model.yaml");
    command(suggest, "--format", "json");
    command(suggest, "--history", "workspace");
    String mapping = command(suggest, "--pair", "person=person", "--format", "yaml");
    Path file = folder.resolve("workspace/mappings/person.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, mapping);
    command(List.of("preview", "workspace/mappings/person.yaml"), "--records", "people.ndjson");
    command(List.of("check", "workspace"));
    command(List.of("--help"));
  }

  private String command(List<String> begin, String... more) {
    List<String> arguments = new ArrayList<>(begin);
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CliContext context =
        new CliContext(
            new PrintWriter(out),
            new PrintWriter(err),
            InputStream.nullInputStream(),
            false,
            folder,
            Map.of("CROSSWALK_SECRETS", "memory"),
            new Directories(
                folder.resolve("config"), folder.resolve("cache"), folder.resolve("state")),
            Clock.systemUTC());
    int status = Cli.run(context, arguments.toArray(String[]::new));
    if (status > Exit.FINDINGS) {
      throw new IllegalStateException(String.join(" ", arguments) + ": " + err);
    }
    return out.toString();
  }
}
