package dev.crosswalk.app.studio.mapping.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Which parts of a YAML text can be folded: a line and the lines under it that stand deeper. */
final class YamlFolds {
  private YamlFolds() {}

  private record Open(int line, int indent) {}

  /** The first line of each part, to its last one; the first line of the text is 0. */
  static Map<Integer, Integer> of(String text) {
    Map<Integer, Integer> folds = new TreeMap<>();
    Deque<Open> open = new ArrayDeque<>();
    String[] lines = text.split("\n", -1);
    int last = -1;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.isBlank()) {
        continue;
      }
      int indent = line.length() - line.stripLeading().length();
      close(open, indent, last, folds);
      open.push(new Open(i, indent));
      last = i;
    }
    close(open, 0, last, folds);
    return folds;
  }

  private static void close(Deque<Open> open, int indent, int last, Map<Integer, Integer> folds) {
    for (Open top = open.peek(); top != null && top.indent >= indent; top = open.peek()) {
      open.pop();
      if (last > top.line) {
        folds.put(top.line, last);
      }
    }
  }
}
