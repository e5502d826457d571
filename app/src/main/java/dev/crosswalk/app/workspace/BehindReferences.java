package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.SourcesRead;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields behind references of the source, such as {@code Owner.Email}, that a mapping reads.
 */
public final class BehindReferences {
  private BehindReferences() {}

  /**
   * One step along a reference each, named by inputs, steps, filters or inside expressions.
   *
   * @param source null where it is not known; then nothing is known to be a reference
   */
  public static List<FieldPath> of(Mapping mapping, @Nullable SchemaObject source) {
    if (source == null) {
      return List.of();
    }
    Set<String> crossed = new LinkedHashSet<>();
    for (Field field : source.fields()) {
      if (field.isCrossable() && field.relationship() != null) {
        crossed.add(field.relationship());
      }
    }
    Set<FieldPath> paths = new LinkedHashSet<>();
    for (String text : SourcesRead.of(mapping)) {
      FieldPath path = parsed(text);
      if (path != null
          && path.names().size() == 2
          && crossed.contains(path.first())
          && source.field(text).isEmpty()) {
        paths.add(path);
      }
    }
    return new ArrayList<>(paths);
  }

  private static @Nullable FieldPath parsed(String text) {
    try {
      return FieldPath.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Those of which records hold nothing, not even that there is nothing. */
  public static List<FieldPath> unread(
      List<FieldPath> paths, List<? extends Map<String, ? extends @Nullable Object>> records) {
    return records.isEmpty()
        ? List.of()
        : paths.stream()
            .filter(path -> records.stream().noneMatch(r -> r.containsKey(path.first())))
            .toList();
  }
}
