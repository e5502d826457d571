package dev.crosswalk.app.studio.home;

import dev.crosswalk.app.SandboxHost;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.Session;
import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.mapping.CustomerFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A workspace over the embedded sandbox: a customer for each of its made-up companies. */
final class SandboxWorkspace {
  private static final String ASSETS = "/dev/crosswalk/assets/demo/";
  private static final List<String> FILES =
      List.of(
          "crosswalk.yaml",
          "schemas/acme/company.yaml",
          "schemas/acme/deal.yaml",
          "schemas/acme/person.yaml",
          "schemas/acme/ticket.yaml");

  private final StudioServices services;

  SandboxWorkspace(StudioServices services) {
    this.services = services;
  }

  /** Makes what is missing and leaves what is there; discovers each account once. */
  Workspace make(Path folder, Progress progress) throws IOException {
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, asset(name), StandardCharsets.UTF_8);
      }
    }
    Workspace workspace = Workspace.open(folder);
    workspace.git(services.clock()).init();
    for (SandboxHost.Account account : services.sandbox().get()) {
      progress.check();
      String connection = account.profile().name();
      services.connections().save(account.profile());
      if (workspace.customer(account.id()).isEmpty()) {
        workspace.saveCustomer(
            new CustomerFile(
                account.id(),
                account.customer(),
                Map.of(account.profile().connector(), connection),
                List.of()));
      }
      if (services.cache().latest(connection).isEmpty()) {
        try (Session session = services.connectors().open(account.profile(), Map.of())) {
          Discovery found = session.discover(List.of(), progress);
          services.cache().store(connection, List.of(), found, services.clock().instant());
        }
      }
    }
    return workspace;
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
