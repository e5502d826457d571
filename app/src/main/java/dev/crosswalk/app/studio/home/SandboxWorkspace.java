package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceGit;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workspace over the embedded sandbox: a customer for each of its made-up companies, with empty
 * mappings from the usual objects of its system, ready to be filled.
 */
final class SandboxWorkspace {
  private static final String ASSETS = "/dev/crosswalk/assets/demo/";
  private static final List<String> FILES =
      List.of(
          "schemas/acme/company.yaml",
          "schemas/acme/deal.yaml",
          "schemas/acme/person.yaml",
          "schemas/acme/ticket.yaml",
          "crosswalk.yaml");
  private static final WorkspaceGit.Identity NOBODY =
      new WorkspaceGit.Identity("Crosswalk sandbox", "sandbox@crosswalk.invalid");
  private static final int SAMPLES = 100;
  private static final Duration KEEP = Duration.ofDays(7);

  /** The target object of each source object, by system. */
  private static final Map<String, Map<String, String>> PAIRS =
      Map.of(
          "salesforce", pairs("Account", "Contact", "Opportunity", "Case"),
          "hubspot", pairs("companies", "contacts", "deals", "tickets"));

  private final StudioServices services;

  SandboxWorkspace(StudioServices services) {
    this.services = services;
  }

  private static Map<String, String> pairs(
      String company, String person, String deal, String ticket) {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put(company, "company");
    pairs.put(person, "person");
    pairs.put(deal, "deal");
    pairs.put(ticket, "ticket");
    return pairs;
  }

  /**
   * Makes what is missing and leaves what is there; what is made goes into a first commit. Quick:
   * the accounts are discovered apart, by {@link #discover}.
   */
  Workspace make(Path folder) throws IOException {
    boolean fresh = !Files.exists(folder.resolve(Workspace.FILE));
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, asset(name), StandardCharsets.UTF_8);
      }
    }
    Workspace workspace = Workspace.open(folder);
    if (fresh) {
      mappings(workspace);
    }
    for (SandboxHost.Account account : services.sandbox().get()) {
      services.connections().save(account.profile());
      if (workspace.customer(account.id()).isEmpty()) {
        String system = account.profile().connector();
        workspace.saveCustomer(
            new CustomerFile(
                account.id(),
                account.customer(),
                Map.of(system, account.profile().name()),
                workspace.mappings().stream()
                    .filter(m -> readsFrom(m, system))
                    .map(MappingEntry::id)
                    .toList()));
      }
    }
    commit(workspace);
    return workspace;
  }

  private static void mappings(Workspace workspace) {
    String target = workspace.settings().targetSystem();
    PAIRS.forEach((system, pairs) ->
        pairs.forEach((from, to) -> {
          Endpoint source = new Endpoint(system, null, from, null);
          if (workspace.mappings().stream()
              .noneMatch(m -> readsFrom(m, system) && from.equals(object(m)))) {
            workspace.createMapping(
                source, new Endpoint(target, null, to, null), from + " → " + to);
          }
        }));
  }

  private static boolean readsFrom(MappingEntry mapping, String system) {
    Endpoint source = mapping.source();
    return source != null && source.system().equals(system);
  }

  private static String object(MappingEntry mapping) {
    Endpoint source = mapping.source();
    return source == null ? "" : source.object();
  }

  private void commit(Workspace workspace) {
    WorkspaceGit git = workspace.git(services.clock());
    git.init();
    if (!git.log(1).isEmpty()) {
      return;
    }
    if (git.identity().isEmpty()) {
      git.setIdentity(NOBODY);
    }
    git.commit(
        "Start with the sandbox's customers",
        git.changes().stream().map(FileChange::path).toList());
  }

  /** The accounts of which nothing is in the cache yet. */
  List<SandboxHost.Account> undiscovered() {
    return services.sandbox().get().stream()
        .filter(a -> services.cache().latest(a.profile().name()).isEmpty())
        .toList();
  }

  /** Reads an account's schema, and samples of the objects that the workspace maps. */
  void discover(Workspace workspace, SandboxHost.Account account, Progress progress) {
    String connection = account.profile().name();
    try (Session session = services.connectors().open(account.profile(), Map.of())) {
      Discovery found = session.discover(List.of(), progress);
      progress.check();
      services.cache().store(connection, List.of(), found, services.clock().instant());
      List<SchemaObject> mapped =
          workspace.mappings().stream()
              .filter(m -> readsFrom(m, account.profile().connector()))
              .flatMap(m -> found.schema().object(object(m)).stream())
              .distinct()
              .toList();
      for (SchemaObject object : mapped) {
        services
            .cache()
            .storeRecords(
                connection,
                object.name(),
                session.sample(object, List.of(), SAMPLES, progress),
                services.clock().instant(),
                KEEP);
      }
    }
  }

  private static String asset(String name) throws IOException {
    try (InputStream in = SandboxWorkspace.class.getResourceAsStream(ASSETS + name)) {
      if (in == null) {
        throw new IllegalStateException("The demo's file " + name + " is missing from the assets.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
