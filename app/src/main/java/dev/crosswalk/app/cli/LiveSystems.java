package dev.crosswalk.app.cli;

import dev.crosswalk.app.Services;
import dev.crosswalk.app.workspace.Known;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.ConnectionProfile;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What {@code check} knows of the customers' systems: from the cache, or asked now. */
final class LiveSystems {
  private final CliContext context;
  private final Services services;
  private final Map<String, Known.Asked> asked = new HashMap<>();
  private boolean failed;

  LiveSystems(CliContext context, Services services) {
    this.context = context;
    this.services = services;
  }

  /** Whether a system could not be asked, so that its drift is not known. */
  boolean failed() {
    return failed;
  }

  /** Empty where nothing was ever discovered on this computer; then no cache is made for it. */
  Optional<Known> known() {
    return asked.isEmpty() && !isThere(services.directories().cache())
        ? Optional.empty()
        : Optional.of(new Known(services::cache, services.matcher(), context.clock(), asked));
  }

  private static boolean isThere(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks each customer's systems for the objects that mappings read. One that cannot be asked, or
   * whose connection or secret is not on this computer, is told and costs the others nothing.
   */
  void ask(Workspace workspace) {
    Map<String, Set<String>> objects = new LinkedHashMap<>();
    for (CustomerFile customer : workspace.customers()) {
      for (MappingEntry entry : workspace.mappings()) {
        Endpoint source = entry.source();
        String connection = source == null ? null : customer.connections().get(source.system());
        if (source != null && connection != null && workspace.uses(customer, entry)) {
          objects.computeIfAbsent(connection, _ -> new TreeSet<>()).add(source.object());
        }
      }
    }
    objects.forEach(this::ask);
  }

  private void ask(String connection, Set<String> objects) {
    try {
      discover(connection, objects);
    } catch (ProblemException e) {
      failed = true;
      e.problems().forEach(p -> Cli.tell(context, p));
    }
  }

  private void discover(String connection, Set<String> objects) {
    ConnectionProfile profile = DiscoverCommand.profile(services, connection);
    try (Session session = services.connectors().open(profile, Map.of())) {
      Discovery found = session.discover(objects, context.progress("Asking " + connection));
      Set<String> gone = new TreeSet<>(objects);
      gone.removeIf(object -> !isUnknown(found, object));
      Map<String, Problem> refused = new HashMap<>();
      for (String object : found.unread()) {
        refusal(found.problems(), object).ifPresent(p -> refused.put(object, p));
        failed |= !refused.containsKey(object);
      }
      if (!found.schema().objects().isEmpty() || !gone.isEmpty()) {
        services.cache().store(connection, objects, found, context.clock().instant());
      }
      asked.put(connection, new Known.Asked(gone, refused, ends(found.problems())));
      found.problems().stream()
          .filter(p -> !p.code().equals("object-unknown"))
          .filter(p -> !refused.containsValue(p))
          .forEach(p -> Cli.tell(context, p));
    }
  }

  /** Whether the system said that it has no object of the name. */
  private static boolean isUnknown(Discovery found, String object) {
    return found.problems().stream()
        .anyMatch(p -> p.code().equals("object-unknown") && p.what().contains("'" + object + "'"));
  }

  /** Only a refusal is of lasting meaning; a failure may be over at the next try. */
  private static Optional<Problem> refusal(List<Problem> problems, String object) {
    return problems.stream()
        .filter(p -> p.code().equals("remote-forbidden") && p.what().contains("'" + object + "'"))
        .findFirst();
  }

  private static Optional<Problem> ends(List<Problem> problems) {
    return problems.stream().filter(p -> p.code().equals("remote-api-version-ends")).findFirst();
  }
}
