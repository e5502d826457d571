package dev.crosswalk.connectors.plugin;

import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.ConnectorDefinition;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shipped code that opens connections in place of the engine, for what is no web service. */
@FunctionalInterface
public interface SessionPlugin {

  /** Opens a session; nothing is touched before its first call. */
  Session open(Opening opening);

  /**
   * @param inputs values of the definition's inputs, secret ones included
   * @param drivers folder where a person puts database drivers; null if there is none
   * @param reach to be asked before a host is connected to
   * @param redacted blanks secrets in a text
   * @param accepted to be run once the system has accepted what was typed
   */
  record Opening(
      ConnectorDefinition definition,
      ConnectionProfile profile,
      Map<String, String> inputs,
      @Nullable Path drivers,
      Reach reach,
      UnaryOperator<String> redacted,
      Runnable accepted) {
    public Opening {
      inputs = Map.copyOf(inputs);
    }
  }

  /** Whether this connection may go to a host now. */
  @FunctionalInterface
  interface Reach {
    /**
     * @throws dev.crosswalk.engine.problem.ProblemException where the person works offline and the
     *     host is not this machine
     */
    void check(String host);
  }
}
