package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A draft without a file, whose text has a line for each field: {@code target: source, source}. */
final class MemoryDraft implements MappingDraft {
  private record State(String name, Mapping mapping) {}

  private final Deque<State> undo = new ArrayDeque<>();
  private final Deque<State> redo = new ArrayDeque<>();
  private Mapping now;
  private Mapping saved;

  MemoryDraft(Mapping mapping) {
    now = mapping;
    saved = mapping;
  }

  @Override
  public Mapping mapping() {
    return now;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("fields:\n");
    now.fields()
        .forEach((target, field) ->
            text.append("  ")
                .append(target)
                .append(": ")
                .append(String.join(", ", field.sources()))
                .append('\n'));
    return text.toString();
  }

  @Override
  public void apply(String name, List<Change> changes) {
    Map<String, FieldMapping> fields = new TreeMap<>(now.fields());
    Map<String, List<String>> rejected = new TreeMap<>(now.rejected());
    for (Change change : changes) {
      switch (change) {
        case SetField set -> fields.put(set.target(), set.field());
        case RemoveField remove -> fields.remove(remove.target());
        case Reject reject -> {
          List<String> all = new ArrayList<>(rejected.getOrDefault(reject.target(), List.of()));
          all.add(reject.source());
          rejected.put(reject.target(), all);
        }
      }
    }
    push(name, fields, rejected);
  }

  private void push(
      String name, Map<String, FieldMapping> fields, Map<String, List<String>> rejected) {
    undo.push(new State(name, now));
    redo.clear();
    now =
        new Mapping(
            now.id(),
            now.title(),
            now.note(),
            now.source(),
            now.target(),
            now.direction(),
            now.defaults(),
            now.where(),
            now.key(),
            new TreeMap<>(fields),
            new TreeMap<>(rejected),
            now.ignored(),
            now.export());
  }

  @Override
  public void replaceText(String text) {
    Map<String, FieldMapping> fields = new TreeMap<>();
    String[] lines = text.split("\n");
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].strip().split(": ");
      if (parts.length != 2) {
        throw new ProblemException(
            Problem.error(
                "yaml-syntax",
                new Place("contact--person.yaml", i + 1, 3, null),
                "A source is missing.",
                "Write target: source."));
      }
      fields.put(parts[0], FieldMapping.of(FieldMapping.From.of(parts[1])));
    }
    push("Edit the text", fields, new TreeMap<>(now.rejected()));
  }

  @Override
  public List<Integer> linesOf(String target) {
    int line = new ArrayList<>(now.fields().keySet()).indexOf(target);
    return line < 0 ? List.of() : List.of(line + 2);
  }

  @Override
  public Optional<String> undoName() {
    return Optional.ofNullable(undo.peek()).map(State::name);
  }

  @Override
  public Optional<String> redoName() {
    return Optional.ofNullable(redo.peek()).map(State::name);
  }

  @Override
  public void undo() {
    State state = undo.pop();
    redo.push(new State(state.name(), now));
    now = state.mapping();
  }

  @Override
  public void redo() {
    State state = redo.pop();
    undo.push(new State(state.name(), now));
    now = state.mapping();
  }

  @Override
  public boolean dirty() {
    return !now.equals(saved);
  }

  @Override
  public void markSaved() {
    saved = now;
  }
}
