package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Lookups;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a workspace, ready to run, with all that decides about its results.
 *
 * @param source the schema it was reviewed against, where there is one
 * @param target the target object, where the model has it
 */
public record ReadyMapping(
    CompiledMapping compiled,
    @Nullable SchemaObject source,
    @Nullable SchemaObject target,
    Lookups lookups) {

  /**
   * @param customer whose overlay counts; null for the base alone
   * @throws ProblemException where a file cannot be read, or with everything that keeps the mapping
   *     from running
   */
  public static ReadyMapping of(Workspace workspace, Path mapping, @Nullable String customer) {
    Mapping effective = workspace.effective(mapping, customer).mapping();
    SchemaObject target =
        workspace
            .target(effective.target().system())
            .object(effective.target().object())
            .orElse(null);
    SchemaObject source =
        workspace
            .reviewedSchema(customer, effective.source().system(), effective.source().object())
            .orElse(null);
    Lookups lookups = workspace.lookups();
    return new ReadyMapping(
        CompiledMapping.compile(effective, source, target, lookups), source, target, lookups);
  }
}
