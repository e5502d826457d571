package dev.crosswalk.engine.match;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How strongly each kind of evidence speaks for a candidate, in the order in which to show them.
 * Never changes, so that each new answer may share it with the one before; small, as a large answer
 * has thousands.
 */
final class Strengths extends AbstractMap<String, Double> {
  private final String[] kinds;
  private final double[] strengths;

  private Strengths(Map<String, Double> of) {
    kinds = of.keySet().toArray(new String[0]);
    strengths = of.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  static Strengths copyOf(Map<String, Double> of) {
    return of instanceof Strengths same ? same : new Strengths(of);
  }

  @Override
  public @Nullable Double get(@Nullable Object kind) {
    int place = place(kind);
    return place < 0 ? null : strengths[place];
  }

  @Override
  public boolean containsKey(@Nullable Object kind) {
    return place(kind) >= 0;
  }

  private int place(@Nullable Object kind) {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i].equals(kind)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Set<Entry<String, Double>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Entry<String, Double>> {
    @Override
    public int size() {
      return kinds.length;
    }

    @Override
    public Iterator<Entry<String, Double>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < kinds.length;
        }

        @Override
        public Entry<String, Double> next() {
          if (next == kinds.length) {
            throw new NoSuchElementException();
          }
          return Map.entry(kinds[next], strengths[next++]);
        }
      };
    }
  }
}
