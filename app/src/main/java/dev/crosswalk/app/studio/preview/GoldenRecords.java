package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.workspace.GoldenFiles;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.mapping.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps records before and after a mapping in the workspace, masked, to be replayed later. */
@FunctionalInterface
public interface GoldenRecords {

  /**
   * Puts records into the mapping's golden file. May block.
   *
   * @param records source records as they are; masking is the keeper's work
   * @param replace over those that there were, rather than beside them
   */
  GoldenFiles.Kept keep(
      MappingContext of,
      Mapping mapping,
      List<Map<String, @Nullable Object>> records,
      boolean replace,
      Progress progress);
}
