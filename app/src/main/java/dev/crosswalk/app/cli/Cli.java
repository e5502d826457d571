package dev.crosswalk.app.cli;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: all commands, one line each, and how failures are told. */
public final class Cli {
  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

  private static final String COMPLETION = "generate-completion";
  private static final String HELP = "help";

  private static final List<Named> COMMANDS =
      List.of(
          new Named("demo", DemoCommand::new),
          new Named("sandbox", SandboxCommand::new),
          new Named("init", InitCommand::new),
          new Named("connectors", ConnectorsCommand::new),
          new Named("connect", ConnectCommand::new),
          new Named("discover", DiscoverCommand::new),
          new Named("schemas", SchemasCommand::new),
          new Named("schema", SchemaCommand::create),
          new Named("records", RecordsCommand::new),
          new Named("import-schema", ImportSchemaCommand::new),
          new Named("import-mapping", ImportMappingCommand::new),
          new Named("suggest", SuggestCommand::new),
          new Named("preview", PreviewCommand::new),
          new Named("apply", ApplyCommand::new),
          new Named("check", CheckCommand::new),
          new Named("diff", DiffCommand::new),
          new Named("merge", MergeCommand::new),
          new Named("export", ExportCommand::new),
          new Named("json-schema", JsonSchemaCommand::new));

  /** A command by the name that its declaration has; made only if it is asked. */
  private record Named(String name, Function<CliContext, Object> make) {}

  private Cli() {}

  /** Runs one command and gives its exit status. */
  public static int run(CliContext context, String... arguments) {
    int status = create(context, arguments).execute(arguments);
    context.out().flush();
    context.err().flush();
    return status;
  }

  /** Whether this argument names a command rather than a folder. */
  public static boolean isCommand(String argument) {
    return argument.startsWith("-")
        || argument.equals(COMPLETION)
        || argument.equals(HELP)
        || COMMANDS.stream().anyMatch(c -> c.name().equals(argument));
  }

  /**
   * The command that the arguments begin with, or all of them. To read the declarations of all
   * takes longer than most commands do.
   */
  static CommandLine create(CliContext context, String... arguments) {
    CommandLine line = new CommandLine(new Root());
    List<Named> asked =
        COMMANDS.stream()
            .filter(c -> arguments.length > 0 && c.name().equals(arguments[0]))
            .toList();
    (asked.isEmpty() ? COMMANDS : asked).forEach(c -> line.addSubcommand(c.make().apply(context)));
    if (asked.isEmpty()) {
      line.addSubcommand(new GenerateCompletion());
      line.addSubcommand(new HelpCommand());
    }
    line.setOut(context.out());
    line.setErr(context.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((e, _) -> wrongArguments(context, e));
    line.setExecutionExceptionHandler((e, command, _) -> failed(context, e, command));
    line.setExitCodeExceptionMapper(_ -> Exit.INPUT);
    return line;
  }

  private static int wrongArguments(CliContext context, ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    context.say("crosswalk: " + e.getMessage());
    context.say("  Run " + name + " --help for what it takes and an example.");
    return Exit.INPUT;
  }

  private static int failed(CliContext context, Exception e, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    LOG.error("{} failed", name, e);
    return switch (e) {
      case Exit.SystemFailed system -> {
        system.problems().problems().forEach(p -> tell(context, p));
        yield Exit.SYSTEM;
      }
      case ProblemException problems -> {
        problems.problems().forEach(p -> tell(context, p));
        yield Exit.INPUT;
      }
      case CancellationException _ -> {
        context.say("Cancelled.");
        yield Exit.INPUT;
      }
      default -> {
        context.say("error: " + name + " stopped on something unforeseen: " + e);
        context.say(
            "  The log in "
                + context.directories().state()
                + " has the details; please report it.");
        yield Exit.INPUT;
      }
    };
  }

  /** One problem: where and what on a line, the next step below it. */
  static void tell(CliContext context, Problem problem) {
    String where = problem.place() == null ? "" : problem.place() + ": ";
    String severity = problem.severity().name().toLowerCase(java.util.Locale.ROOT);
    context.say(where + severity + ": " + problem.what());
    if (!problem.next().isEmpty()) {
      context.say("  " + problem.next());
    }
  }

  @Command(
      name = "crosswalk",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "[WORKSPACE | COMMAND]",
      description = "Maps the fields of CRM accounts to your own model.",
      footer = {
        "",
        "Without a command, or with a workspace's folder, the studio opens.",
        "Exit status: 0 fine, 1 findings, 2 wrong arguments or an unreadable file,",
        "3 a system could not be reached or refused the login.",
        "",
        "Example: crosswalk demo my-demo"
      })
  static final class Root implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {"crosswalk " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
