package dev.crosswalk.engine.transform;

import dev.crosswalk.engine.schema.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one path from records. Into objects by name; through a list element by element, which gives
 * a list, or to one element by its number from 0. A null on the way makes the value null; a name
 * that is not there makes it missing. A record whose key is the whole path, as flat files have it,
 * is read too.
 */
public final class SourcePath {
  /** Stands for "not there", which is neither null nor empty. */
  public static final Object MISSING = new Object();

  private final String text;
  private final String[] names;

  public SourcePath(FieldPath path) {
    this.text = path.toString();
    // Names of records are often the same objects, which spares comparing them.
    this.names = path.names().stream().map(String::intern).toArray(String[]::new);
  }

  /** The value, null, or {@link #MISSING}. */
  public @Nullable Object read(Map<String, ? extends @Nullable Object> record) {
    if (names.length == 1) {
      return get(record, names[0]);
    }
    Object first = get(record, names[0]);
    Object value =
        names.length == 2 && first instanceof Map<?, ?> inner
            ? get(inner, names[1])
            : walk(first, 1);
    return value == MISSING ? get(record, text) : value;
  }

  private @Nullable Object walk(@Nullable Object from, int at) {
    if (at == names.length || from == null || from == MISSING) {
      return from;
    }
    return switch (from) {
      case Map<?, ?> map -> walk(get(map, names[at]), at + 1);
      case List<?> list -> through(list, at);
      default -> MISSING;
    };
  }

  private @Nullable Object through(List<?> list, int at) {
    int index = index(names[at]);
    if (index >= 0) {
      return index < list.size() ? walk(list.get(index), at + 1) : MISSING;
    }
    List<@Nullable Object> found = new ArrayList<>(list.size());
    for (Object item : list) {
      Object value = walk(item, at);
      if (value instanceof List<?> inner) {
        found.addAll(inner);
      } else if (value != MISSING) {
        found.add(value);
      }
    }
    return found.isEmpty() ? MISSING : Collections.unmodifiableList(found);
  }

  private static @Nullable Object get(Map<?, ?> map, String name) {
    Object value = map.get(name);
    return value != null || map.containsKey(name) ? value : MISSING;
  }

  private static int index(String name) {
    if (name.length() > 6) {
      return -1;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(name);
  }
}
