package dev.crosswalk.engine.transform;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the records of one mapping can have, in order. They are known before the first
 * record comes, so a record needs no hash table of its own: only its values, by the key's place.
 */
final class RecordLayout {
  private static final Object ABSENT = new Object();

  private final String[] names;
  private final Map<String, Integer> places = new HashMap<>();

  RecordLayout(Iterable<String> names) {
    Set<String> all = new LinkedHashSet<>();
    names.forEach(all::add);
    this.names = all.toArray(String[]::new);
    for (int i = 0; i < this.names.length; i++) {
      places.put(this.names[i], i);
    }
  }

  /** The place of a key, from 0; -1 where records have no such key. */
  int place(@Nullable Object name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  /** A record without keys yet. */
  Laid record() {
    return new Laid(this);
  }

  /** A record, filled by the engine and only read by others. */
  static final class Laid extends AbstractMap<String, @Nullable Object> {
    private final RecordLayout layout;
    private final @Nullable Object[] values;

    private Laid(RecordLayout layout) {
      this.layout = layout;
      this.values = new Object[layout.names.length];
      Arrays.fill(values, ABSENT);
    }

    void set(int place, @Nullable Object value) {
      values[place] = value;
    }

    /** The value, or null where there is none. */
    @Nullable Object at(int place) {
      Object value = values[place];
      return value == ABSENT ? null : value;
    }

    @Override
    public int size() {
      int size = 0;
      for (Object value : values) {
        size += value == ABSENT ? 0 : 1;
      }
      return size;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      int place = layout.place(name);
      return place >= 0 && values[place] != ABSENT;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      int place = layout.place(name);
      return place < 0 ? null : at(place);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] != ABSENT) {
          action.accept(layout.names[i], values[i]);
        }
      }
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
      return new Entries(this);
    }
  }

  private static final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
    private final Laid record;

    Entries(Laid record) {
      this.record = record;
    }

    @Override
    public int size() {
      return record.size();
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int at = next(0);

        private int next(int from) {
          int i = from;
          while (i < record.values.length && record.values[i] == ABSENT) {
            i++;
          }
          return i;
        }

        @Override
        public boolean hasNext() {
          return at < record.values.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          int found = at;
          at = next(found + 1);
          return new AbstractMap.SimpleImmutableEntry<>(
              record.layout.names[found], record.values[found]);
        }
      };
    }
  }
}
