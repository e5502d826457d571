package dev.crosswalk.connectors.discovery;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Different fields of one list to which the definition gives the same name. They are read as one,
 * and what the second says stands where both say something: that is to be told.
 */
final class SameNames {
  /** Keys of an item that tell it from others, whatever else differs. */
  private static final Pattern TELLING =
      Pattern.compile("(?i).*(name|key|id|code|slug|field|label|title)");

  private SameNames() {}

  /**
   * @param items as the system lists them
   * @param mapped the attributes of each, in the same order
   */
  static List<Problem> of(
      String object,
      List<? extends @Nullable Object> items,
      List<Map<String, @Nullable Object>> mapped) {
    Map<String, Integer> first = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String name = Attributes.text(mapped.get(i), "name");
      Integer before = name == null ? null : first.putIfAbsent(name, i);
      String[] words = before == null ? null : apart(items.get(before), items.get(i));
      if (words != null) {
        problems.add(
            Problem.warning(
                "fields-same-name",
                Place.of(object),
                "The definition gives '"
                    + words[0]
                    + "' and '"
                    + words[1]
                    + "' of '"
                    + object
                    + "' the same name '"
                    + name
                    + "'; they are read as one field.",
                "Let 'fields.map.name' tell them apart, or leave one out in 'fields.items'."));
      }
    }
    return problems;
  }

  /** What tells two items apart; null where they are the same field, listed twice. */
  private static String @Nullable [] apart(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      for (Map.Entry<?, ?> entry : a.entrySet()) {
        Object mine = entry.getValue();
        Object theirs = b.get(entry.getKey());
        if (TELLING.matcher(String.valueOf(entry.getKey())).matches()
            && isWord(mine)
            && isWord(theirs)
            && !String.valueOf(mine).equals(String.valueOf(theirs))) {
          return new String[] {String.valueOf(mine), String.valueOf(theirs)};
        }
      }
      return null;
    }
    return isWord(one) && isWord(other) && !String.valueOf(one).equals(String.valueOf(other))
        ? new String[] {String.valueOf(one), String.valueOf(other)}
        : null;
  }

  private static boolean isWord(@Nullable Object value) {
    return value instanceof String || value instanceof Number;
  }
}
