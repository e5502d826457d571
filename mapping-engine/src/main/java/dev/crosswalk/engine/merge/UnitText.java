package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.merge.Blocks.Block;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the lines of one entry: as they were, but for what is said differently now. */
final class UnitText {
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#\\s?(.*)$");

  private final YamlLayout layout;

  UnitText(YamlLayout layout) {
    this.layout = layout;
  }

  /**
   * The lines of an entry that says something else.
   *
   * @param path of the entry, by names
   * @throws IllegalArgumentException where they cannot be written so
   */
  List<String> rewritten(
      Block block, List<String> path, @Nullable Object from, @Nullable Object to) {
    List<String> lines = block.lines().subList(block.lead().size(), block.lines().size());
    if (Objects.equals(from, to)) {
      return lines;
    }
    int parents = path.size() - 1;
    if (indent(lines.get(0)) < parents - (block.item() ? 1 : 0)) {
      throw new IllegalArgumentException("No room for what is around " + path);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parents; i++) {
      text.append(" ".repeat(i)).append(key(path.get(i))).append(":\n");
    }
    lines.forEach(line -> text.append(line.startsWith("\uFEFF") ? line.substring(1) : line));
    List<String> at = new ArrayList<>(path.subList(0, parents));
    at.add(block.item() ? "0" : block.key());
    YamlDocument after =
        YamlDocument.parse(text.toString(), "", Integer.MAX_VALUE).set(at, to, layout);
    if (!Objects.equals(after.at(at).map(s -> s.value()).orElse(null), to)) {
      throw new IllegalArgumentException("The value does not fit at " + path);
    }
    List<String> all = Blocks.lines(after.text());
    return all.subList(parents, all.size());
  }

  private static String key(String key) {
    String text = YamlDocument.create(Map.of(key, 1), "", YamlLayout.PLAIN).text();
    return text.substring(0, text.lastIndexOf(':'));
  }

  static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** The lines moved so that the first that says something stands at an indentation. */
  static List<String> indented(List<String> lines, int to) {
    int from =
        lines.stream()
            .filter(l -> !l.isBlank() && !l.strip().startsWith("#"))
            .findFirst()
            .map(UnitText::indent)
            .orElse(to);
    if (from == to) {
      return lines;
    }
    return lines.stream()
        .map(l ->
            l.isBlank()
                ? l
                : to > from
                    ? " ".repeat(to - from) + l
                    : l.substring(Math.min(indent(l), from - to)))
        .toList();
  }

  /** The comments above an entry: the changed ones, or those of both. */
  static List<String> lead(List<String> base, List<String> ours, List<String> theirs) {
    List<String> b = stripped(base);
    List<String> o = stripped(ours);
    List<String> t = stripped(theirs);
    if (t.equals(b) || t.equals(o)) {
      return ours;
    }
    if (o.equals(b)) {
      return theirs;
    }
    List<String> both = new ArrayList<>(ours);
    theirs.stream()
        .filter(l -> !l.isBlank() && !b.contains(l.strip()) && !o.contains(l.strip()))
        .forEach(both::add);
    return both;
  }

  static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  /** Comments of theirs that are new and that no line of the outcome holds. */
  static List<String> lost(List<String> base, List<String> theirs, List<String> outcome) {
    Set<String> added = comments(theirs);
    added.removeAll(comments(base));
    added.removeAll(comments(outcome));
    int indent =
        outcome.stream().filter(l -> !l.isBlank()).findFirst().map(UnitText::indent).orElse(0);
    return added.stream().map(c -> " ".repeat(indent) + "# " + c + "\n").toList();
  }

  private static Set<String> comments(List<String> lines) {
    Set<String> comments = new LinkedHashSet<>();
    for (String line : lines) {
      Matcher found = COMMENT.matcher(line.stripTrailing());
      if (found.find() && !isQuoted(line, found.start())) {
        comments.add(found.group(1).strip());
      }
    }
    comments.remove("");
    return comments;
  }

  private static boolean isQuoted(String line, int at) {
    String before = line.substring(0, at);
    return before.chars().filter(c -> c == '"').count() % 2 == 1
        || before.chars().filter(c -> c == '\'').count() % 2 == 1;
  }
}
