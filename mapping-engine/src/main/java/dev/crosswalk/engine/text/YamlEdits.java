package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import dev.crosswalk.engine.text.YamlNode.Items;
import dev.crosswalk.engine.text.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out which characters change where a value is set, and what they become. */
final class YamlEdits {

  private final YamlDocument document;
  private final YamlLayout layout;
  private final String text;
  private final String newline;

  YamlEdits(YamlDocument document, YamlLayout layout) {
    this.document = document;
    this.layout = layout;
    this.text = document.text();
    this.newline = YamlSplice.newline(text);
  }

  YamlDocument set(List<String> path, @Nullable Object value) {
    YamlNode node = document.root();
    if (path.isEmpty()) {
      return setRoot(node, value);
    }
    if (!(node instanceof Entries top) || top.entries().isEmpty()) {
      return setInEmpty(node, path, value);
    }
    Entry around = null;
    Entries holder = top;
    for (int i = 0; i < path.size(); i++) {
      String key = path.get(i);
      boolean last = i == path.size() - 1;
      if (node instanceof Entries entries) {
        int index = entries.indexOf(key);
        if (index < 0) {
          Object inner = nested(path.subList(i + 1, path.size()), value);
          return entries.entries().isEmpty() && around != null
              ? replace(around, path.subList(0, i), Collections.singletonMap(key, inner), holder)
              : insert(entries, around, path.subList(0, i), key, inner);
        }
        Entry entry = entries.entries().get(index);
        if (last) {
          return replace(entry, path, value, entries);
        }
        if (entry.value() instanceof Scalar) {
          Object inner = nested(path.subList(i + 1, path.size()), value);
          return replace(entry, path.subList(0, i + 1), inner, entries);
        }
        around = entry;
        holder = entries;
        node = entry.value();
      } else if (node instanceof Items items) {
        int index = YamlDocument.itemIndex(items, key);
        if (index < 0) {
          throw new IllegalArgumentException("There is no list item at " + path);
        }
        if (last) {
          return replaceItem(items, index, path, value);
        }
        around = null;
        node = items.items().get(index);
      } else {
        throw new IllegalArgumentException("There is no map at " + path.subList(0, i));
      }
    }
    throw new IllegalStateException("No value at " + path);
  }

  private static @Nullable Object nested(List<String> keys, @Nullable Object value) {
    Object inner = value;
    for (int i = keys.size() - 1; i >= 0; i--) {
      inner = Collections.singletonMap(keys.get(i), inner);
    }
    return inner;
  }

