package dev.crosswalk.app.cli;

import dev.crosswalk.app.Directories;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Runs commands in this process, in a folder of its own, as if from a script. */
final class CliRunner {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";

  CliRunner(Path folder) {
    this.folder = folder;
    environment.put("CROSSWALK_SECRETS", "memory");
  }

  /** What one command did. */
  record Result(int status, String out, String err) {
    JsonNode json() {
      return Json.mapper().readTree(out);
    }
  }

  CliRunner with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  CliRunner input(String text) {
    input = text;
    return this;
  }

  /** Suggestions for Contact of source.yaml and person of target.yaml, as JSON. */
  Result suggestContact(List<String> more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "suggest",
                "--source",
                "source.yaml",
                "--target",
                "target.yaml",
                "--pair",
                "Contact=person",
                "--format",
                "json"));
    all.addAll(more);
    return run(all.toArray(String[]::new));
  }

  Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Cli.run(context(out, err), arguments);
    return new Result(status, out.toString(), err.toString());
  }

  CliContext context() {
    return context(new StringWriter(), new StringWriter());
  }

  private CliContext context(StringWriter out, StringWriter err) {
    Path home = folder.resolve("home");
    return new CliContext(
        new PrintWriter(out),
        new PrintWriter(err),
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        false,
        folder,
        environment,
        new Directories(home.resolve("config"), home.resolve("cache"), home.resolve("state")),
        Clock.systemUTC());
  }
}
