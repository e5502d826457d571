package dev.crosswalk.connectors.records;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the description of an object and its records do not speak of the same names. Both may be
 * right: a system can leave out what is empty. But a field that no record ever has is mostly one
 * that the definition names otherwise than the records do, and nothing else tells.
 *
 * @param unseen fields that no record had
 * @param unnamed names in records that are no field
 */
public record RecordGaps(
    SchemaObject object, int records, List<String> unseen, List<String> unnamed) {
  private static final int SHOWN = 12;

  public RecordGaps {
    unseen = List.copyOf(unseen);
    unnamed = List.copyOf(unnamed);
  }

  /**
   * @param records as a session gives them: by the names of fields, parts inside their wholes
   */
  public static RecordGaps of(
      SchemaObject object, List<? extends Map<String, ? extends @Nullable Object>> records) {
    Set<String> unnamed = new LinkedHashSet<>();
    records.forEach(r -> unnamed.addAll(r.keySet()));
    List<String> unseen = new ArrayList<>();
    Set<String> seen = Set.copyOf(unnamed);
    for (Field field : object.fields()) {
      unnamed.remove(field.name());
      // The whole that a field is part of need not be a field.
      unnamed.remove(String.valueOf(field.partOf()));
      boolean whole = field.partOf() == null;
      if (!whole) {
        // The whole need be no field of its own.
        unnamed.remove(field.partOf());
      }
      if (whole && !seen.contains(field.name())) {
        unseen.add(field.name());
      }
    }
    return new RecordGaps(object, records.size(), unseen, List.copyOf(unnamed));
  }

  /** What to tell; empty where there are no records to compare, or no gaps. */
  public Optional<Problem> problem() {
    if (records == 0 || (unseen.isEmpty() && unnamed.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.warning(
            "record-gaps",
            null,
            "In "
                + records
                + " records of '"
                + object.name()
                + "'"
                + (unseen.isEmpty() ? "" : " nobody has seen " + some(unseen))
                + (unseen.isEmpty() || unnamed.isEmpty() ? "" : ", and")
                + (unnamed.isEmpty() ? "" : " there are names that are no field: " + some(unnamed))
                + ".",
            "If these are the same by another name, let 'fields.map.name' give the records' names;"
                + " 'records.strip' takes names out."));
  }

  private static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
  }
}
