package dev.crosswalk.app.studio.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything the command palette finds. Used on the JavaFX thread. */
public final class Commands {
  private static final int PER_SOURCE = 30;
  private static final int MOST = 60;

  private final List<Function<String, List<Command>>> sources = new ArrayList<>();
  private final List<Supplier<List<Command>>> changing = new ArrayList<>();
  private final List<Command> fixed = new ArrayList<>();

  private record Ranked(Command command, int score) {}

  public void add(Command command) {
    fixed.add(command);
  }

  public void addAll(List<Command> commands) {
    fixed.addAll(commands);
  }

  /**
   * Adds commands whose number or title changes, such as an undo that names what it undoes.
   *
   * @param commands asked at each search; answers at once
   */
  public void addChanging(Supplier<List<Command>> commands) {
    changing.add(commands);
  }

  /**
   * Adds things that are looked up, such as fields by name.
   *
   * @param source gets what was typed, never blank, and answers with its best hits at once
   */
  public void addSource(Function<String, List<Command>> source) {
    sources.add(source);
  }

  /** The hits for what was typed, best first; all commands for nothing typed. */
  public List<Command> find(String typed) {
    List<Command> commands = new ArrayList<>(fixed);
    changing.forEach(more -> commands.addAll(more.get()));
    Fuzzy.Query query = Fuzzy.query(typed);
    if (query.isEmpty()) {
      return List.copyOf(commands);
    }
    for (Function<String, List<Command>> source : sources) {
      source.apply(typed.strip()).stream().limit(PER_SOURCE).forEach(commands::add);
    }
    return commands.stream()
        .map(c -> new Ranked(c, score(query, c)))
        .filter(r -> r.score() > 0)
        .sorted(Comparator.comparingInt(Ranked::score).reversed())
        .limit(MOST)
        .map(Ranked::command)
        .toList();
  }

  private static int score(Fuzzy.Query query, Command command) {
    return Fuzzy.score(query, Fuzzy.text(command.title()), Fuzzy.text(command.group()));
  }
}
