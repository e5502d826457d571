package dev.crosswalk.engine.golden;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value in which two records differ.
 *
 * @param path names from the record down
 * @param expectedThere whether the first record has the key at all
 * @param expected null where it has not, or has null
 * @param actualThere whether the second record has the key at all
 */
public record RecordDifference(
    List<String> path,
    boolean expectedThere,
    @Nullable Object expected,
    boolean actualThere,
    @Nullable Object actual) {

  public RecordDifference {
    path = List.copyOf(path);
  }

  /**
   * All differences, in the order of the first record; numbers are the same where their value is.
   */
  public static List<RecordDifference> between(Map<?, ?> expected, Map<?, ?> actual) {
    List<RecordDifference> found = new ArrayList<>();
    between(expected, actual, List.of(), found);
    return found;
  }

  private static void between(
      Map<?, ?> expected, Map<?, ?> actual, List<String> path, List<RecordDifference> found) {
    Set<Object> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(actual.keySet());
    for (Object name : names) {
      List<String> inner = new ArrayList<>(path);
      inner.add(String.valueOf(name));
      Object before = expected.get(name);
      Object now = actual.get(name);
      boolean had = expected.containsKey(name);
      boolean has = actual.containsKey(name);
      if (before instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
        between(a, b, inner, found);
      } else if (had != has || !same(before, now)) {
        found.add(new RecordDifference(inner, had, before, has, now));
      }
    }
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return number(x).compareTo(number(y)) == 0;
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      boolean equal = x.size() == y.size();
      for (int i = 0; equal && i < x.size(); i++) {
        equal = same(x.get(i), y.get(i));
      }
      return equal;
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return between(x, y).isEmpty();
    }
    return Objects.equals(a, b);
  }

  private static BigDecimal number(Number number) {
    return new BigDecimal(number.toString());
  }
}
