package dev.crosswalk.app.studio.connections;

import dev.crosswalk.app.Companies;
import dev.crosswalk.app.studio.shell.StudioContext;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What goes wrong at one made-up company, for trying how Crosswalk behaves then. */
final class SandboxFaults {
  /** The faults that can be tried, as the sandbox's command line writes them. */
  static final List<String> OFFERED =
      List.of(
          "expireTokens",
          "rotate",
          "revokeRefreshTokens",
          "forbid",
          "throttle=5",
          "slowMillis=800",
          "cut=2",
          "html=1",
          "garbage=1",
          "quota",
          "maintenance",
          "drift");

  private final StudioContext context;
  private final Companies companies;
  private final String connection;
  private final ReadOnlyObjectWrapper<Set<String>> on = new ReadOnlyObjectWrapper<>(Set.of());

  SandboxFaults(StudioContext context, Companies companies, String connection) {
    this.context = context;
    this.companies = companies;
    this.connection = connection;
    look();
  }

  /** What is on now, in the sandbox's words. */
  ReadOnlyObjectProperty<Set<String>> on() {
    return on.getReadOnlyProperty();
  }

  /**
   * @param fault one of {@link #OFFERED}
   */
  void cause(String fault) {
    change(() -> companies.fault(connection, fault));
    // These happen once and leave nothing that is on.
    if (fault.equals("expireTokens")) {
      context.notifications().info(context.texts().of("faults.expired", connection));
    } else if (fault.equals("revokeRefreshTokens")) {
      context.notifications().info(context.texts().of("faults.revoked", connection));
    }
  }

  void mend() {
    change(() -> companies.mend(connection));
  }

  private void look() {
    change(() -> {});
  }

  private void change(Runnable act) {
    context
        .tasks()
        .latest(
            "sandbox-faults",
            progress -> {
              act.run();
              return companies.faults(connection);
            },
            on::set,
            context.notifications()::problem);
  }
}
