package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code $sort}: a stable merge sort. The given function says of two neighbours whether they must
 * change places, which is less than a comparison says: taken for one, it turns equal values round.
 */
final class JsonataSort {

  /** True where the first of two values belongs behind the second. */
  private interface Swap {
    boolean holds(@Nullable Object first, @Nullable Object second) throws Throwable;
  }

  private JsonataSort() {}

  /**
   * @param function of the expression, or null to sort numbers or texts upwards
   */
  static @Nullable Object sort(@Nullable Object value, @Nullable Object function) throws Throwable {
    if (!(value instanceof List<?> list) || list.size() <= 1) {
      return value;
    }
    Swap swap =
        function == null
            ? natural(list)
            : (a, b) -> {
              List<@Nullable Object> pair = new ArrayList<>(2);
              pair.add(a);
              pair.add(b);
              return Boolean.TRUE.equals(Functions.toBoolean(Functions.funcApply(function, pair)));
            };
    List<@Nullable Object> sorted =
        Utils.isSequence(list) ? Utils.createSequence() : new ArrayList<>();
    sorted.addAll(merged(new ArrayList<>(list), swap));
    return sorted;
  }

  private static Swap natural(List<?> list) {
    if (list.stream().allMatch(Number.class::isInstance)) {
      return (a, b) -> number(a) > number(b);
    }
    if (list.stream().allMatch(String.class::isInstance)) {
      return (a, b) -> String.valueOf(a).compareTo(String.valueOf(b)) > 0;
    }
    throw new IllegalArgumentException(
        "$sort without a function sorts only numbers, or only strings");
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static List<@Nullable Object> merged(List<@Nullable Object> list, Swap swap)
      throws Throwable {
    if (list.size() <= 1) {
      return list;
    }
    int middle = list.size() / 2;
    List<@Nullable Object> left = merged(list.subList(0, middle), swap);
    List<@Nullable Object> right = merged(list.subList(middle, list.size()), swap);
    List<@Nullable Object> all = new ArrayList<>(list.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      all.add(swap.holds(left.get(i), right.get(j)) ? right.get(j++) : left.get(i++));
    }
    all.addAll(left.subList(i, left.size()));
    all.addAll(right.subList(j, right.size()));
    return all;
  }
}
