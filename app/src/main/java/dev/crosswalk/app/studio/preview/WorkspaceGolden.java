package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.MaskKeys;
import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.secrets.SecretStore;
import dev.crosswalk.engine.golden.Golden;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.golden.Masker;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Golden records in the workspace's files, masked under the person's or the team's key. */
public final class WorkspaceGolden implements GoldenRecords {
  private final Workspace workspace;
  private final SecretStore secrets;
  private final Map<String, String> environment;

  /**
   * @param environment may hold the team's mask key
   */
  public WorkspaceGolden(
      Workspace workspace, SecretStore secrets, Map<String, String> environment) {
    this.workspace = workspace;
    this.secrets = secrets;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public GoldenFiles.Kept keep(
      MappingContext of,
      Mapping mapping,
      List<Map<String, @Nullable Object>> records,
      boolean replace,
      Progress progress) {
    MappingEntry entry =
        workspace.mappings().stream()
            .filter(m -> WorkspaceFiles.shown(m.file()).equals(of.mapping()))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Problem.error(
                        "mapping-missing",
                        Place.of(of.mapping()),
                        "The mapping's file is gone, so its golden records have no place.",
                        "Save the mapping first.")));
    Lookups lookups = workspace.lookups();
    CompiledMapping compiled = CompiledMapping.compile(mapping, of.source(), of.target(), lookups);
    Masker masker = new Masker(MaskKeys.find(secrets, environment), mapping, of.source(), lookups);
    progress.check();
    GoldenFiles files = new GoldenFiles(workspace);
    String customer = of.customer().isEmpty() ? null : of.customer();
    List<GoldenRecord> golden = Golden.make(compiled, masker, records);
    return replace ? files.save(entry, customer, golden) : files.add(entry, customer, golden);
  }
}
