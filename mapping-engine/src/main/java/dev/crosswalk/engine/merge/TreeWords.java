package dev.crosswalk.engine.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what differs in files that have no words of their own: by key, old and new value. */
public final class TreeWords {
  private static final int LONGEST = 80;

  private final MergeRules rules;
  private final List<String> out = new ArrayList<>();

  private TreeWords(MergeRules rules) {
    this.rules = rules;
  }

  /**
   * One sentence a change.
   *
   * @param kind of the file, as it says itself; empty where it says none
   * @param before plain values; an empty map where there was nothing
   */
  public static List<String> diff(
      String kind,
      Map<String, ? extends @Nullable Object> before,
      Map<String, ? extends @Nullable Object> after) {
    return diff(MergeRules.of(kind), List.of(), before, after);
  }

  static List<String> diff(
      MergeRules rules, List<String> path, @Nullable Object before, @Nullable Object after) {
    TreeWords words = new TreeWords(rules);
    words.walk(path, before, after);
    return List.copyOf(words.out);
  }

  /** A file as lines of one fact each, in its own order: what git compares as text. */
  public static List<String> lines(String kind, Map<String, ? extends @Nullable Object> file) {
    List<String> lines = new ArrayList<>();
    new TreeWords(MergeRules.of(kind)).flat(List.of(), file, lines);
    return lines;
  }

  private void walk(List<String> path, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    Map<String, @Nullable Object> was = keyed(path, before);
    Map<String, @Nullable Object> is = keyed(path, after);
    if ((isMap(path, before) || before == Absent.VALUE)
        && (isMap(path, after) || after == Absent.VALUE)
        && (path.isEmpty() || (before != Absent.VALUE && after != Absent.VALUE))) {
      Set<String> keys = new LinkedHashSet<>(was.keySet());
      keys.addAll(is.keySet());
      keys.forEach(
          key -> walk(TreeMerge.child(path, key), Absent.of(was, key), Absent.of(is, key)));
    } else if (before instanceof List<?> b
        && after instanceof List<?> a
        && rules.list(path) == MergeRules.Lists.SET) {
      a.stream()
          .filter(i -> !b.contains(i))
          .forEach(i -> out.add(name(path) + ": " + shown(i) + " was added."));
      b.stream()
          .filter(i -> !a.contains(i))
          .forEach(i -> out.add(name(path) + ": " + shown(i) + " was taken out."));
    } else if (before == Absent.VALUE) {
      out.add(name(path) + " is new: " + shown(after) + ".");
    } else if (after == Absent.VALUE) {
      out.add(name(path) + " is gone (before: " + shown(before) + ").");
    } else {
      out.add(name(path) + " is now " + shown(after) + " (before: " + shown(before) + ").");
    }
  }

  private void flat(List<String> path, @Nullable Object value, List<String> lines) {
    if (isMap(path, value) && !keyed(path, value).isEmpty()) {
      keyed(path, value).forEach((key, v) -> flat(TreeMerge.child(path, key), v, lines));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object item : list) {
        lines.add(name(path) + " - " + whole(item));
      }
    } else {
      lines.add(name(path) + ": " + whole(value));
    }
  }

  private boolean isMap(List<String> path, @Nullable Object value) {
    return value instanceof Map<?, ?> || (value instanceof List<?> && byName(path, value) != null);
  }

  private Map<String, @Nullable Object> keyed(List<String> path, @Nullable Object value) {
    Map<String, @Nullable Object> named = byName(path, value);
    return named == null ? Absent.map(value) : named;
  }

  /** Items by what they are known by; null where two have the same name. */
  private @Nullable Map<String, @Nullable Object> byName(
      List<String> path, @Nullable Object value) {
    if (path.isEmpty()
        || !(value instanceof List<?> list)
        || rules.list(path) != MergeRules.Lists.KEYED) {
      return null;
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    list.forEach(i -> map.put(TreeMerge.id(rules, i), i));
    return map.size() == list.size() ? map : null;
  }

  private static String name(List<String> path) {
    return String.join(".", path);
  }

  private static String shown(@Nullable Object value) {
    String text = whole(value);
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }

  private static String whole(@Nullable Object value) {
    return switch (value) {
      case null -> "empty";
      case String text -> text.isEmpty() ? "\"\"" : text.strip().replaceAll("\\s*\\R\\s*", " ");
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> e.getKey() + " " + whole(e.getValue()))
              .collect(Collectors.joining(", ", "(", ")"));
      case List<?> list -> list.stream().map(TreeWords::whole).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
