package dev.crosswalk.engine.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges plain values three ways. Where both sides changed the same thing differently there are two
 * outcomes, one with each side's word; all else is the same in both.
 */
final class TreeMerge {
  /** Longer lists are not compared item by item; no list of steps comes near. */
  private static final long MOST_PAIRS = 4_000_000;

  private final MergeRules rules;
  private final List<List<String>> clashes = new ArrayList<>();

  /**
   * What came out.
   *
   * @param ours with our word where there is a clash
   * @param theirs with theirs; equal to {@code ours} where there is none
   */
  record Both(@Nullable Object ours, @Nullable Object theirs) {
    static Both of(@Nullable Object value) {
      return new Both(value, value);
    }
  }

  TreeMerge(MergeRules rules) {
    this.rules = rules;
  }

  /** Where both sides changed the same thing differently. */
  List<List<String>> clashes() {
    return clashes;
  }

  /**
   * @param base {@link Absent#VALUE} where there was none; so the others
   */
  Both merge(
      List<String> path, @Nullable Object base, @Nullable Object ours, @Nullable Object theirs) {
    if (Objects.equals(ours, theirs) || Objects.equals(base, theirs)) {
      return Both.of(ours);
    }
    if (Objects.equals(base, ours)) {
      return Both.of(theirs);
    }
    if (rules.isSilent(path)) {
      // Whichever it is, it must not matter which side is ours.
      return Both.of(shown(ours).compareTo(shown(theirs)) >= 0 ? ours : theirs);
    }
    if (ours instanceof Map<?, ?> && theirs instanceof Map<?, ?>) {
      return maps(path, Absent.map(base), Absent.map(ours), Absent.map(theirs));
    }
    if (path.isEmpty()) {
      return clash(path, ours, theirs);
    }
    MergeRules.Lists rule = rules.list(path);
    if (rule == MergeRules.Lists.SET && isList(ours) && isList(theirs)) {
      return sets(path, base, ours, theirs);
    }
    if (ours instanceof List<?> o && theirs instanceof List<?> t) {
      List<?> b = base instanceof List<?> list ? list : List.of();
      if (rule == MergeRules.Lists.KEYED && isKeyed(b) && isKeyed(o) && isKeyed(t)) {
        return keyed(path, b, o, t);
      }
      boolean few = (long) b.size() * Math.max(o.size(), t.size()) < MOST_PAIRS;
      if (few && (rule == MergeRules.Lists.ORDERED || rule == MergeRules.Lists.KEYED)) {
        return new ListMerge(this, path).merge(b, o, t).orElseGet(() -> clash(path, ours, theirs));
      }
    }
    return clash(path, ours, theirs);
  }

  Both clash(List<String> path, @Nullable Object ours, @Nullable Object theirs) {
    clashes.add(List.copyOf(path));
    return new Both(ours, theirs);
  }

  private static String shown(@Nullable Object value) {
    return value == Absent.VALUE ? "" : String.valueOf(value);
  }

  private Both maps(
      List<String> path,
      Map<String, @Nullable Object> base,
      Map<String, @Nullable Object> ours,
      Map<String, @Nullable Object> theirs) {
    Map<String, @Nullable Object> mine = new LinkedHashMap<>();
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    Set<String> group = group(path, base, ours, theirs);
    boolean grouped = false;
    for (String key : keys) {
      if (group.contains(key)) {
        if (!grouped) {
          grouped = true;
          together(path, group, List.of(base, ours, theirs), mine, other);
        }
        continue;
      }
      Both both =
          merge(
              child(path, key), Absent.of(base, key), Absent.of(ours, key), Absent.of(theirs, key));
      put(mine, key, both.ours());
      put(other, key, both.theirs());
    }
    return new Both(mine, other);
  }

  /** The keys that are one decision here; none where both sides decided for the same of them. */
  private Set<String> group(
      List<String> path,
      Map<String, @Nullable Object> base,
      Map<String, @Nullable Object> ours,
      Map<String, @Nullable Object> theirs) {
    Set<String> all = rules.together(path);
    Set<String> inOurs = among(all, ours);
    return inOurs.equals(among(all, theirs)) && inOurs.equals(among(all, base)) ? Set.of() : all;
  }

