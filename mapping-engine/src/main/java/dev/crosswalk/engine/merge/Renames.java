package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.merge.Blocks.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Targets that have another name on one side: what the other side did to them is done under the new
 * name.
 *
 * @param inBase new name of an entry of the base, by its old one
 * @param inOurs the same of ours
 * @param inTheirs the same of theirs
 * @param rivals our new name to their new name, where both gave the same target another one
 */
record Renames(
    Map<String, String> inBase,
    Map<String, String> inOurs,
    Map<String, String> inTheirs,
    Map<String, String> rivals) {

  static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of(), Map.of());

  static Renames find(
      Map<String, @Nullable Object> base,
      Map<String, @Nullable Object> ours,
      Map<String, @Nullable Object> theirs) {
    Renames found =
        new Renames(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    Map<String, String> mine = renamed(base, ours);
    Map<String, String> other = renamed(base, theirs);
    mine.forEach((from, to) -> {
      String rival = other.get(from);
      if (rival != null && !rival.equals(to) && !ours.containsKey(rival)) {
        found.rivals.put(to, rival);
      } else if (follows(from, to, base, theirs)) {
        found.inBase.put(from, to);
        if (theirs.containsKey(from)) {
          found.inTheirs.put(from, to);
        }
      }
    });
    other.forEach((from, to) -> {
      if (!mine.containsKey(from) && follows(from, to, base, ours)) {
        found.inBase.put(from, to);
        if (ours.containsKey(from)) {
          found.inOurs.put(from, to);
        }
      }
    });
    return found;
  }

  /** Whether the other side has the target by one name, and not just as it was. */
  private static boolean follows(
      String from,
      String to,
      Map<String, @Nullable Object> base,
      Map<String, @Nullable Object> side) {
    return side.containsKey(from)
        ? !side.containsKey(to) && !Objects.equals(side.get(from), base.get(from))
        : side.containsKey(to);
  }

  /** One that went and one that came, alike in all that matters to records, and no third. */
  private static Map<String, String> renamed(
      Map<String, @Nullable Object> base, Map<String, @Nullable Object> side) {
    Map<Object, List<String>> gone = byContent(base, side);
    Map<Object, List<String>> come = byContent(side, base);
    Map<String, String> renamed = new LinkedHashMap<>();
    gone.forEach((content, names) -> {
      List<String> now = come.getOrDefault(content, List.of());
      if (names.size() == 1 && now.size() == 1) {
        renamed.put(names.get(0), now.get(0));
      }
    });
    return renamed;
  }

  private static Map<Object, List<String>> byContent(
      Map<String, @Nullable Object> in, Map<String, @Nullable Object> notIn) {
    Map<Object, List<String>> found = new LinkedHashMap<>();
    in.forEach((name, value) -> {
      if (!notIn.containsKey(name) && value instanceof Map<?, ?>) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(Absent.map(value));
        content.remove("origin");
        content.remove("note");
        if (content.containsKey("from") || content.containsKey("expr")) {
          found.computeIfAbsent(content, _unused -> new ArrayList<>()).add(name);
        }
      }
    });
    return found;
  }

  /** The entries with their new names; one whose key cannot be found in its line keeps it. */
  static List<Block> in(List<Block> blocks, Map<String, String> names, List<Block> written) {
    return blocks.stream()
        .map(block -> {
          String to = names.get(block.key());
          return to == null ? block : named(block, to, written);
        })
        .toList();
  }

  /**
   * @param written entries among which the new name is written already
   */
  private static Block named(Block block, String to, List<Block> written) {
    String line = block.body().get(0);
    int from = UnitText.indent(line);
    String token =
        written.stream()
            .filter(b -> b.key().equals(to))
            .map(b -> token(b.body().get(0)))
            .findFirst()
            .orElse(to);
    List<String> body = new ArrayList<>(block.body());
    body.set(0, line.substring(0, from) + token + line.substring(from + token(line).length()));
    return new Block(to, block.lead(), body, block.children(), block.item());
  }

  /** The key as it is written, with its quotes. */
  private static String token(String line) {
    int from = UnitText.indent(line);
    char first = line.charAt(from);
    int to =
        first == '"' || first == '\'' ? line.indexOf(first, from + 1) + 1 : line.indexOf(':', from);
    return line.substring(from, Math.max(from, to));
  }

  /** The same in values. */
  static Map<String, @Nullable Object> in(
      Map<String, @Nullable Object> fields, Map<String, String> names) {
    Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
    fields.forEach((key, value) -> renamed.put(names.getOrDefault(key, key), value));
    return renamed;
  }
}
