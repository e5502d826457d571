package dev.crosswalk.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where in a YAML text somebody types, told from indentation and brackets alone.
 *
 * @param path the keys of the map in which a key is typed, or of the value that is typed
 * @param value whether a value is typed, not a key
 * @param word what of it is typed already
 * @param from the character at which the word begins
 * @param siblings keys that the map has already
 */
record YamlCursor(List<String> path, boolean value, String word, int from, Set<String> siblings) {

  YamlCursor {
    path = List.copyOf(path);
  }

  static YamlCursor at(String text, int caret) {
    int start = text.lastIndexOf('\n', caret - 1) + 1;
    String line = text.substring(start, caret);
    String[] before = text.substring(0, Math.max(0, start - 1)).split("\n", -1);
    if (start == 0) {
      before = new String[0];
    }
    if (inScalar(before, indent(line))) {
      return NOWHERE.at(caret);
    }
    int opened = flowBegin(before, line);
    if (opened < before.length) {
      line = joined(before, opened, line);
      before = Arrays.copyOf(before, opened);
    }
    int indent = indent(line);
    String rest = line.strip();
    int dash = indent;
    boolean item = false;
    while (rest.equals("-") || rest.startsWith("- ")) {
      item = true;
      rest = rest.substring(1).stripLeading();
      indent = line.length() - rest.length();
    }
    List<String> path = parents(before, item ? dash + 1 : indent);
    String flow = rest;
    int colon = keyEnd(rest);
    if (colon >= 0) {
      path.add(unquoted(rest.substring(0, colon)));
      flow = rest.substring(colon + 1).stripLeading();
    }
    Inner inner = Inner.of(flow);
    path.addAll(inner.keys());
    String word = inner.word().substring(Math.max(0, inner.word().length() - (caret - start)));
    boolean value = inner.map() ? inner.value() : colon >= 0 || item && !inner.map();
    // In a list item without a colon both an item and a key may be meant; an item is likelier.
    Set<String> siblings = new LinkedHashSet<>(inner.siblings());
    if (!value && !inner.map()) {
      siblings.addAll(siblings(text, start, indent));
    }
    return new YamlCursor(path, value, word, caret - word.length(), siblings);
  }

  /** In free text, where nothing can be offered. */
  private static final YamlCursor NOWHERE = new YamlCursor(List.of("|"), true, "", 0, Set.of());

  private static final Pattern SCALAR = Pattern.compile("(^|[\\s:-])[|>][-+0-9]*(\\s+#.*)?$");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  /**
   * How many lines a map or list in brackets may run over before it is taken for something else.
   */
  private static final int LONGEST_FLOW = 60;

  private YamlCursor at(int caret) {
    return new YamlCursor(path, value, word, caret, siblings);
  }

