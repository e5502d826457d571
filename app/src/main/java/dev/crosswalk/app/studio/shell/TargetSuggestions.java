package dev.crosswalk.app.studio.shell;

import dev.crosswalk.app.workspace.Suggested;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What could fill one target from a connection's newest schema. Takes its time: on a task. */
public final class TargetSuggestions {
  private static final int CANDIDATES = 3;

  private final Workspace workspace;
  private final StudioServices services;

  public TargetSuggestions(Workspace workspace, StudioServices services) {
    this.workspace = workspace;
    this.services = services;
  }

  /** The newest schema of a connection; empty where nothing was discovered. */
  public Optional<Schema> live(String connection) {
    return connection.isEmpty()
        ? Optional.empty()
        : services
            .cache()
            .latest(connection)
            .map(SnapshotInfo::id)
            .flatMap(services.cache()::schema);
  }

  /**
   * The matcher's choice for a target, or its best candidate where it chooses none. What other
   * customers said no to does not count.
   *
   * @param customer id; empty for the base
   * @param connection whose records are looked at
   * @param system of the source
   * @param source the source object, as it is now
   * @param object the target object
   */
  public Optional<Candidate> best(
      String customer,
      String connection,
      String system,
      SchemaObject source,
      String object,
      String target) {
    List<SchemaObject> sources = new ArrayList<>(List.of(source));
    sources.addAll(Referenced.by(source, services.cache(), connection));
    MatchRequest request =
        new MatchRequest(
            Schema.of(system, sources),
            workspace.target(),
            List.of(new MatchRequest.Pair(source.name(), object)),
            Map.of(
                source.name(),
                services.cache().records(connection, source.name(), services.clock().instant())),
            workspace.history().forCustomer(customer),
            CANDIDATES,
            Set.of(),
            workspace.words());
    return services.matcher().suggest(request).forTarget(object).stream()
        .filter(s -> FieldPath.of(s.targetField()).toString().equals(target))
        .flatMap(s -> s.choice().or(() -> s.candidates().stream().findFirst()).stream())
        .findFirst();
  }

  /** A candidate's field mapping, with the steps of an example where it has none of its own. */
  public static FieldMapping like(FieldMapping example, Candidate candidate) {
    FieldMapping suggested = Suggested.accepted(candidate);
    boolean one = suggested.sources().size() == 1 && example.sources().size() == 1;
    return one && suggested.use().isEmpty() && suggested.values() == null
        ? example.withInput(From.of(suggested.sources().getFirst())).withOrigin(suggested.origin())
        : suggested;
  }
}
