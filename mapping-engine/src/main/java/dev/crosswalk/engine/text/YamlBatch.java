package dev.crosswalk.engine.text;

import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import dev.crosswalk.engine.text.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets many keys of one large map at once. The map is cut into short pieces, each is edited as a
 * small document of its own, and the pieces are put together again; so that an edit costs what its
 * piece costs and not what the file costs. The outcome is that of setting one key after the other.
 */
final class YamlBatch {

  /** Entries per piece, few enough that going over all of them costs less than reading one. */
  private static final int PIECE = 32;

  private final YamlDocument before;
  private final Entries root;
  private final Entry around;
  private final Entries map;
  private final int index;
  private final YamlLayout layout;

  private YamlBatch(
      YamlDocument before, Entries root, Entry around, Entries map, int index, YamlLayout layout) {
    this.before = before;
    this.root = root;
    this.around = around;
    this.map = map;
    this.index = index;
    this.layout = layout;
  }

  /** Sets these keys of the map under {@code key}, a key of the root. */
  static YamlDocument set(
      YamlDocument before,
      String key,
      Map<String, ? extends @Nullable Object> values,
      YamlLayout layout) {
    Map<String, @Nullable Object> left = new LinkedHashMap<>(values);
    YamlDocument result = before;
    if (values.size() > 1
        && before.root() instanceof Entries root
        && !root.flow()
        && root.indexOf(key) >= 0
        && root.entries().get(root.indexOf(key)).value() instanceof Entries map
        && !map.flow()
        && map.entries().size() > PIECE
        && YamlSplice.simple(before.text())) {
      int index = root.indexOf(key);
      YamlBatch batch = new YamlBatch(before, root, root.entries().get(index), map, index, layout);
      boolean sorted = YamlOrder.sorted(map.entries()) && layout.order(List.of(key)).isEmpty();
      Map<String, @Nullable Object> now = new LinkedHashMap<>(values);
      // Where a new key goes among keys in no order cannot be told from a piece.
      now.keySet().removeIf(k -> !sorted && !map.plain().containsKey(k));
      left.keySet().removeAll(now.keySet());
      result = batch.set(now);
    }
    for (Map.Entry<String, @Nullable Object> e : left.entrySet()) {
      result = result.set(List.of(key, e.getKey()), e.getValue(), layout);
    }
    return result;
  }

  private YamlDocument set(Map<String, @Nullable Object> values) {
    String text = before.text();
    List<Map<String, @Nullable Object>> pieces = pieces(values);
    String keyLine = YamlWriter.key(around.name(), false) + ":" + YamlSplice.newline(text);
    StringBuilder out = new StringBuilder(text.length());
    int from = YamlSplice.lineStart(text, around.key().start());
    int line = around.key().line();
    int moved = 0;
    out.append(text, 0, from);
    List<Entry> after = new ArrayList<>(map.entries().size() + values.size());
    for (int i = 0; i < pieces.size(); i++) {
      int to = end(i);
      String old = text.substring(from, to);
      String head = i == 0 ? "" : keyLine;
      int above = line - 1 - (i == 0 ? 0 : 1);
      YamlDocument piece = piece(i, head + old, from - head.length(), above);
      for (Map.Entry<String, @Nullable Object> e : pieces.get(i).entrySet()) {
        piece = piece.set(List.of(around.name(), e.getKey()), e.getValue(), layout);
      }
      for (Entry entry : entries(piece)) {
        after.add(entry.shift(out.length() - head.length(), above + moved));
      }
      int breaks = YamlSplice.breaks(old, 0, old.length());
      out.append(piece.text(), head.length(), piece.text().length());
      moved += YamlSplice.breaks(piece.text(), head.length(), piece.text().length()) - breaks;
      line += breaks;
      from = to;
    }
    out.append(text, from, text.length());
    List<Entry> top = new ArrayList<>(root.entries());
    top.set(index, new Entry(around.key(), Entries.block(after)));
    for (int i = index + 1; i < top.size(); i++) {
      top.set(i, top.get(i).shift(out.length() - text.length(), moved));
    }
    return new YamlDocument(out.toString(), before.file(), Entries.block(top));
  }

  /** What is set in each piece: a new key belongs to the entry after which the sort puts it. */
  private List<Map<String, @Nullable Object>> pieces(Map<String, @Nullable Object> values) {
    List<String> names = map.entries().stream().map(Entry::name).toList();
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    List<Map<String, @Nullable Object>> pieces = new ArrayList<>();
    for (int i = 0; i < names.size(); i += PIECE) {
      pieces.add(new LinkedHashMap<>());
    }
    values.forEach((key, value) -> {
      Integer place = places.get(key);
      int at = place != null ? place : -Collections.binarySearch(names, key) - 2;
      pieces.get(Math.max(0, at) / PIECE).put(key, value);
    });
    return pieces;
  }

  /** Where the text of a piece ends: before its next key, with the comments in between. */
  private int end(int piece) {
    int next = (piece + 1) * PIECE;
    List<Entry> following = next < map.entries().size() ? map.entries() : root.entries();
    int at = following == root.entries() ? index + 1 : next;
    return at < following.size()
        ? YamlSplice.lineStart(before.text(), following.get(at).key().start())
        : before.text().length();
  }

  private YamlDocument piece(int piece, String text, int chars, int lines) {
    int first = piece * PIECE;
    List<Entry> entries = new ArrayList<>();
    for (Entry entry :
        map.entries().subList(first, Math.min(first + PIECE, map.entries().size()))) {
      entries.add(entry.shift(-chars, -lines));
    }
    Scalar key =
        piece == 0
            ? around.key().shift(-chars, -lines)
            : new Scalar(
                0,
                YamlWriter.key(around.name(), false).length(),
                1,
                1,
                Scalar.Style.PLAIN,
                around.name());
    Entry only = new Entry(key, Entries.block(entries));
    return new YamlDocument(text, before.file(), Entries.block(List.of(only)));
  }

  private static List<Entry> entries(YamlDocument piece) {
    if (piece.root() instanceof Entries top
        && top.entries().get(0).value() instanceof Entries inner) {
      return inner.entries();
    }
    throw new IllegalStateException("A map became something else when its keys were set.");
  }
}
