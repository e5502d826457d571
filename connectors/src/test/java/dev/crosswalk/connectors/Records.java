package dev.crosswalk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosswalk.connectors.records.RecordById;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds of records whatever the system. */
final class Records {
  private Records() {}

  /** The last record of a sample comes alone, by its id, as it came in the list. */
  static void oneByOne(
      Session session, SchemaObject object, List<Map<String, @Nullable Object>> sample) {
    if (sample.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> last = sample.getLast();
    String key =
        object.fields().stream()
            .filter(f -> f.type() == FieldType.ID && last.get(f.name()) != null)
            .map(Field::name)
            .findFirst()
            .orElseThrow(() -> new AssertionError(object.name() + " has no id"));
    String id = String.valueOf(last.get(key));
    assertThat(session.record(object, id, Progress.NONE)).as(object.name()).contains(last);
    String missing =
        id.matches("\\d+")
            ? id + "000777"
            : id.substring(0, id.length() - 6) + (id.endsWith("777777") ? "888888" : "777777");
    assertThatThrownBy(() -> session.record(object, missing, Progress.NONE))
        .as("%s %s", object.name(), missing)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(RecordById.UNKNOWN));
    assertThatThrownBy(() -> session.record(object, "' OR 1=1 --", Progress.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(RecordById.NO_ID));
  }
}
