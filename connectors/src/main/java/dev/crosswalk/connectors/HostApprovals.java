package dev.crosswalk.connectors;

import java.util.Set;

/**
 * To which hosts a person lets a connection send its secrets, where its definition is not a shipped
 * one: a definition comes with a workspace, and a workspace may come from anybody. Thread-safe.
 */
public interface HostApprovals {

  /** Nothing is approved and nothing is kept. */
  HostApprovals NONE =
      new HostApprovals() {
        @Override
        public Set<String> approved(String connection) {
          return Set.of();
        }

        @Override
        public void approve(String connection, String host) {}

        @Override
        public void forget(String connection) {}
      };

  /** Hosts, with the port where it is not the usual one. */
  Set<String> approved(String connection);

  /**
   * @param host as {@link #approved} gives it, such as {@code api.example.com}
   */
  void approve(String connection, String host);

  /** Takes all back, as where a connection is removed. */
  void forget(String connection);
}