  /** Whether a line above, less indented than all between, begins a text of several lines. */
  private static boolean inScalar(String[] lines, int indent) {
    int limit = indent;
    for (int i = lines.length - 1; i >= 0 && limit > 0; i--) {
      if (!lines[i].isBlank() && indent(lines[i]) < limit) {
        limit = indent(lines[i]);
        if (SCALAR.matcher(lines[i].stripTrailing()).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The line where brackets open that are open still, the outermost of those less indented than
   * what stands in them; the number of lines where there is none.
   */
  private static int flowBegin(String[] lines, String line) {
    int found = lines.length;
    int limit = indent(line);
    int first = Math.max(0, lines.length - LONGEST_FLOW);
    for (int i = lines.length - 1; i >= first && limit > 0; i--) {
      if (lines[i].isBlank() || indent(lines[i]) >= limit) {
        continue;
      }
      limit = indent(lines[i]);
      String flow = flow(joined(lines, i, "").strip());
      if ((flow.startsWith("{") || flow.startsWith("[")) && Inner.of(flow).open()) {
        found = i;
      }
    }
    return found;
  }

  /** What stands behind the key, or behind the dash. */
  private static String flow(String line) {
    String rest = line;
    while (rest.startsWith("- ")) {
      rest = rest.substring(1).stripLeading();
    }
    return rest.substring(keyEnd(rest) + 1).stripLeading();
  }

  private static String joined(String[] lines, int from, String last) {
    StringBuilder all = new StringBuilder();
    for (int i = from; i < lines.length; i++) {
      all.append(COMMENT.matcher(lines[i]).replaceAll("").stripTrailing()).append(' ');
    }
    return all.append(last.stripLeading()).toString();
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** The keys above, each less indented than the one under it. */
  private static List<String> parents(String[] lines, int indent) {
    List<String> path = new ArrayList<>();
    int limit = indent;
    for (int i = lines.length - 1; i >= 0 && limit > 0; i--) {
      String stripped = lines[i].strip();
      if (stripped.isEmpty() || stripped.startsWith("#")) {
        continue;
      }
      int here = indent(lines[i]);
      String rest = stripped;
      while (rest.startsWith("- ")) {
        rest = rest.substring(2).stripLeading();
        if (here + stripped.length() - rest.length() < limit && keyEnd(rest) > 0) {
          path.addFirst(unquoted(rest.substring(0, keyEnd(rest))));
        }
      }
      boolean item = rest.length() < stripped.length();
      if (here < limit) {
        int colon = keyEnd(rest);
        if (!item && colon > 0) {
          path.addFirst(unquoted(rest.substring(0, colon)));
        }
        limit = item ? here + 1 : here;
      }
    }
    return path;
  }

  private static Set<String> siblings(String text, int start, int indent) {
    Set<String> keys = new LinkedHashSet<>();
    String[] above = text.substring(0, Math.max(0, start - 1)).split("\n", -1);
    for (int i = above.length - 1; i >= 0 && note(above[i], indent, keys); i--) {
      continue;
    }
    int end = text.indexOf('\n', start);
    String[] below = end < 0 ? new String[0] : text.substring(end + 1).split("\n", -1);
    for (int i = 0; i < below.length && note(below[i], indent, keys); i++) {
      continue;
    }
    return keys;
  }

  private static boolean note(String line, int indent, Set<String> keys) {
    if (line.isBlank()) {
      return true;
    }
    int here = indent(line);
    int colon = keyEnd(line.strip());
    if (here == indent && colon > 0) {
      keys.add(unquoted(line.strip().substring(0, colon)));
    }
    return here >= indent;
  }

  /** The colon that ends a key; -1 where the text does not start with a key. */
  private static int keyEnd(String text) {
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("#")) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return -1;
  }

  private static String unquoted(String key) {
    String text = key.strip();
    boolean quoted =
        text.length() >= 2
            && "'\"".indexOf(text.charAt(0)) >= 0
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * What stands in brackets on the line.
   *
   * @param map whether the caret is in braces
   */
  private record Inner(
      List<String> keys,
      boolean open,
      boolean map,
      boolean value,
      String word,
      Set<String> siblings) {

    static Inner of(String text) {
      List<String> keys = new ArrayList<>();
      List<Character> open = new ArrayList<>();
      Set<String> siblings = new LinkedHashSet<>();
      StringBuilder word = new StringBuilder();
      boolean value = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '{' || c == '[') {
          open.add(c);
          value = c == '[';
          siblings.clear();
          word.setLength(0);
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
          open.removeLast();
          if (!keys.isEmpty() && c == '}') {
            keys.removeLast();
          }
          word.setLength(0);
        } else if (c == ',' && !open.isEmpty()) {
          boolean inMap = open.getLast() == '{';
          if (inMap && value && !keys.isEmpty()) {
            keys.removeLast();
          }
          value = !inMap;
          word.setLength(0);
        } else if (c == ':' && !open.isEmpty() && open.getLast() == '{' && !value) {
          String key = unquoted(word.toString());
          siblings.add(key);
          keys.add(key);
          value = true;
          word.setLength(0);
        } else if (c != ' ' || !word.isEmpty()) {
          word.append(c);
        }
      }
      boolean map = !open.isEmpty() && open.getLast() == '{';
      return new Inner(keys, !open.isEmpty(), map, value, word.toString(), siblings);
    }
  }
}
