package dev.crosswalk.app;

import java.util.List;
import java.util.Set;

/** The made-up companies of the embedded sandbox, and what can be made to go wrong with them. */
public interface Companies {
  /** None, where there is no sandbox. */
  Companies NONE =
      new Companies() {
        @Override
        public List<SandboxHost.Account> all() {
          return List.of();
        }

        @Override
        public Set<String> faults(String connection) {
          return Set.of();
        }

        @Override
        public void fault(String connection, String fault) {}

        @Override
        public void mend(String connection) {}
      };

  /** One a company, of every system that the sandbox speaks; started if they are not running. */
  List<SandboxHost.Account> all();

  /** The faults that are on, in the sandbox's own words. */
  Set<String> faults(String connection);

  /**
   * @param connection name of a connection to one of them
   * @param fault as on the command line: {@code drift}, {@code throttle=5}
   */
  void fault(String connection, String fault);

  /** Ends all faults of a company. */
  void mend(String connection);
}
