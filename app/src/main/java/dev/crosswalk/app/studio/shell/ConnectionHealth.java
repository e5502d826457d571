package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What the status bar says of the connection in use.
 *
 * @param connection its name; empty where none is in use
 * @param budget remaining API calls; null where not told
 * @param production whether live data are behind it, as far as the system says
 */
public record ConnectionHealth(
    String connection, State state, Identity.@Nullable Budget budget, boolean production) {

  /** Of a connection that does not say whether its data are live. */
  public ConnectionHealth(String connection, State state, Identity.@Nullable Budget budget) {
    this(connection, state, budget, false);
  }

  /** Before anything was used. */
  public static final ConnectionHealth NONE = new ConnectionHealth("", State.UNKNOWN, null);

  /** How the latest call went. */
  public enum State {
    UNKNOWN,
    GOOD,
    FAILED
  }
}
