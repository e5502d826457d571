package dev.crosswalk.app.cli;

import dev.crosswalk.app.Directories;
import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.auth.Browser;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command gets from the process that it runs in.
 *
 * @param out results only
 * @param err everything else
 * @param terminal whether a person sees {@code err} as it is written
 * @param folder against which relative paths are read
 */
public record CliContext(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    boolean terminal,
    Path folder,
    Map<String, String> environment,
    Directories directories,
    Clock clock) {

  /** The path as the person gave it, made absolute. */
  Path path(Path given) {
    return folder.resolve(given).normalize();
  }

  /** Progress that a person sees; nothing where nobody looks. */
  Progress progress(String title) {
    return terminal ? new TerminalProgress(err, title, clock) : Progress.NONE;
  }

  /**
   * The services, opened for one command; to be closed by it. In a workspace its connector
   * definitions are known.
   */
  Services services() {
    return services(folder);
  }

  /**
   * @param inside a folder of the workspace whose connector definitions are known, if it is in one
   */
  Services services(Path inside) {
    Services services =
        Services.create(directories, browser(), clock, environment, Optional::empty);
    MappingArgument.root(inside).ifPresent(services::useWorkspace);
    return services;
  }

  /** Prints the address where a person signs in, and tries to open it. */
  private Browser browser() {
    return new Browser() {
      @Override
      public void open(URI page) {
        say("Sign in here: " + page);
        Desktops.open(page);
      }

      @Override
      public void open(URI page, String code) {
        say("Sign in here: " + page + "\nand type this code: " + code);
        Desktops.open(page);
      }
    };
  }

  void say(String text) {
    err.println(text);
    err.flush();
  }

  void print(String text) {
    out.println(text);
    out.flush();
  }
}
