package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.merge.Blocks.Block;
import dev.crosswalk.engine.text.ConflictMarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges the lines of entries; a conflict is marked around its entry and nothing else. */
final class BlockMerge {
  private final MergeRules rules;
  private final UnitText text;
  private final MergeWords words;
  private final Renames renames;
  private final String newline;
  private final List<FileMerge.Conflict> conflicts = new ArrayList<>();
  private @Nullable Object ours;
  private @Nullable Object theirs;

  /**
   * One of the three files.
   *
   * @param values what it says, with targets by their new names
   * @param names those new names, by the old ones
   */
  record Side(Blocks blocks, Map<String, @Nullable Object> values, Map<String, String> names) {}

  /**
   * An entry of one file, or that it has none.
   *
   * @param block null where there is none
   */
  private record Part(@Nullable Block block, @Nullable Object value) {
    List<String> lines() {
      return block == null ? List.of() : block.lines();
    }

    List<String> lead() {
      return block == null ? List.of() : block.lead();
    }

    List<Block> children() {
      return block == null ? List.of() : block.children();
    }
  }

  /**
   * What an entry became.
   *
   * @param ours its value with our word; absent where it is none of the file
   * @param theirs its value with theirs
   */
  private record Done(List<String> lines, @Nullable Object ours, @Nullable Object theirs) {
    static final Done GONE = new Done(List.of(), Absent.VALUE, Absent.VALUE);
  }

  BlockMerge(MergeRules rules, UnitText text, MergeWords words, Renames renames, String newline) {
    this.rules = rules;
    this.text = text;
    this.words = words;
    this.renames = renames;
    this.newline = newline;
  }

  List<FileMerge.Conflict> conflicts() {
    return conflicts;
  }

  /** What the file says with our word where there is a conflict. */
  @Nullable Object ours() {
    return ours;
  }

  @Nullable Object theirs() {
    return theirs;
  }

