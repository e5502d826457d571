package dev.crosswalk.connectors;

import java.util.Map;
import java.util.TreeMap;

/**
 * A connection as a person set it up. Holds no secret: those lie in the {@code SecretStore} under
 * the connection's name.
 *
 * @param name the person's name for it: letters, digits, {@code . _ -}
 * @param connector id of the connector definition
 * @param auth id of one of the definition's auth methods
 * @param settings values of the definition's inputs that are not secret, by input key; besides them
 *     those of {@link #COMMON}
 */
public record ConnectionProfile(
    String name, String connector, String auth, Map<String, String> settings) {

  /**
   * Setting that any connection may have: an origin on this machine, such as {@code
   * http://127.0.0.1:41234}, that stands in for all hosts of the system. This is how a connection
   * to an account of the embedded sandbox works with the shipped definition.
   */
  public static final String LOOPBACK = "loopback";

  /**
   * Setting that any connection may have: which optional scopes a sign-in asks for, with spaces or
   * commas between, or {@code all}. Without it only the least that reading needs is asked for.
   */
  public static final String OPTIONAL_SCOPES = "optionalScopes";

  /**
   * Setting that any connection may have: how many percent of the system's quota of calls Crosswalk
   * may use; the rest is left alone. Without it the definition says so, or it is 80.
   */
  public static final String BUDGET_PERCENT = "budgetPercent";

  /** The settings that any connection may have. */
  public static final java.util.Set<String> COMMON =
      java.util.Set.of(LOOPBACK, OPTIONAL_SCOPES, BUDGET_PERCENT);

  public ConnectionProfile {
    settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
