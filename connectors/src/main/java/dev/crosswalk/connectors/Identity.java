package dev.crosswalk.connectors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found out.
 *
 * @param user who is logged in, as the system names them; null = the system does not say
 * @param organisation the account or org; null = the system does not say
 * @param production true for live data, false for a sandbox; null = cannot be told
 * @param apiVersion the version in use; null where there is none
 * @param scopes what was granted; empty where the system does not say
 * @param budget remaining API calls; null where the system does not say
 */
public record Identity(
    @Nullable String user,
    @Nullable String organisation,
    @Nullable Boolean production,
    @Nullable String apiVersion,
    List<String> scopes,
    @Nullable Budget budget) {

  public Identity {
    scopes = List.copyOf(scopes);
  }

  /**
   * Calls used of the calls allowed in the system's own period (mostly a day).
   *
   * @param percent share of the limit that Crosswalk may use; the rest is left to other tools
   */
  public record Budget(long used, long limit, int percent) {
    /** All may be used. */
    public Budget(long used, long limit) {
      this(used, limit, 100);
    }

    public long remaining() {
      return Math.max(0, limit - used);
    }

    /** How many calls Crosswalk may still send. */
    public long left() {
      return Math.max(0, limit * percent / 100 - used);
    }
  }
}