  private YamlDocument setRoot(@Nullable YamlNode root, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("The root of a file must be a map.");
    }
    if (root instanceof Entries old && !old.entries().isEmpty() && !map.isEmpty()) {
      return merge(old, List.of(), YamlWriter.cast(map));
    }
    if (root != null && Objects.equals(root.plain(), map)) {
      return document;
    }
    return YamlDocument.create(YamlWriter.cast(map), document.file(), layout);
  }

  /** The file holds no map yet: comments stay, an empty map or null goes. */
  private YamlDocument setInEmpty(
      @Nullable YamlNode root, List<String> path, @Nullable Object value) {
    if (root != null && root.plain() != null && !root.plain().equals(Map.of())) {
      throw new ProblemException(
          Problem.error(
              "yaml-root",
              document.place(List.of()),
              "The file holds a list or a text where a map is needed.",
              "Correct the file by hand."));
    }
    StringBuilder lines = new StringBuilder();
    Object inner = nested(path.subList(1, path.size()), value);
    writer(layout, root == null ? text.length() : root.end())
        .entry(lines, path.get(0), inner, List.of(), 0);
    String head = root == null ? text : text.substring(0, root.start());
    String tail = root == null ? "" : text.substring(root.end());
    if (!head.isEmpty() && !head.endsWith("\n") && !head.equals("\uFEFF")) {
      head += newline;
    }
    String after = tail.isBlank() ? "" : tail;
    return YamlDocument.parse(head + lines + after, document.file(), Integer.MAX_VALUE);
  }

  /**
   * @param at where the lines after the written value start: an indented comment or blanks there
   *     would become part of a block scalar
   */
  private YamlWriter writer(YamlLayout style, int at) {
    boolean literals = true;
    int line = at;
    while (line < text.length()) {
      String next = text.substring(line, YamlSplice.lineEnd(text, line));
      if (!next.isEmpty()) {
        String content = next.strip();
        literals = !next.startsWith(" ") || !(content.isEmpty() || content.startsWith("#"));
        break;
      }
      line = YamlSplice.lineAfter(text, line);
    }
    return new YamlWriter(style, newline, literals);
  }

  /** Changes only the keys that differ; new ones first, so that the map is never empty between. */
  private YamlDocument merge(
      Entries old, List<String> path, Map<String, ? extends @Nullable Object> map) {
    YamlDocument result = document;
    for (Map.Entry<String, ? extends @Nullable Object> e : map.entrySet()) {
      result = new YamlEdits(result, layout).set(YamlWriter.child(path, e.getKey()), e.getValue());
    }
    for (Entry entry : old.entries()) {
      if (!map.containsKey(entry.name())) {
        result = new YamlRemoval(result).remove(YamlWriter.child(path, entry.name()));
      }
    }
    return result;
  }

  private YamlDocument replace(
      Entry entry, List<String> path, @Nullable Object value, Entries parent) {
    YamlNode old = entry.value();
    boolean written = old.end() > old.start();
    if (Objects.equals(old.plain(), value) && (written || value != null)) {
      return document;
    }
    if (old instanceof Entries map
        && value instanceof Map<?, ?> with
        && !with.isEmpty()
        && !map.entries().isEmpty()) {
      return merge(map, path, YamlWriter.cast(with));
    }
    int colon = text.indexOf(':', entry.key().end());
    if (parent.flow()) {
      String lead = written ? "" : colon >= 0 && colon < old.start() ? " " : ": ";
      return YamlSplice.change(document, old.start(), old.end(), lead + flow(old, value), path);
    }
    int indent = entry.key().column() - 1;
    int column = indent + (colon - entry.key().start()) + 2;
    String inline = inline(old, value, path, column);
    if (inline != null && old.inline()) {
      return YamlSplice.change(
          document, old.start(), old.end(), (written ? "" : " ") + inline, path);
    }
    StringBuilder out = new StringBuilder();
    int to = YamlSplice.lineAfter(text, old.end());
    String comment = comment(old, colon + 1);
    if (inline != null) {
      out.append(' ').append(inline).append(comment).append(newline);
    } else {
      YamlLayout forced = new Forced(layout, path);
      writer(forced, to).after(out, value, path, indent, column, comment);
    }
    String with = out.toString();
    if (to == text.length() && !text.endsWith("\n")) {
      with = with.substring(0, with.length() - newline.length());
    }
    return YamlSplice.change(document, colon + 1, to, with, path);
  }

  private static String flow(YamlNode old, @Nullable Object value) {
    return old instanceof Scalar scalar && !(value instanceof Map) && !(value instanceof List)
        ? YamlScalars.write(value, true, scalar)
        : YamlWriter.flow(value);
  }

  /** On one line, as the old value is written; null where it takes several. */
  private @Nullable String inline(
      YamlNode old, @Nullable Object value, List<String> path, int column) {
    boolean collection = value instanceof Map || value instanceof List;
    boolean empty = Map.of().equals(value) || List.of().equals(value);
    if (collection && !empty && old instanceof Entries map && !map.entries().isEmpty()
        || collection && !empty && old instanceof Items items && !items.items().isEmpty()) {
      return old.inline() ? YamlWriter.flow(value) : null;
    }
    String inline =
        writer(layout, YamlSplice.lineAfter(text, old.end())).inline(value, path, column);
    return inline != null && old instanceof Scalar scalar && !collection
        ? YamlScalars.write(value, false, scalar)
        : inline;
  }

  /** The comment on the key's line, with the blanks before it. */
  private String comment(YamlNode old, int afterColon) {
    int from = old.inline() ? old.end() : afterColon;
    String rest = text.substring(from, YamlSplice.lineEnd(text, from));
    int hash = rest.indexOf('#');
    if (hash < 0 || (hash > 0 && !Character.isWhitespace(rest.charAt(hash - 1)))) {
      return "";
    }
    return " ".repeat(Math.max(1, hash - rest.substring(0, hash).stripTrailing().length()))
        + rest.substring(hash).stripTrailing();
  }

  private YamlDocument replaceItem(
      Items items, int index, List<String> path, @Nullable Object value) {
    YamlNode old = items.items().get(index);
    if (Objects.equals(old.plain(), value)) {
      return document;
    }
    String inline = items.flow() ? flow(old, value) : inline(old, value, path, old.column() - 1);
    if (inline != null && old.inline() && old.end() > old.start()) {
      return YamlSplice.change(document, old.start(), old.end(), inline, path);
    }
    List<@Nullable Object> whole = new ArrayList<>(items.plain());
    whole.set(index, value);
    return set(path.subList(0, path.size() - 1), whole);
  }

  private YamlDocument insert(
      Entries parent,
      @Nullable Entry around,
      List<String> path,
      String key,
      @Nullable Object value) {
    List<Entry> entries = parent.entries();
    int index = YamlOrder.index(parent, key, layout.order(path));
    if (parent.flow()) {
      return insertFlow(parent, path, index, YamlWriter.key(key, true), value);
    }
    int first = entries.get(0).key().start();
    boolean afterDash = !text.substring(YamlSplice.lineStart(text, first), first).isBlank();
    if (index == 0 && afterDash && !text.startsWith("\uFEFF")) {
      index = 1;
    }
    int indent = parent.column() - 1;
    int at;
    if (index > 0) {
      at = YamlSplice.lineAfter(text, entries.get(index - 1).value().end());
    } else if (around != null && YamlSplice.lineAfter(text, around.key().end()) <= first) {
      at = YamlSplice.lineAfter(text, around.key().end());
    } else {
      at = text.startsWith("\uFEFF") && first == 1 ? 1 : YamlSplice.lineStart(text, first);
    }
    StringBuilder lines = new StringBuilder(" ".repeat(indent));
    writer(layout, at).entry(lines, key, value, path, indent);
    String with = lines.toString();
    if (at == text.length() && !text.endsWith("\n")) {
      with = newline + with.substring(0, with.length() - newline.length());
    }
    return YamlSplice.insert(document, at, with, path, index);
  }

  private YamlDocument insertFlow(
      Entries parent, List<String> path, int index, String key, @Nullable Object value) {
    List<Entry> entries = parent.entries();
    String written = key + ": " + YamlWriter.flow(value);
    if (entries.isEmpty()) {
      return YamlSplice.change(document, parent.start(), parent.end(), "{ " + written + " }", path);
    }
    if (index == 0) {
      int at = entries.get(0).key().start();
      return YamlSplice.change(document, at, at, written + ", ", path);
    }
    int at = entries.get(index - 1).value().end();
    return YamlSplice.change(document, at, at, ", " + written, path);
  }

  /** Writes the value at one path over several lines, as it was. */
  private record Forced(YamlLayout layout, List<String> path) implements YamlLayout {
    @Override
    public boolean block(List<String> at) {
      return at.equals(path) || layout.block(at);
    }

    @Override
    public List<String> order(List<String> at) {
      return layout.order(at);
    }
  }
}
