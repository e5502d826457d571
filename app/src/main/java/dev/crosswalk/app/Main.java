package dev.crosswalk.app;

import dev.crosswalk.app.cli.Cli;
import dev.crosswalk.app.cli.CliContext;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the program starts: the studio without arguments or with a workspace's folder, a command
 * otherwise. Must not be a JavaFX application class itself, so that the command line runs without
 * JavaFX.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Directories directories = Directories.ofThisProcess();
    Logging.toFile(directories.state());
    CliContext context = context(directories);
    if (opensStudio(arguments)) {
      openStudio(arguments);
      return;
    }
    System.exit(Cli.run(context, arguments));
  }

  /**
   * True without arguments, and for a path that is not also the name of a command. A path that
   * leads nowhere is the studio's to tell of, in its window.
   */
  static boolean opensStudio(String[] arguments) {
    return arguments.length == 0
        || (arguments.length == 1
            && !Cli.isCommand(arguments[0])
            && !arguments[0].startsWith("-")
            && isPath(arguments[0]));
  }

  private static boolean isPath(String argument) {
    return argument.contains("/")
        || argument.contains(File.separator)
        || Files.exists(Path.of(argument));
  }

  /** The only call into the studio. */
  private static void openStudio(String[] arguments) {
    dev.crosswalk.app.studio.Studio.main(arguments);
  }

  private static CliContext context(Directories directories) {
    return new CliContext(
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, false, StandardCharsets.UTF_8),
        System.in,
        System.console() != null && System.console().isTerminal(),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        directories,
        Clock.systemDefaultZone());
  }
}
