package dev.crosswalk.app.studio.shell;

import dev.crosswalk.connectors.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What the status bar says of the connection in use.
 *
 * @param connection its name; empty where none is in use
 * @param budget remaining API calls; null where not told
 * @param production whether live data are behind it; null where this was not told now
 */
public record ConnectionHealth(
    String connection,
    State state,
    Identity.@Nullable Budget budget,
    @Nullable Boolean production) {

  /** Of a call that did not tell whether the data are live. */
  public ConnectionHealth(String connection, State state, Identity.@Nullable Budget budget) {
    this(connection, state, budget, null);
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
