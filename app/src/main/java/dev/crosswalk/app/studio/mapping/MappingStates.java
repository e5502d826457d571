package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.MappingDesk.State;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.workspace.Reviewed;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what the editor would show of a mapping, without opening it there. */
final class MappingStates {
  private final StudioServices services;
  private final Workspace workspace;

  MappingStates(StudioServices services, Workspace workspace) {
    this.services = services;
    this.workspace = workspace;
  }

  State of(MappingContext context, Mapping mapping, Progress progress) {
    if (context.connection() == null) {
      return State.UNKNOWN;
    }
    int waiting =
        Offers.of(services.matcher().suggest(context.request(mapping)), mapping).waiting().size();
    progress.check();
    LivePreview.Found ran =
        new MappingRunner(() -> Optional.of(context))
            .run(mapping, LivePreview.few(context.records()));
    progress.check();
    return new State(waiting, LivePreview.wrong(ran).size(), drifted(context, mapping));
  }

  private int drifted(MappingContext context, Mapping mapping) {
    String system = context.sourceSystem();
    SchemaObject live = context.source();
    SchemaObject before =
        context.customer().isEmpty()
            ? null
            : workspace.reviewedSchema(context.customer(), system, live.name()).orElse(null);
    if (before == null) {
      return -1;
    }
    Set<String> read =
        SourcesRead.of(mapping).stream().map(before::fieldOf).collect(Collectors.toSet());
    return workspace.readableCustomers().readable().stream()
        .filter(c -> c.id().equals(context.customer()))
        .flatMap(c -> Reviewed.of(workspace, c, Schema.of(system, List.of(live))).stream())
        .flatMap(reviewed -> reviewed.drifted().stream())
        .filter(change -> change.object().equals(live.name()) && read.contains(change.field()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::size));
  }
}
