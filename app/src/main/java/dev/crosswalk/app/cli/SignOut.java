package dev.crosswalk.app.cli;

import dev.crosswalk.app.ConnectionSecrets;
import dev.crosswalk.app.Services;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.definition.ConnectorInfo;
import dev.crosswalk.connectors.secrets.SecretStores;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The end of a sign-in: taken back at the system, and every secret of the connection forgotten. */
final class SignOut {
  private final CliContext context;
  private final Services services;

  SignOut(CliContext context, Services services) {
    this.context = context;
    this.services = services;
  }

  /** The secrets are gone here even where the system cannot be asked; that is then said. */
  int of(ConnectionProfile profile, Format format) {
    List<ConnectorInfo> connectors = services.connectors().list();
    AtomicBoolean ended = new AtomicBoolean();
    Problem refused = takenBack(profile, ended);
    ConnectionSecrets.forget(services.secrets(), profile, connectors);
    List<String> variables =
        ConnectionSecrets.keys(profile, connectors).stream()
            .filter(key -> services.secrets().get(profile.name(), key).isPresent())
            .map(key -> SecretStores.variable(profile.name(), key))
            .toList();
    if (format == Format.JSON) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("connection", profile.name());
      map.put("signedOut", true);
      map.put("atTheSystem", ended.get());
      map.put("stillInEnvironment", variables);
      context.print(Json.write(map));
    } else {
      context.print(
          "Signed out "
              + profile.name()
              + ": its secrets are gone from "
              + services.secrets().describe()
              + ".");
    }
    if (refused != null) {
      context.say(
          "The system was not asked to end the sign-in: "
              + refused.what()
              + " If that matters, end it there, too.");
    }
    if (!variables.isEmpty()) {
      context.say(
          "Still set in the environment, and used from there: "
              + String.join(", ", variables)
              + ".");
    }
    context.say(
        "Its settings, and what was discovered by it, stay. Connect again with crosswalk connect "
            + profile.name()
            + " --connector "
            + profile.connector()
            + ".");
    return Exit.FINE;
  }

  private @Nullable Problem takenBack(ConnectionProfile profile, AtomicBoolean ended) {
    try (Session session = services.connectors().open(profile, Map.of())) {
      ended.set(session.signOut(context.progress("Signing out")));
      return null;
    } catch (ProblemException e) {
      return e.problem();
    }
  }
}
