package dev.crosswalk.app.studio.customers;

import dev.crosswalk.app.studio.customers.Matrix.Column;
import dev.crosswalk.app.studio.customers.Matrix.State;
import dev.crosswalk.app.studio.shell.StudioServices;
import dev.crosswalk.app.workspace.MappingEntry;
import dev.crosswalk.app.workspace.OverlayEdits;
import dev.crosswalk.app.workspace.OverlayEdits.Written;
import dev.crosswalk.app.workspace.TargetSuggestions;
import dev.crosswalk.app.workspace.Workspace;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping.Endpoint;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes how one customer fills a target over to the other customers: by the same source field where
 * they have it, else by what the matcher suggests for them. Writes overlays only; a base mapping
 * stays as it is. Takes its time: on a task.
 */
final class Spread {
  /**
   * What another customer could have.
   *
   * @param now what the customer has at present
   * @param field the field mapping proposed; null where nothing fits
   * @param score the suggestion's probability; 1 for the very same field, 0 for none
   */
  record Proposal(Column customer, Matrix.Cell now, @Nullable FieldMapping field, double score) {

    /** Whether it would change anything that the customer has not decided differently. */
    boolean advised() {
      return field != null && (now.state() == State.MISSING || now.state() == State.ASKED);
    }

    String from() {
      return field == null ? "" : String.join(" + ", field.sources());
    }
  }

  private final Workspace workspace;
  private final StudioServices services;

  Spread(Workspace workspace, StudioServices services) {
    this.workspace = workspace;
    this.services = services;
  }

  /**
   * What the other customers could have.
   *
   * @param from whose mapping is taken over
   */
  List<Proposal> propose(Matrix matrix, String target, Column from, Progress progress) {
    FieldMapping example = example(target, from);
    List<Proposal> proposals = new ArrayList<>();
    int done = 0;
    for (Column column : matrix.columns()) {
      progress.update(done++, matrix.columns().size(), "customers");
      progress.check();
      if (column.isBase() || column.equals(from) || column.mapping() == null) {
        continue;
      }
      Matrix.Cell now =
          matrix.rows().stream()
              .filter(r -> r.target().equals(target))
              .findFirst()
              .map(r -> r.cell(column.key()))
              .orElse(new Matrix.Cell(State.MISSING, "", ""));
      proposals.add(proposal(column, now, target, matrix.object(), example));
    }
    return proposals;
  }

  private FieldMapping example(String target, Column from) {
    return Optional.ofNullable(from.mapping())
        .map(file ->
            workspace.effective(Path.of(file), from.isBase() ? null : from.customer()).mapping())
        .map(m -> m.fields().get(target))
        .orElseThrow(() ->
            new ProblemException(
                Problem.error(
                    "nothing-to-spread",
                    null,
                    "There is nothing that fills " + target + " here to be taken over.",
                    "Choose a cell that is mapped.")));
  }

  private Proposal proposal(
      Column column, Matrix.Cell now, String target, String object, FieldMapping example) {
    MappingEntry entry = entry(column).orElse(null);
    Endpoint source = entry == null ? null : entry.source();
    TargetSuggestions suggestions = new TargetSuggestions(workspace, services.known());
    SchemaObject live =
        source == null
            ? null
            : suggestions
                .live(column.connection())
                .flatMap(schema -> schema.object(source.object()))
                .orElse(null);
    if (source == null || live == null) {
      return new Proposal(column, now, null, 0);
    }
    boolean same =
        example.sources().stream()
            .allMatch(s -> live.field(FieldPath.parse(s).first()).isPresent());
    if (same) {
      return new Proposal(column, now, example.withOrigin(null), 1);
    }
    return suggestions
        .best(column.customer(), column.connection(), source.system(), live, object, target)
        .map(c -> new Proposal(column, now, TargetSuggestions.like(example, c), c.score()))
        .orElse(new Proposal(column, now, null, 0));
  }

  private Optional<MappingEntry> entry(Column column) {
    return workspace.mappings().stream()
        .filter(m -> WorkspaceFiles.shown(m.file()).equals(column.mapping()))
        .findFirst();
  }

  /** Writes the chosen proposals into the customers' overlays. */
  List<Written> apply(OverlayEdits edits, String target, List<Proposal> chosen, Progress progress) {
    List<Written> written = new ArrayList<>();
    for (Proposal proposal : chosen) {
      progress.check();
      FieldMapping field = proposal.field();
      MappingEntry entry = entry(proposal.customer()).orElse(null);
      if (field == null || entry == null) {
        continue;
      }
      written.addAll(edits.set(proposal.customer().customer(), entry, target, field));
    }
    return written;
  }
}
