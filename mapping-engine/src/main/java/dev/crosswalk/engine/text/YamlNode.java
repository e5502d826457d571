package dev.crosswalk.engine.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML text with the characters that it takes up. Offsets count UTF-16 units from 0.
 */
sealed interface YamlNode {

  /** Offset of the first character. */
  int start();

  /** Offset after the last character; equal to the start where nothing is written (null). */
  int end();

  /** First line is 1. */
  int line();

  /** First column is 1. */
  int column();

  @Nullable Object plain();

  /** The same node after text before it was changed; only whole lines may have come or gone. */
  YamlNode shift(int chars, int lines);

  /**
   * @param style how the scalar is written: {@code plain}, quotes, or block
   */
  record Scalar(int start, int end, int line, int column, Style style, @Nullable Object plain)
      implements YamlNode {

    enum Style {
      PLAIN,
      SINGLE,
      DOUBLE,
      BLOCK
    }

    @Override
    public Scalar shift(int chars, int lines) {
      if (chars == 0 && lines == 0) {
        return this;
      }
      return new Scalar(start + chars, end + chars, line + lines, column, style, plain);
    }
  }

  /** A key with its value. The key's plain value is its text, whatever it looks like. */
  record Entry(Scalar key, YamlNode value) {

    String name() {
      return (String) java.util.Objects.requireNonNull(key.plain());
    }

    Entry shift(int chars, int lines) {
      return new Entry(key.shift(chars, lines), value.shift(chars, lines));
    }
  }

  /**
   * @param plain the plain values by key, in order, unmodifiable
   */
  record Entries(
      int start,
      int end,
      int line,
      int column,
      boolean flow,
      List<Entry> entries,
      Map<String, @Nullable Object> plain)
      implements YamlNode {

    static Entries of(int start, int end, int line, int column, boolean flow, List<Entry> entries) {
      Map<String, @Nullable Object> plain = LinkedHashMap.newLinkedHashMap(entries.size());
      for (Entry entry : entries) {
        plain.put(entry.name(), entry.value().plain());
      }
      return new Entries(
          start, end, line, column, flow, entries, Collections.unmodifiableMap(plain));
    }

    /** A block map over these entries, at least one. */
    static Entries block(List<Entry> entries) {
      Scalar first = entries.get(0).key();
      int end = entries.get(entries.size() - 1).value().end();
      return of(first.start(), end, first.line(), first.column(), false, entries);
    }

    /** Position of a key, or -1. */
    int indexOf(String name) {
      if (!plain.containsKey(name)) {
        return -1;
      }
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public Entries shift(int chars, int lines) {
      if (chars == 0 && lines == 0) {
        return this;
      }
      List<Entry> moved = new ArrayList<>(entries.size());
      for (Entry entry : entries) {
        moved.add(entry.shift(chars, lines));
      }
      return new Entries(start + chars, end + chars, line + lines, column, flow, moved, plain);
    }
  }

  record Items(
      int start,
      int end,
      int line,
      int column,
      boolean flow,
      List<YamlNode> items,
      List<@Nullable Object> plain)
      implements YamlNode {

    static Items of(int start, int end, int line, int column, boolean flow, List<YamlNode> items) {
      List<@Nullable Object> plain = new ArrayList<>(items.size());
      items.forEach(i -> plain.add(i.plain()));
      return new Items(start, end, line, column, flow, items, Collections.unmodifiableList(plain));
    }

    @Override
    public Items shift(int chars, int lines) {
      if (chars == 0 && lines == 0) {
        return this;
      }
      List<YamlNode> moved = new ArrayList<>(items.size());
      items.forEach(i -> moved.add(i.shift(chars, lines)));
      return new Items(start + chars, end + chars, line + lines, column, flow, moved, plain);
    }
  }

  /** Whether the value stands on the line of its key: a scalar in quotes or plain, or in braces. */
  default boolean inline() {
    return switch (this) {
      case Scalar s -> s.style() != Scalar.Style.BLOCK;
      case Entries e -> e.flow();
      case Items i -> i.flow();
    };
  }
}
