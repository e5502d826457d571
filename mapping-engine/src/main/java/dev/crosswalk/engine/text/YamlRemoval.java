package dev.crosswalk.engine.text;

import dev.crosswalk.engine.text.YamlNode.Entries;
import dev.crosswalk.engine.text.YamlNode.Entry;
import dev.crosswalk.engine.text.YamlNode.Items;
import dev.crosswalk.engine.text.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which characters go with a key. */
final class YamlRemoval {

  private final YamlDocument document;
  private final String text;

  YamlRemoval(YamlDocument document) {
    this.document = document;
    this.text = document.text();
  }

  YamlDocument remove(List<String> path) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("The root of a file cannot be removed.");
    }
    YamlNode node = document.root();
    for (String key : path.subList(0, path.size() - 1)) {
      if (node instanceof Entries entries && entries.indexOf(key) >= 0) {
        node = entries.entries().get(entries.indexOf(key)).value();
      } else if (node instanceof Items items && YamlDocument.itemIndex(items, key) >= 0) {
        node = items.items().get(YamlDocument.itemIndex(items, key));
      } else {
        return document;
      }
    }
    String key = path.get(path.size() - 1);
    if (!(node instanceof Entries parent) || parent.indexOf(key) < 0) {
      return document;
    }
    return remove(parent, parent.indexOf(key), path.subList(0, path.size() - 1));
  }

  private YamlDocument remove(Entries parent, int index, List<String> path) {
    List<Entry> entries = parent.entries();
    Entry entry = entries.get(index);
    if (entries.size() == 1) {
      if (!path.isEmpty()) {
        return document.set(path, Map.of());
      }
      return YamlDocument.parse(
          text.substring(0, parent.start()) + "{}" + text.substring(parent.end()),
          document.file(),
          Integer.MAX_VALUE);
    }
    int from = entry.key().start();
    int to = entry.value().end();
    if (parent.flow()) {
      if (index + 1 < entries.size()) {
        to = entries.get(index + 1).key().start();
      } else {
        from = entries.get(index - 1).value().end();
      }
      return YamlSplice.change(document, from, to, "", path);
    }
    int line = YamlSplice.lineStart(text, from);
    if (!text.substring(line, from).isBlank()) {
      int next = entries.get(index + 1).key().start();
      return YamlSplice.change(document, from, next, "", path);
    }
    to = YamlSplice.lineAfter(text, to);
    Scalar block = index > 0 ? lastBlock(entries.get(index - 1).value()) : null;
    if (block != null) {
      to = afterIndented(to, block);
    }
    if (to == text.length() && !text.endsWith("\n") && line > 0) {
      line = YamlSplice.lineEnd(text, line - 1 - (text.startsWith("\r\n", line - 2) ? 1 : 0));
    }
    return YamlSplice.remove(document, line, to, path, index);
  }

  /** The block scalar with which a value ends; null where it ends otherwise. */
  private static @Nullable Scalar lastBlock(YamlNode node) {
    return switch (node) {
      case Scalar s -> s.style() == Scalar.Style.BLOCK ? s : null;
      case Entries e ->
          e.flow() ? null : lastBlock(e.entries().get(e.entries().size() - 1).value());
      case Items i -> i.flow() ? null : lastBlock(i.items().get(i.items().size() - 1));
    };
  }

  /**
   * After a removed entry, comments that are as deep as the block scalar before it would become
   * part of it; less deep ones stay.
   */
  private int afterIndented(int at, Scalar block) {
    int depth = Integer.MAX_VALUE;
    int first = YamlSplice.lineAfter(text, block.start());
    for (int line = first; line < block.end(); line = YamlSplice.lineAfter(text, line)) {
      String content = text.substring(line, YamlSplice.lineEnd(text, line));
      if (!content.isBlank()) {
        depth = Math.min(depth, content.length() - content.stripLeading().length());
      }
    }
    int end = at;
    for (int line = at; line < text.length(); line = YamlSplice.lineAfter(text, line)) {
      String content = text.substring(line, YamlSplice.lineEnd(text, line));
      boolean deep = content.length() - content.stripLeading().length() >= Math.min(depth, 1000);
      if (deep && (content.isBlank() || content.strip().startsWith("#"))) {
        end = YamlSplice.lineAfter(text, line);
      } else if (!content.isBlank()) {
        break;
      }
    }
    return end;
  }
}
