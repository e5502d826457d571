package dev.crosswalk.app.studio.preview;

import dev.crosswalk.app.studio.mapping.MappingContext;
import dev.crosswalk.app.studio.mapping.MappingDesk;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.FieldPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a connection for one record.
 *
 * @param record null where there is none
 * @param why what the connection said; null where there is a record, or none can be asked for
 */
record RecordAsked(@Nullable Map<String, @Nullable Object> record, @Nullable Problem why) {

  /**
   * Asks. A text that is no id may still be another value by which a record is known, so that is no
   * failure.
   *
   * @param behind fields behind references to bring along
   */
  static RecordAsked of(
      MappingDesk desk,
      MappingContext context,
      String id,
      List<FieldPath> behind,
      Progress progress) {
    try {
      return new RecordAsked(desk.one(context, id, behind, progress).orElse(null), null);
    } catch (ProblemException e) {
      String code = e.problem().code();
      if (code.equals(RecordById.NO_ID) || code.equals(RecordById.UNKNOWN)) {
        return new RecordAsked(null, e.problem());
      }
      throw e;
    }
  }
}
