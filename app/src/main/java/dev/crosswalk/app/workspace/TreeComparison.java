package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Says what differs between two states of a workspace, file by file, and whom it reaches. */
public final class TreeComparison {
  private final FileTree before;
  private final FileTree after;

  /**
   * A file that differs.
   *
   * @param words one sentence each; empty where nothing changed that matters to records
   * @param problems why a state of it cannot be read
   * @param reach what it means for each customer; empty for what customers do not inherit
   */
  public record Entry(
      FileChange file, List<String> words, List<Problem> problems, List<Reach.Customer> reach) {
    public Entry {
      words = List.copyOf(words);
      problems = List.copyOf(problems);
      reach = List.copyOf(reach);
    }
  }

  public TreeComparison(FileTree before, FileTree after) {
    this.before = before;
    this.after = after;
  }

  /**
   * All files that differ: mappings first, then the customers', each in the order of names.
   *
   * @param wanted which files are looked at
   */
  public List<Entry> entries(Predicate<String> wanted) {
    SortedSet<String> paths = new TreeSet<>(before.paths());
    paths.addAll(after.paths());
    List<FileChange> changes = new ArrayList<>();
    for (String path : paths) {
      if (wanted.test(path)) {
        change(path).ifPresent(changes::add);
      }
    }
    Map<String, Mapping> bases = bases();
    ChangeWords words = new ChangeWords(id -> Optional.ofNullable(bases.get(id)));
    Reach reach = new Reach(before, after);
    return changes.stream()
        .sorted(Comparator.comparingInt(c -> rank(c.path())))
        .map(c -> {
          ChangeWords.Said said = words.say(c);
          return new Entry(c, said.words(), said.problems(), reach.of(c));
        })
        .toList();
  }

  private Optional<FileChange> change(String path) {
    Optional<String> was = before.text(path);
    Optional<String> is = after.text(path);
    if (was.equals(is)) {
      return Optional.empty();
    }
    FileChange.Kind kind =
        was.isEmpty()
            ? FileChange.Kind.ADDED
            : is.isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
    return Optional.of(new FileChange(path, kind, was.orElse(""), is.orElse("")));
  }

  /** The mappings by id, as they are after, else as they were. */
  private Map<String, Mapping> bases() {
    Map<String, Mapping> bases = new HashMap<>();
    for (FileTree tree : List.of(before, after)) {
      for (String path : tree.paths()) {
        if (path.startsWith("mappings/") && path.endsWith(WorkspaceLayout.YAML)) {
          mapping(tree, path).ifPresent(m -> bases.put(m.id(), m));
        }
      }
    }
    return bases;
  }

  static Optional<Mapping> mapping(FileTree tree, String path) {
    try {
      return tree.text(path).flatMap(text -> MappingDocument.parse(text, path).mapping());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** What a person decided comes before what is kept beside it. */
  public static int rank(String path) {
    if (path.startsWith("mappings/")) {
      return 0;
    }
    String[] parts = path.split("/");
    boolean ofCustomer = parts.length > 2 && parts[0].equals("customers");
    if (ofCustomer && parts[2].equals("schemas")) {
      return 5;
    }
    if (ofCustomer && parts[2].equals("golden")) {
      return 3;
    }
    return ofCustomer ? 1 : path.startsWith("exports/") ? 4 : 2;
  }
}
