package dev.crosswalk.app.studio.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Everything the command palette finds. Used on the JavaFX thread. */
public final class Commands {
  private static final int PER_SOURCE = 20;

  private final List<Function<String, List<Command>>> sources = new ArrayList<>();
  private final List<Command> fixed = new ArrayList<>();

  public void add(Command command) {
    fixed.add(command);
  }

  public void addAll(List<Command> commands) {
    fixed.addAll(commands);
  }

  /**
   * Adds things that are looked up, such as fields by name.
   *
   * @param source gets the query in lower case, never blank, and answers with its best hits fast
   */
  public void addSource(Function<String, List<Command>> source) {
    sources.add(source);
  }

  /** The hits for what was typed, best first; all fixed commands for nothing typed. */
  public List<Command> find(String typed) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    if (query.isEmpty()) {
      return List.copyOf(fixed);
    }
    List<Command> hits = new ArrayList<>();
    fixed.stream().filter(c -> rank(c, query) < Integer.MAX_VALUE).forEach(hits::add);
    for (Function<String, List<Command>> source : sources) {
      source.apply(query).stream().limit(PER_SOURCE).forEach(hits::add);
    }
    hits.sort(Comparator.comparingInt(c -> rank(c, query)));
    return hits;
  }

  /** Lower is better; words may come in any order. */
  private static int rank(Command command, String query) {
    String title = command.title().toLowerCase(Locale.ROOT);
    if (title.startsWith(query)) {
      return 0;
    }
    int at = title.indexOf(query);
    if (at > 0) {
      return Character.isLetterOrDigit(title.charAt(at - 1)) ? 2 : 1;
    }
    String all = title + " " + command.group().toLowerCase(Locale.ROOT);
    for (String word : query.split("\\s+", -1)) {
      if (!all.contains(word)) {
        return Integer.MAX_VALUE;
      }
    }
    return 3;
  }
}
