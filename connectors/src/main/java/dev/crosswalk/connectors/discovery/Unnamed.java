package dev.crosswalk.connectors.discovery;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a list that the definition gives no name. A definition may leave some out in that way;
 * where it is all of them, or where the expression fails, they would be missed and nobody told.
 */
final class Unnamed {
  private Unnamed() {}

  /**
   * @param mapped the attributes of each field of one list
   */
  static Optional<Problem> of(String object, List<Map<String, @Nullable Object>> mapped) {
    List<Map<String, @Nullable Object>> unnamed =
        mapped.stream().filter(m -> Attributes.text(m, "name") == null).toList();
    String failure =
        unnamed.stream()
            .flatMap(m -> Attributes.texts(m.get(FieldMapper.WARNINGS)).stream())
            .filter(w -> w.startsWith(FieldMapper.NAME_FAILED))
            .findFirst()
            .orElse(null);
    if (unnamed.isEmpty() || (failure == null && unnamed.size() < mapped.size())) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.warning(
            "fields-without-name",
            Place.of(object),
            unnamed.size()
                + " of "
                + mapped.size()
                + " fields of '"
                + object
                + "' are left out: the definition gives them no name"
                + (failure == null ? "." : ". " + failure),
            "Compare 'fields.map.name' with what the system answers."));
  }
}
