package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts another text in place of a part, and reads anew only the entry in which the part lies (one
 * or two levels below the root), so that an edit of a large file stays fast.
 */
final class YamlSplice {

  private static final int LEVELS = 2;

  private final YamlDocument before;
  private final int from;
  private final int to;
  private final String with;
  private final String text;
  private final int chars;
  private final int lines;

  private YamlSplice(YamlDocument before, int from, int to, String with) {
    this.before = before;
    this.from = from;
    this.to = to;
    this.with = with;
    String old = before.text();
    this.text = old.substring(0, from) + with + old.substring(to);
    this.chars = with.length() - (to - from);
    this.lines = breaks(with, 0, with.length()) - breaks(old, from, to);
  }

  /** The part lies within the lines of the entry at {@code path} or an entry around it. */
  static YamlDocument change(
      YamlDocument before, int from, int to, String with, List<String> path) {
    YamlSplice splice = new YamlSplice(before, from, to, with);
    for (int size = Math.min(LEVELS, path.size()); size > 0; size--) {
      YamlDocument after = splice.reread(path.subList(0, size));
      if (after != null) {
        return after;
      }
    }
    return splice.readAll();
  }

  /** The part is a whole new entry of the map at {@code parent}, to stand at {@code index}. */
  static YamlDocument insert(
      YamlDocument before, int at, String with, List<String> parent, int index) {
    YamlSplice splice = new YamlSplice(before, at, at, with);
    if (parent.size() < LEVELS && before.root() instanceof Entries root && simple(splice.text)) {
      int offset = with.startsWith("\r\n") ? 2 : with.startsWith("\n") ? 1 : 0;
      int line = 1 + breaks(before.text(), 0, at) + (offset > 0 ? 1 : 0);
      Entry entry = splice.entry(at + offset, splice.afterBlanks(at + with.length()), line);
      Entries after = entry == null ? null : splice.with(root, parent, 0, index, entry, false);
      if (after != null) {
        return new YamlDocument(splice.text, before.file(), after);
      }
    }
    return parent.isEmpty() ? splice.readAll() : change(before, at, at, with, parent);
  }

  /** The part is a whole entry of the map at {@code parent}, the one at {@code index}. */
  static YamlDocument remove(
      YamlDocument before, int from, int to, List<String> parent, int index) {
    YamlSplice splice = new YamlSplice(before, from, to, "");
    if (parent.size() < LEVELS && before.root() instanceof Entries root && simple(splice.text)) {
      Entries after = splice.with(root, parent, 0, index, null, true);
      if (after != null) {
        return new YamlDocument(splice.text, before.file(), after);
      }
    }
    return parent.isEmpty() ? splice.readAll() : change(before, from, to, "", parent);
  }

  /** Finds what differs, and the entry around it. */
  static YamlDocument typed(YamlDocument before, String text) {
    String old = before.text();
    int most = Math.min(old.length(), text.length());
    int from = 0;
    while (from < most && old.charAt(from) == text.charAt(from)) {
      from++;
    }
    int same = 0;
    while (same < most - from
        && old.charAt(old.length() - 1 - same) == text.charAt(text.length() - 1 - same)) {
      same++;
    }
    int to = old.length() - same;
    List<String> path = new ArrayList<>();
    YamlNode node = before.root();
    while (path.size() < LEVELS && node instanceof Entries entries && !entries.flow()) {
      Entry around = around(entries, from, to);
      if (around == null) {
        break;
      }
      path.add(around.name());
      node = around.value();
    }
    String with = text.substring(from, text.length() - same);
    return change(before, from, to, with, path);
  }

  private static @Nullable Entry around(Entries entries, int from, int to) {
    for (Entry entry : entries.entries()) {
      if (entry.key().end() < from && to <= entry.value().end()) {
        return entry;
      }
    }
    return null;
  }

  private YamlDocument readAll() {
    return YamlDocument.parse(text, before.file(), Integer.MAX_VALUE);
  }

  /** A lone carriage return is a line end to the parser but not to the counting here. */
  static boolean simple(String text) {
    return text.indexOf('\r') < 0 || text.replace("\r\n", "").indexOf('\r') < 0;
  }

  private @Nullable YamlDocument reread(List<String> path) {
    if (!(before.root() instanceof Entries root) || !simple(text)) {
      return null;
    }
    Entries parent = root;
    for (String key : path.subList(0, path.size() - 1)) {
      int at = parent.indexOf(key);
      if (at < 0 || !(parent.entries().get(at).value() instanceof Entries inner)) {
        return null;
      }
      parent = inner;
    }
    int index = parent.indexOf(path.get(path.size() - 1));
    if (index < 0 || parent.flow()) {
      return null;
    }
    Entry old = parent.entries().get(index);
    int start = lineStart(before.text(), old.key().start());
    int end = lineAfter(before.text(), old.value().end());
    if (from < start || to > end) {
      return null;
    }
    Entry entry = entry(start, afterBlanks(end + chars), old.key().line());
    if (entry == null || !entry.name().equals(old.name())) {
      return null;
    }
    Entries after = with(root, path.subList(0, path.size() - 1), 0, index, entry, true);
    return after == null ? null : new YamlDocument(text, before.file(), after);
  }

  /** Blank lines belong to a block scalar that keeps them, so they are read with it. */
  private int afterBlanks(int end) {
    int at = end;
    for (int next = lineAfter(text, at); at < text.length(); next = lineAfter(text, at)) {
      if (!text.substring(at, next).isBlank()) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** The one entry that these lines of the new text hold; null if they hold anything else. */
  private @Nullable Entry entry(int start, int end, int line) {
    try {
      YamlNode node = YamlReader.read(text.substring(start, end), before.file());
      return node instanceof Entries entries && !entries.flow() && entries.entries().size() == 1
          ? entries.entries().get(0).shift(start, line - 1)
          : null;
    } catch (ProblemException e) {
      // Read as a part of the whole, it gives the error with its true place, if it is one.
      return null;
    }
  }

  private @Nullable Entries with(
      Entries map,
      List<String> parent,
      int depth,
      int index,
      @Nullable Entry entry,
      boolean instead) {
    if (map.flow()) {
      return null;
    }
    boolean here = depth == parent.size();
    int at = here ? index : map.indexOf(parent.get(depth));
    List<Entry> entries = new ArrayList<>(map.entries().size() + 1);
    entries.addAll(map.entries().subList(0, at));
    int next = at;
    if (here) {
      if (entry != null) {
        entries.add(entry);
      }
      next += instead ? 1 : 0;
    } else {
      Entry old = map.entries().get(at);
      Entries inner =
          old.value() instanceof Entries child
              ? with(child, parent, depth + 1, index, entry, instead)
              : null;
      if (inner == null) {
        return null;
      }
      entries.add(new Entry(old.key(), inner));
      next++;
    }
    for (Entry later : map.entries().subList(next, map.entries().size())) {
      entries.add(later.shift(chars, lines));
    }
    return entries.isEmpty() ? null : Entries.block(entries);
  }

  /** The line end of the first line, which new lines get. */
  static String newline(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  static int lineStart(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  static int lineEnd(String text, int offset) {
    int at = text.indexOf('\n', offset);
    if (at < 0) {
      return text.length();
    }
    return at > offset && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }

  /** Offset after the line end, or the text's length. */
  static int lineAfter(String text, int offset) {
    int at = text.indexOf('\n', offset);
    return at < 0 ? text.length() : at + 1;
  }

  static int breaks(String text, int from, int to) {
    int count = 0;
    for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }
}