  /** The merged file with its marks. */
  String merge(Side base, Side mine, Side other) {
    List<Block> written = new ArrayList<>(fields(mine));
    written.addAll(fields(other));
    Part b = root(base, written);
    Part o = root(mine, written);
    Part t = root(other, written);
    Done done = children(List.of(), b, o, t);
    ours = done.ours();
    theirs = done.theirs();
    List<String> all = new ArrayList<>(done.lines());
    all.addAll(UnitText.lead(base.blocks().tail(), mine.blocks().tail(), other.blocks().tail()));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i);
      boolean ends = line.endsWith("\n");
      out.append(line);
      if (!ends && i + 1 < all.size()) {
        out.append(newline);
      }
    }
    return out.toString();
  }

  private static List<Block> fields(Side side) {
    return side.blocks().top().stream()
        .filter(b -> b.key().equals("fields"))
        .flatMap(b -> b.children().stream())
        .toList();
  }

  /**
   * @param written targets of both sides, among which a new name is written already
   */
  private static Part root(Side side, List<Block> written) {
    List<Block> top =
        side.names().isEmpty()
            ? side.blocks().top()
            : side.blocks().top().stream()
                .map(b ->
                    b.key().equals("fields")
                        ? new Block(
                            b.key(),
                            b.lead(),
                            b.body(),
                            Renames.in(b.children(), side.names(), written),
                            b.item())
                        : b)
                .toList();
    return new Part(new Block("", List.of(), List.of(), top, false), side.values());
  }

  private Done one(List<String> path, Part b, Part o, Part t) {
    if (o.block() == null && t.block() == null) {
      return Done.GONE;
    }
    if (branches(b, o, t)) {
      return branch(path, b, o, t);
    }
    if (alike(o, t) || alike(b, t)) {
      return new Done(o.lines(), o.value(), o.value());
    }
    if (same(b, o)) {
      return new Done(t.lines(), t.value(), t.value());
    }
    TreeMerge tree = new TreeMerge(rules);
    TreeMerge.Both both = tree.merge(path, b.value(), o.value(), t.value());
    return tree.clashes().isEmpty()
        ? merged(path, b, o, t, both.ours())
        : clash(path, b, o, t, both);
  }

  /** The same but for blanks at the beginning and end of lines, which are ours to choose. */
  private static boolean alike(Part a, Part b) {
    return Objects.equals(a.value(), b.value())
        && UnitText.stripped(a.lines()).equals(UnitText.stripped(b.lines()));
  }

  private static boolean same(Part a, Part b) {
    return a.lines().equals(b.lines()) && Objects.equals(a.value(), b.value());
  }

  /** Whether the entry is merged child by child: no side has it in another form. */
  private static boolean branches(Part b, Part o, Part t) {
    for (Part part : List.of(b, o, t)) {
      boolean empty = Map.of().equals(part.value()) || List.of().equals(part.value());
      if (part.block() != null && !part.block().branches() && !empty) {
        return false;
      }
    }
    // Only one of both and none before: it is taken as it is.
    return (hasChildren(o) || hasChildren(t))
        && (b.block() != null || (o.block() != null && t.block() != null));
  }

  private static boolean hasChildren(Part part) {
    return !part.children().isEmpty();
  }

  private Done branch(List<String> path, Part b, Part o, Part t) {
    if (t.block() == null && Objects.equals(b.value(), o.value())
        || o.block() == null && Objects.equals(b.value(), t.value())) {
      return Done.GONE;
    }
    Block head = Objects.requireNonNull(hasChildren(o) ? o.block() : t.block());
    Done inner = children(path, b, o, t);
    List<String> lines =
        new ArrayList<>(
            o.block() != null && t.block() != null
                ? UnitText.lead(b.lead(), o.lead(), t.lead())
                : head.lead());
    boolean none = isEmpty(inner.ours());
    if (none && isEmpty(inner.theirs())) {
      lines.addAll(without(path, head));
      return isField(path) ? new Done(lines, Map.of(), Map.of()) : Done.GONE;
    }
    List<String> full = new ArrayList<>(head.body());
    full.addAll(inner.lines());
    if (none || isEmpty(inner.theirs())) {
      // One side left nothing: the key itself is part of the conflict.
      List<String> settled = new ArrayList<>(head.body());
      settled.add(
          ConflictMarks.settled(
              String.join("", ended(inner.lines())),
              none ? ConflictMarks.Side.THEIRS : ConflictMarks.Side.OURS));
      FileMerge.Conflict last = conflicts.get(conflicts.size() - 1);
      lines.add(
          none
              ? marked(last, without(path, head), settled)
              : marked(last, settled, without(path, head)));
      return new Done(
          lines, none ? emptied(path) : inner.ours(), none ? inner.theirs() : emptied(path));
    }
    lines.addAll(full);
    return new Done(lines, inner.ours(), inner.theirs());
  }

  private static boolean isEmpty(@Nullable Object value) {
    return Map.of().equals(value) || List.of().equals(value);
  }

  /** A mapping has fields even where it has none; all else goes with its last entry. */
  private static @Nullable Object emptied(List<String> path) {
    return isField(path) ? Map.of() : Absent.VALUE;
  }

  private List<String> without(List<String> path, Block head) {
    String key = head.body().get(0);
    return isField(path)
        ? List.of(key.substring(0, key.indexOf(':') + 1) + " {}" + newline)
        : List.of();
  }

  /** The entries of a map or list, in our order; what they added where they have it. */
  private Done children(List<String> path, Part b, Part o, Part t) {
    Map<String, Block> base = BlockOrder.byKey(b.children());
    Map<String, Block> mine = BlockOrder.byKey(o.children());
    Map<String, Block> other = BlockOrder.byKey(t.children());
    Map<String, @Nullable Object> bv = values(b);
    Map<String, @Nullable Object> ov = values(o);
    Map<String, @Nullable Object> tv = values(t);
    List<String> order = BlockOrder.order(List.copyOf(mine.keySet()), List.copyOf(other.keySet()));
    int indent = o.children().isEmpty() ? -1 : UnitText.indent(o.children().get(0).body().get(0));
    List<String> lines = new ArrayList<>();
    Map<String, @Nullable Object> ourValues = new LinkedHashMap<>();
    Map<String, @Nullable Object> theirValues = new LinkedHashMap<>();
    for (String key : order) {
      if (isField(path) && renames.rivals().containsValue(key) && !mine.containsKey(key)) {
        continue;
      }
      Part bp = new Part(base.get(key), Absent.of(bv, key));
      Part op = new Part(mine.get(key), Absent.of(ov, key));
      Part tp = new Part(BlockOrder.moved(other.get(key), indent), Absent.of(tv, key));
      String rival = isField(path) ? renames.rivals().get(key) : null;
      if (rival != null) {
        Part theirPart = new Part(BlockOrder.moved(other.get(rival), indent), Absent.of(tv, rival));
        Part none = new Part(null, Absent.VALUE);
        mark(lines, path, key, rival, none, op, theirPart);
        ourValues.put(key, op.value());
        theirValues.put(rival, theirPart.value());
        continue;
      }
      Done done = one(TreeMerge.child(path, key), bp, op, tp);
      lines.addAll(done.lines());
      put(ourValues, key, done.ours());
      put(theirValues, key, done.theirs());
    }
    boolean list = o.value() instanceof List<?> || t.value() instanceof List<?>;
    return list
        ? new Done(lines, List.copyOf(ourValues.values()), List.copyOf(theirValues.values()))
        : new Done(lines, ourValues, theirValues);
  }

  private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
    if (value != Absent.VALUE) {
      map.put(key, value);
    }
  }

  private static boolean isField(List<String> path) {
    return path.equals(List.of("fields"));
  }

  private Map<String, @Nullable Object> values(Part part) {
    if (part.value() instanceof List<?> list) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      list.forEach(i -> map.put(TreeMerge.id(rules, i), i));
      return map;
    }
    return Absent.map(part.value());
  }

  private Done merged(List<String> path, Part b, Part o, Part t, @Nullable Object value) {
    if (value == Absent.VALUE) {
      return Done.GONE;
    }
    Block from = o.block() == null ? Objects.requireNonNull(t.block()) : o.block();
    Object said = o.block() == null ? t.value() : o.value();
    List<String> lines =
        new ArrayList<>(
            o.block() != null && t.block() != null
                ? UnitText.lead(b.lead(), o.lead(), t.lead())
                : from.lead());
    List<String> body = text.rewritten(from, path, said, value);
    List<String> all = new ArrayList<>(lines);
    all.addAll(body);
    if (o.block() != null && t.block() != null) {
      lines.addAll(UnitText.lost(b.lines(), t.lines(), all));
    }
    lines.addAll(body);
    return new Done(lines, value, value);
  }

  private Done clash(List<String> path, Part b, Part o, Part t, TreeMerge.Both both) {
    List<String> lines = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    List<String> other = new ArrayList<>();
    if (o.block() != null && t.block() != null) {
      lines.addAll(UnitText.lead(b.lead(), o.lead(), t.lead()));
    } else {
      mine.addAll(o.lead());
      other.addAll(t.lead());
    }
    if (o.block() != null) {
      mine.addAll(text.rewritten(o.block(), path, o.value(), both.ours()));
    }
    if (t.block() != null) {
      other.addAll(text.rewritten(t.block(), path, t.value(), both.theirs()));
    }
    FileMerge.Conflict conflict =
        new FileMerge.Conflict(
            path,
            words.of(true, path, b.value(), o.value()),
            words.of(false, path, b.value(), t.value()));
    conflicts.add(conflict);
    lines.add(marked(conflict, mine, other));
    return new Done(lines, both.ours(), both.theirs());
  }

  private void mark(
      List<String> lines, List<String> path, String key, String rival, Part none, Part o, Part t) {
    FileMerge.Conflict conflict =
        new FileMerge.Conflict(
            TreeMerge.child(path, key),
            words.of(true, TreeMerge.child(path, key), none.value(), o.value()),
            words.of(false, TreeMerge.child(path, rival), none.value(), t.value()));
    conflicts.add(conflict);
    lines.add(marked(conflict, o.lines(), t.lines()));
  }

  private String marked(FileMerge.Conflict conflict, List<String> mine, List<String> other) {
    return ConflictMarks.marked(
            String.join("", ended(mine)),
            String.join("", ended(other)),
            "ours: " + conflict.ours(),
            "theirs: " + conflict.theirs())
        .replace("\r\n", "\n")
        .replace("\n", newline);
  }

  /** The lines, of which the last ends as lines do. */
  private List<String> ended(List<String> lines) {
    if (lines.isEmpty() || lines.get(lines.size() - 1).endsWith("\n")) {
      return lines;
    }
    List<String> ended = new ArrayList<>(lines);
    ended.set(lines.size() - 1, lines.get(lines.size() - 1) + newline);
    return ended;
  }
}
