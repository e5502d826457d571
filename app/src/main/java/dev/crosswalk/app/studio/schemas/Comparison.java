package dev.crosswalk.app.studio.schemas;

import dev.crosswalk.engine.drift.SchemaDiff;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two states of schemas compared.
 *
 * @param used {@code Object.field} of each source field that a mapping uses
 * @param unreviewed titles of the mappings of which nothing was reviewed
 */
record Comparison(
    Side before, Side after, SchemaDiff diff, Set<String> used, List<String> unreviewed) {

  Comparison {
    unreviewed = List.copyOf(unreviewed);
    used = Set.copyOf(used);
  }

  /**
   * One of the two.
   *
   * @param name the connection, or the customer whose review it is
   * @param takenAt null = as it was reviewed
   */
  record Side(String name, @Nullable Instant takenAt) {}
}