  private static Set<String> among(Set<String> keys, Map<String, @Nullable Object> map) {
    Set<String> found = new LinkedHashSet<>(keys);
    found.retainAll(map.keySet());
    return found;
  }

  private void together(
      List<String> path,
      Set<String> group,
      List<Map<String, @Nullable Object>> three,
      Map<String, @Nullable Object> mine,
      Map<String, @Nullable Object> other) {
    List<Map<String, @Nullable Object>> parts =
        three.stream()
            .map(map -> {
              Map<String, @Nullable Object> part = new LinkedHashMap<>(map);
              part.keySet().retainAll(group);
              return part;
            })
            .toList();
    Map<String, @Nullable Object> base = parts.get(0);
    Map<String, @Nullable Object> ours = parts.get(1);
    Map<String, @Nullable Object> theirs = parts.get(2);
    if (ours.equals(theirs) || base.equals(theirs)) {
      mine.putAll(ours);
      other.putAll(ours);
    } else if (base.equals(ours)) {
      mine.putAll(theirs);
      other.putAll(theirs);
    } else {
      String first =
          Stream.concat(ours.keySet().stream(), theirs.keySet().stream())
              .findFirst()
              .orElse("from");
      clash(child(path, first), ours, theirs);
      mine.putAll(ours);
      other.putAll(theirs);
    }
  }

  private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != Absent.VALUE) {
      map.put(key, value);
    }
  }

  static List<String> child(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  /** One text is a list of one, and none is an empty list. */
  private static boolean isList(@Nullable Object value) {
    return value == Absent.VALUE || value instanceof List<?> || value instanceof String;
  }

  private static List<?> items(@Nullable Object value) {
    return value == Absent.VALUE ? List.of() : value instanceof List<?> list ? list : one(value);
  }

  private static List<?> one(@Nullable Object value) {
    List<@Nullable Object> list = new ArrayList<>();
    list.add(value);
    return list;
  }

  private Both sets(
      List<String> path, @Nullable Object base, @Nullable Object ours, @Nullable Object theirs) {
    List<?> b = items(base);
    List<?> o = items(ours);
    List<?> t = items(theirs);
    boolean sameGone = b.stream().anyMatch(i -> !o.contains(i) && !t.contains(i));
    List<?> mine = o.stream().filter(i -> !b.contains(i) && !t.contains(i)).toList();
    List<?> other = t.stream().filter(i -> !b.contains(i) && !o.contains(i)).toList();
    boolean maps = Stream.concat(mine.stream(), other.stream()).anyMatch(i -> i instanceof Map);
    if (sameGone && maps && !mine.isEmpty() && !other.isEmpty()) {
      // Both put something else in the place of the same item.
      return clash(path, ours, theirs);
    }
    List<@Nullable Object> result = new ArrayList<>();
    o.stream().filter(i -> !b.contains(i) || t.contains(i)).forEach(result::add);
    result.addAll(other);
    boolean gone = result.isEmpty() && (ours == Absent.VALUE || theirs == Absent.VALUE);
    return Both.of(
        gone
            ? Absent.VALUE
            : result.size() == 1 && !(ours instanceof List<?> && theirs instanceof List<?>)
                ? result.get(0)
                : result);
  }

  private boolean isKeyed(List<?> items) {
    Set<String> seen = new LinkedHashSet<>();
    return items.stream().allMatch(i -> i instanceof Map<?, ?> && seen.add(id(i)));
  }

  /** What an item of a keyed list is known by, as one text. */
  String id(@Nullable Object item) {
    return id(rules, item);
  }

  static String id(MergeRules rules, @Nullable Object item) {
    Map<String, @Nullable Object> map = Absent.map(item);
    return String.join(
        " ",
        rules.keys().stream()
            .filter(map::containsKey)
            .map(k -> String.valueOf(map.get(k)))
            .toList());
  }

  private Both keyed(List<String> path, List<?> base, List<?> ours, List<?> theirs) {
    Both both = maps(path, byId(base), byId(ours), byId(theirs));
    return new Both(
        List.copyOf(Absent.map(both.ours()).values()),
        List.copyOf(Absent.map(both.theirs()).values()));
  }

  private Map<String, @Nullable Object> byId(List<?> items) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    items.forEach(i -> map.put(id(i), i));
    return map;
  }
}
