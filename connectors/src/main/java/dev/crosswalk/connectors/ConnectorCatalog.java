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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shipped connectors and a person's own ones, which win over shipped ones of the same id; those
 * of the workspace win over both. A shipped definition is read when it is first needed, own ones
 * when the catalog is made or the workspace changes. Thread-safe.
 */
public final class ConnectorCatalog implements Connectors {
  private final SessionFactory sessions;
  private final @Nullable Path personal;
  private final Map<String, ConnectorDefinition> shipped = new ConcurrentHashMap<>();
  private volatile Own own;
  private volatile @Nullable Path workspace;

  /** A person's own definitions by id, and what is wrong with others. */
  private record Own(Map<String, ConnectorDefinition> definitions, List<Problem> problems) {}

  private ConnectorCatalog(SessionFactory sessions, @Nullable Path personal) {
    this.sessions = sessions;
    this.personal = personal;
    this.own = read(personal, null);
  }

  public static ConnectorCatalog create(EngineOptions options) {
    return create(options, Pause.REAL);
  }

  static ConnectorCatalog create(EngineOptions options, Pause pause) {
    return new ConnectorCatalog(new SessionFactory(options, pause), options.definitions());
  }

  /**
   * Takes up the definitions of a workspace in place of those of the one before.
   *
   * @param folder its {@code connectors}, which need not exist; null = no workspace
   */
  public void useWorkspace(@Nullable Path folder) {
    workspace = folder;
    own = read(personal, folder);
  }

  @Override
  public void refresh() {
    own = read(personal, workspace);
  }

  private static Own read(@Nullable Path personal, @Nullable Path workspace) {
    DefinitionLoader loader = new DefinitionLoader();
    Map<String, ConnectorDefinition> found = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    List<Path> files = new ArrayList<>(files(personal, problems));
    files.addAll(files(workspace, problems));
    for (Path file : files) {
      try {
        ConnectorDefinition definition = loader.load(file);
        found.put(definition.info().id(), definition);
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    return new Own(Map.copyOf(found), List.copyOf(problems));
  }

  private @Nullable ConnectorDefinition definition(String id) {
    ConnectorDefinition mine = own.definitions().get(id);
    if (mine != null || !ShippedDefinitions.ids().contains(id)) {
      return mine;
    }
    return shipped.computeIfAbsent(
        id,
        i ->
            new DefinitionLoader().load(ShippedDefinitions.of(i).orElseThrow(), i + ".yaml", true));
  }

  private Set<String> ids() {
    Set<String> ids = new TreeSet<>(ShippedDefinitions.ids());
    ids.addAll(own.definitions().keySet());
    return ids;
  }

  private static List<Path> files(@Nullable Path folder, List<Problem> problems) {
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

  @Override
  public List<Problem> problems() {
    return own.problems();
  }

  @Override
  public List<ConnectorInfo> list() {
    return ids().stream()
        .flatMap(id -> find(id).stream())
        .sorted(Comparator.comparing(ConnectorInfo::name))
        .toList();
  }

  @Override
  public Optional<ConnectorInfo> find(String id) {
    return Optional.ofNullable(definition(id)).map(ConnectorDefinition::info);
  }

  @Override
  public Session open(ConnectionProfile profile, Map<String, String> secrets) {
    ConnectorDefinition definition = definition(profile.connector());
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
              "Known are: " + String.join(", ", ids()) + "."));
    }
    return sessions.open(definition, profile, secrets);
  }
}
