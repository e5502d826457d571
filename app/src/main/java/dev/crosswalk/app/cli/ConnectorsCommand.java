package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.DefinitionLoader;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The connectors there are. */
@Command(
    name = "connectors",
    mixinStandardHelpOptions = true,
    description = "Lists the connectors, shows one, or checks a definition of your own.",
    footer = {"", "Example: crosswalk connectors show salesforce"})
final class ConnectorsCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  ConnectorsCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return list();
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the connectors.",
      footer = {"", "Example: crosswalk connectors list --format json"})
  int list(
      @Option(names = "--format", description = "text or json", defaultValue = "TEXT")
          Format wanted) {
    format = wanted;
    return list();
  }

  private int list() {
    try (Services services = context.services()) {
      List<ConnectorInfo> all = services.connectors().list();
      if (format == Format.JSON) {
        context.print(Json.write(all.stream().map(ConnectorsCommand::shown).toList()));
        return Exit.FINE;
      }
      Table table = new Table("ID", "NAME", "SIGN IN WITH", "CHECKED ON", "TRIED ON REAL ANSWERS");
      all.forEach(c ->
          table.row(
              c.id(),
              c.name()
                  + (c.shipped()
                      ? ""
                      : c.refines() == null ? " (own)" : " (own, on " + c.refines() + ")"),
              String.join(", ", c.auths().stream().map(ConnectorInfo.Auth::id).toList()),
              c.checkedOn() == null ? "" : c.checkedOn(),
              c.tried().isEmpty() ? "not tried" : String.join(", ", c.tried())));
      context.print(table.toString());
      services.connectors().problems().forEach(p -> Cli.tell(context, p));
      return Exit.FINE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows what a connector asks for.",
      footer = {"", "Example: crosswalk connectors show hubspot"})
  int show(
      @Parameters(paramLabel = "ID", description = "id of the connector") String id,
      @Option(names = "--format", description = "text or json", defaultValue = "TEXT")
          Format wanted) {
    try (Services services = context.services()) {
      ConnectorInfo info = find(context, services, id);
      if (wanted == Format.JSON) {
        context.print(Json.write(shown(info)));
        return Exit.FINE;
      }
      context.print(info.name() + " (" + info.id() + ")");
      if (info.docs() != null) {
        context.print("Documentation: " + info.docs());
      }
      if (info.checkedOn() != null) {
        context.print("Compared with the vendor on " + info.checkedOn());
      }
      context.print(
          info.tried().isEmpty()
              ? "Not tried on real answers of the system"
              : "Tried on real answers: " + String.join(", ", info.tried()));
      if (info.versionEnd() != null) {
        context.print("The vendor ends this API on " + info.versionEnd());
      }
      for (ConnectorInfo.Auth auth : info.auths()) {
        context.print("");
        context.print("--auth " + auth.id() + ": " + auth.label());
        for (ConnectorInfo.Input input : info.inputsFor(auth.id())) {
          context.print("  " + input.key() + "  " + describe(input));
        }
      }
      return Exit.FINE;
    }
  }

  private static String describe(ConnectorInfo.Input input) {
    StringBuilder text = new StringBuilder(input.label());
    if (input.secret()) {
      text.append(", secret");
    }
    if (input.optional()) {
      text.append(", optional");
    }
    if (input.defaultValue() != null) {
      text.append(", default ").append(input.defaultValue());
    }
    return text.toString();
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Checks a connector definition: file, line and reason of every mistake.",
      footer = {"", "Example: crosswalk connectors check connectors/mycrm.yaml"})
  int check(@Parameters(paramLabel = "FILE", description = "a definition in YAML") Path file) {
    try {
      new DefinitionLoader().load(context.path(file));
    } catch (ProblemException e) {
      e.problems().forEach(p -> Cli.tell(context, p));
      return e.problem().code().startsWith("file-") ? Exit.INPUT : Exit.FINDINGS;
    }
    context.say(file + " is a valid connector definition.");
    return Exit.FINE;
  }

  /** A definition that lies here is not seen where the folder belongs to no workspace. */
  private static String elsewhere(CliContext context) {
    return MappingArgument.root(context.folder()).isEmpty()
        ? " This folder is no workspace, so definitions in its 'connectors' are not looked at: make"
            + " it one with crosswalk init ."
        : "";
  }

  /** The connector, or a problem that names those there are. */
  static ConnectorInfo find(CliContext context, Services services, String id) {
    return services
        .connectors()
        .find(id)
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "connector-unknown",
                    null,
                    "There is no connector " + id + ".",
                    "Choose one of: "
                        + String.join(
                            ", ",
                            services.connectors().list().stream().map(ConnectorInfo::id).toList())
                        + "."
                        + elsewhere(context)
                        + (services.connectors().problems().isEmpty()
                            ? ""
                            : " Definitions with errors are not among them: see crosswalk"
                                + " connectors list."))));
  }

  private static Map<String, Object> shown(ConnectorInfo info) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", info.id());
    map.put("name", info.name());
    map.put("shipped", info.shipped());
    if (info.docs() != null) {
      map.put("docs", info.docs());
    }
    if (info.checkedOn() != null) {
      map.put("checkedOn", info.checkedOn());
    }
    map.put("tried", info.tried());
    if (info.versionEnd() != null) {
      map.put("versionEnd", info.versionEnd());
    }
    if (info.refines() != null) {
      map.put("refines", info.refines());
    }
    map.put("auths", info.auths());
    map.put("inputs", info.inputs());
    return map;
  }
}
