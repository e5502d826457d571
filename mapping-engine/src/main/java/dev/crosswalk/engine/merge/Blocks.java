package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file as the lines of its entries: the comments above each belong to it. Every line of the
 * file is in exactly one place.
 *
 * @param top the entries of the root
 * @param tail what stands after the last
 */
record Blocks(List<Block> top, List<String> tail) {

  /**
   * The lines of one entry, with their line ends.
   *
   * @param key its key; of an item of a keyed list what it is known by
   * @param lead comments and blank lines above it
   * @param body all its lines; where it has children only the line of its key
   * @param children entries that are merged on their own
   * @param item whether it is an item of a list
   */
  record Block(
      String key, List<String> lead, List<String> body, List<Block> children, boolean item) {

    /** All lines of it. */
    List<String> lines() {
      List<String> lines = new ArrayList<>(lead);
      lines.addAll(body);
      children.forEach(c -> lines.addAll(c.lines()));
      return lines;
    }

    boolean branches() {
      return !children.isEmpty();
    }
  }

  /** Cuts a file; empty where its entries do not stand on lines of their own, as in JSON. */
  static Optional<Blocks> of(YamlDocument document, MergeRules rules) {
    List<String> lines = lines(document.text());
    if (document.plain() == null) {
      return Optional.of(new Blocks(List.of(), lines));
    }
    if (!(document.plain() instanceof Map<?, ?>)) {
      return Optional.empty();
    }
    Cut cut = new Cut(document, rules, lines);
    List<Block> top = cut.children(List.of(), List.of(), 0);
    return top == null
        ? Optional.empty()
        : Optional.of(new Blocks(top, lines.subList(cut.done, lines.size())));
  }

  /** The lines of a text with their ends. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int at = text.indexOf('\n', from);
      int to = at < 0 ? text.length() : at + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }

  /** Goes down the tree and along the lines at once. */
  private static final class Cut {
    private final YamlDocument document;
    private final MergeRules rules;
    private final List<String> lines;

    /** Lines that are given to a block. */
    private int done;

    Cut(YamlDocument document, MergeRules rules, List<String> lines) {
      this.document = document;
      this.rules = rules;
      this.lines = lines;
    }

    /**
     * The entries of a map or list; null where they do not stand on lines of their own.
     *
     * @param at the path in the file, in which items are numbers
     * @param named the path in which they have names
     */
    @Nullable List<Block> children(List<String> at, List<String> named, int from) {
      YamlSpot holder = document.at(at).orElse(null);
      if (holder == null || isFlow(holder)) {
        return null;
      }
      done = from;
      List<Block> blocks = new ArrayList<>();
      if (holder.value() instanceof Map<?, ?> map) {
        for (Object key : map.keySet()) {
          String name = String.valueOf(key);
          Block block = block(TreeMerge.child(at, name), TreeMerge.child(named, name), false);
          if (block == null) {
            return null;
          }
          blocks.add(block);
        }
      } else if (holder.value() instanceof List<?> list) {
        List<String> ids = list.stream().map(i -> TreeMerge.id(rules, i)).toList();
        if (ids.stream().distinct().count() < ids.size()) {
          return null;
        }
        for (int i = 0; i < ids.size(); i++) {
          Block block =
              block(TreeMerge.child(at, "" + i), TreeMerge.child(named, ids.get(i)), true);
          if (block == null) {
            return null;
          }
          blocks.add(block);
        }
      }
      return blocks;
    }

    private @Nullable Block block(List<String> at, List<String> named, boolean item) {
      YamlSpot spot = document.at(at).orElseThrow();
      int first = spot.firstLine() - 1;
      int last = Math.max(first, spot.lastLine() - 1);
      int column = (item ? spot.place() : spot.key()).column();
      String before =
          first < lines.size() && column > 0
              ? lines.get(first).substring(0, Math.min(column - 1, lines.get(first).length()))
              : "?";
      if (first < done || !(item ? before.strip().equals("-") : blank(before))) {
        return null;
      }
      String key = named.get(named.size() - 1);
      List<String> lead = List.copyOf(lines.subList(done, first));
      if (rules.splits(named)) {
        List<Block> inner = children(at, named, first + 1);
        if (inner != null && !inner.isEmpty()) {
          return new Block(key, lead, List.of(lines.get(first)), inner, item);
        }
      }
      done = last + 1;
      return new Block(key, lead, List.copyOf(lines.subList(first, done)), List.of(), item);
    }

    private static boolean blank(String before) {
      return before.isBlank() || before.equals("\uFEFF");
    }

    private boolean isFlow(YamlSpot spot) {
      int line = spot.place().line() - 1;
      int column = spot.place().column() - 1;
      if (line < 0 || line >= lines.size() || column >= lines.get(line).length()) {
        return false;
      }
      char first = lines.get(line).charAt(column);
      return first == '{' || first == '[';
    }
  }
}
