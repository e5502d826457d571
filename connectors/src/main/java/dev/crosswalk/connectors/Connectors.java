package dev.crosswalk.connectors;

import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connectors there are, and the way to open a connection with one. */
public interface Connectors {

  /** Sorted by name. */
  List<ConnectorInfo> list();

  Optional<ConnectorInfo> find(String id);

  /** What is wrong with a person's own definitions; those are not in the list. */
  default List<Problem> problems() {
    return List.of();
  }

  /** Reads a person's own definitions again, which may have been written or mended meanwhile. */
  default void refresh() {}

  /**
   * Checks a profile and opens a session; nothing goes over the network before its first call.
   *
   * @param secrets values of secret inputs just typed, by input key; they are stored by the first
   *     call that succeeds, not before; empty = use the stored ones
   * @throws dev.crosswalk.engine.problem.ProblemException for an unknown connector or auth, or a
   *     value that is missing or does not match its pattern
   */
  Session open(ConnectionProfile profile, Map<String, String> secrets);
}
