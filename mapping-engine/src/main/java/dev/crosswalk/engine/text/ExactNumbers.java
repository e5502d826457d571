package dev.crosswalk.engine.text;

import com.dashjoin.jsonata.Utils;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decimals on their way through one evaluation. JSONata counts in doubles, and the library takes a
 * {@link BigDecimal} for something else: it cuts the decimals off in {@code $abs} and writes {@code
 * 1200.50} where JSONata writes {@code 1200.5}. So decimals go in as doubles, 1.0 as the whole
 * number that it is; one that comes out as it went in is the exact decimal again.
 */
final class ExactNumbers {
  private static final int WHOLE_DIGITS = 15;

  private final Map<Object, BigDecimal> known = new IdentityHashMap<>();

  /** The value with doubles for decimals; the same object where there are none in it. */
  @Nullable Object input(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number when Double.isFinite(number.doubleValue()) -> counted(number);
      case Map<?, ?> map -> object(map);
      case List<?> list -> list(list);
      case null, default -> value;
    };
  }

  /** The exact decimal that a double stands for, or the value. */
  @Nullable Object output(@Nullable Object value) {
    BigDecimal exact = value instanceof Double number ? known.get(number) : null;
    return exact == null ? value : exact;
  }

  private Number counted(BigDecimal number) {
    if (number.precision() - number.scale() <= WHOLE_DIGITS && isWhole(number)) {
      return Utils.convertNumber(number.longValue());
    }
    // One of its own, which no other value shares: what comes out is known by it.
    Double own = number.doubleValue();
    known.put(own, number);
    return own;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private Map<?, ?> object(Map<?, ?> map) {
    Map<Object, @Nullable Object> copy = null;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object inner = entry.getValue();
      Object changed = input(inner);
      if (changed != inner) {
        copy = copy == null ? new LinkedHashMap<>(map) : copy;
        copy.put(entry.getKey(), changed);
      }
    }
    return copy == null ? map : copy;
  }

  private List<?> list(List<?> list) {
    List<@Nullable Object> copy = null;
    int at = 0;
    for (Object inner : list) {
      Object changed = input(inner);
      if (changed != inner) {
        copy = copy == null ? new ArrayList<>(list) : copy;
        copy.set(at, changed);
      }
      at++;
    }
    return copy == null ? list : copy;
  }
}
