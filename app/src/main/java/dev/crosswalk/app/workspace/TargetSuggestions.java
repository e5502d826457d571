package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.match.MatchRequest;
import dev.crosswalk.engine.match.Suggestions.Candidate;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
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
  private final Known known;

  public TargetSuggestions(Workspace workspace, Known known) {
    this.workspace = workspace;
    this.known = known;
  }

  /** The newest schema of a connection; empty where nothing was discovered. */
  public Optional<Schema> live(String connection) {
    return known.schema(connection);
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
    return all(customer, connection, system, source, object).stream()
        .filter(s -> path(s).equals(target))
        .flatMap(s -> s.choice().or(() -> s.candidates().stream().findFirst()).stream())
        .findFirst();
  }

  /** What the matcher says of each target of an object; parameters as in {@link #best}. */
  List<TargetSuggestion> all(
      String customer, String connection, String system, SchemaObject source, String object) {
    List<SchemaObject> sources = new ArrayList<>(List.of(source));
    sources.addAll(Referenced.by(source, known.cache(), connection));
    MatchRequest request =
        new MatchRequest(
            Schema.of(system, sources),
            workspace.target(),
            List.of(new MatchRequest.Pair(source.name(), object)),
            Map.of(
                source.name(),
                known.cache().records(connection, source.name(), known.clock().instant())),
            workspace.history().forCustomer(customer),
            CANDIDATES,
            Set.of(),
            workspace.words());
    return known.matcher().suggest(request).forTarget(object);
  }

  /** The target as mapping files have it. */
  static String path(TargetSuggestion suggestion) {
    return FieldPath.of(suggestion.targetField()).toString();
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
