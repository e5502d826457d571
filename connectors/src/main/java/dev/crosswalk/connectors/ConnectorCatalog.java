package dev.crosswalk.connectors;

import dev.crosswalk.connectors.definition.ConnectorDefinition;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.definition.DefinitionLoader;
import dev.crosswalk.connectors.definition.ShippedDefinitions;
import dev.crosswalk.connectors.http.Pause;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The shipped connectors and a person's own ones, which win over shipped ones of the same id. The
 * files are read once, when the catalog is made. Thread-safe.
 */
public final class ConnectorCatalog implements Connectors {
  private final SessionFactory sessions;
  private final Map<String, ConnectorDefinition> definitions;
  private final List<Problem> problems;

  private ConnectorCatalog(
      SessionFactory sessions,
      Map<String, ConnectorDefinition> definitions,
      List<Problem> problems) {
    this.sessions = sessions;
    this.definitions = Map.copyOf(definitions);
    this.problems = List.copyOf(problems);
  }

  public static ConnectorCatalog create(EngineOptions options) {
    return create(options, Pause.REAL);
  }

  static ConnectorCatalog create(EngineOptions options, Pause pause) {
    DefinitionLoader loader = new DefinitionLoader();
    Map<String, ConnectorDefinition> found = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String id : ShippedDefinitions.ids()) {
      found.put(id, loader.load(ShippedDefinitions.of(id).orElseThrow(), id + ".yaml", true));
    }
    for (Path file : files(options.definitions(), problems)) {
      try {
        ConnectorDefinition own = loader.load(file);
        found.put(own.info().id(), own);
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    return new ConnectorCatalog(new SessionFactory(options, pause), found, problems);
  }

  private static List<Path> files(
      @org.jspecify.annotations.Nullable Path folder, List<Problem> problems) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      problems.add(
          Problem.error(
              "connector-read",
              Place.of(folder.toString()),
              "The folder of connector definitions cannot be read.",
              "Check its permissions."));
      return List.of();
    }
  }

  /** What is wrong with a person's own definitions; those are not in the list. */
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public List<ConnectorInfo> list() {
    return definitions.values().stream()
        .map(ConnectorDefinition::info)
        .sorted(Comparator.comparing(ConnectorInfo::name))
        .toList();
  }

  @Override
  public Optional<ConnectorInfo> find(String id) {
    return Optional.ofNullable(definitions.get(id)).map(ConnectorDefinition::info);
  }

  @Override
  public Session open(ConnectionProfile profile, Map<String, String> secrets) {
    ConnectorDefinition definition = definitions.get(profile.connector());
    if (definition == null) {
      throw new ProblemException(
          Problem.error(
              "connection-connector",
              null,
              "There is no connector '"
                  + profile.connector()
                  + "', which the connection '"
                  + profile.name()
                  + "' needs.",
              "Known are: " + String.join(", ", new TreeMap<>(definitions).keySet()) + "."));
    }
    return sessions.open(definition, profile, secrets);
  }
}
