package dev.crosswalk.app.studio.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Many things to be found by a few letters. Immutable; looks through 60,000 things in a few
 * milliseconds, so it may be asked at each key.
 */
public final class FuzzyIndex<T> {
  private record Entry<T>(T item, Fuzzy.Text name, Fuzzy.Text group) {}

  private record Hit<T>(T item, int score, int order) {}

  private final List<Entry<T>> entries;

  private FuzzyIndex(List<Entry<T>> entries) {
    this.entries = entries;
  }

  /**
   * @param name what a thing is called, its label included
   * @param group what it belongs to
   */
  public static <T> FuzzyIndex<T> of(
      Iterable<T> items, Function<T, String> name, Function<T, String> group) {
    List<Entry<T>> entries = new ArrayList<>();
    Map<String, Fuzzy.Text> groups = new HashMap<>();
    for (T item : items) {
      entries.add(
          new Entry<>(
              item,
              Fuzzy.text(name.apply(item)),
              groups.computeIfAbsent(group.apply(item), Fuzzy::text)));
    }
    return new FuzzyIndex<>(List.copyOf(entries));
  }

  public int size() {
    return entries.size();
  }

  /** The best hits, best first, in the order of the index where they are equally good. */
  public List<T> find(String typed, int most) {
    Fuzzy.Query query = Fuzzy.query(typed);
    if (query.isEmpty()) {
      return List.of();
    }
    Comparator<Hit<T>> worstFirst =
        Comparator.<Hit<T>>comparingInt(Hit::score)
            .thenComparing(Comparator.<Hit<T>>comparingInt(Hit::order).reversed());
    PriorityQueue<Hit<T>> best = new PriorityQueue<>(most + 1, worstFirst);
    for (int i = 0; i < entries.size(); i++) {
      Entry<T> entry = entries.get(i);
      int score = Fuzzy.score(query, entry.name(), entry.group());
      if (score > 0) {
        best.add(new Hit<>(entry.item(), score, i));
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    return best.stream().sorted(worstFirst.reversed()).map(Hit::item).toList();
  }
}
