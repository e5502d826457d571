package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.golden.GoldenFile;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.AcceptedFile;
import dev.crosswalk.engine.mapping.CustomerFile;
import dev.crosswalk.engine.mapping.CustomerWords;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.mapping.MappingWords;
import dev.crosswalk.engine.mapping.Overlay;
import dev.crosswalk.engine.mapping.OverlayDocument;
import dev.crosswalk.engine.mapping.WorkspaceFile;
import dev.crosswalk.engine.merge.TreeWords;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.schema.SchemaFile;
import dev.crosswalk.engine.text.ConflictMarks;
import dev.crosswalk.engine.text.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what changed in a file of a workspace: each kind of file in its own words. */
public final class ChangeWords {
  private static final Pattern KIND = Pattern.compile("(?m)^[ {]*\"?kind\"?[ ]*:[ ]*[\"']?(\\w+)");

  /** By what a file says which kind of file it is. */
  private static final List<String> HEAD = List.of("format", "kind");

  private static final Pattern YAML = Pattern.compile("\\.(yaml|yml|json)$");

  private final Function<String, Optional<Mapping>> bases;

  /**
   * What is said of a change.
   *
   * @param words one sentence each; empty where nothing changed that matters to records
   * @param problems why one of both states cannot be read
   */
  public record Said(List<String> words, List<Problem> problems) {
    static final Said NOTHING = new Said(List.of(), List.of());

    public Said {
      words = List.copyOf(words);
      problems = List.copyOf(problems);
    }
  }

  /**
   * @param bases the mapping with an id, on which overlays lie
   */
  public ChangeWords(Function<String, Optional<Mapping>> bases) {
    this.bases = bases;
  }

  /** With the mappings of a workspace as they are on disk. */
  public static ChangeWords in(Workspace workspace) {
    return new ChangeWords(id -> base(workspace, id));
  }

  private static Optional<Mapping> base(Workspace workspace, String id) {
    try {
      return workspace
          .mapping(id)
          .filter(MappingEntry::readable)
          .map(entry -> workspace.mapping(entry.file()));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** One sentence each; empty where the file is none of the workspace's, or says the same. */
  public List<String> of(FileChange file) {
    return say(file).words();
  }

  /** The same with what cannot be read. */
  public Said say(FileChange file) {
    if (!YAML.matcher(file.path()).find() || file.path().startsWith("exports/")) {
      return Said.NOTHING;
    }
    int conflicts = ConflictMarks.in(file.newText()).size();
    String kind = kind(file.newText()).or(() -> kind(file.oldText())).orElse("");
    List<Problem> problems = new ArrayList<>();
    List<String> words;
    try {
      words = words(kind, file);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      words =
          List.of(
              conflicts > 0
                  ? "A merge left " + count(conflicts, "conflict") + " to be settled."
                  : "The file cannot be read: " + e.problem().what());
    }
    return new Said(words, problems);
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** What a file says that it is, such as {@code Mapping}. */
  static Optional<String> kind(String text) {
    Matcher found = KIND.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private List<String> words(String kind, FileChange file) {
    String customer = customer(file.path());
    return switch (kind) {
      case "Mapping" ->
          MappingWords.diff(mapping(file, file.oldText()), mapping(file, file.newText()));
      case "Overlay" -> overlay(file);
      case "Customer" ->
          CustomerWords.file(
              read(file, file.oldText(), CustomerFile::read),
              read(file, file.newText(), CustomerFile::read));
      case "Schema" ->
          SchemaWords.of(
              customer == null ? "" : "For " + customer + ", the reviewed schema: ",
              read(file, file.oldText(), SchemaFile::read),
              read(file, file.newText(), SchemaFile::read));
      case "Golden" -> golden(customer, file);
      default -> form(kind, customer, file);
    };
  }

  /** A file that has no words of its own, by what it says under which key. */
  private static List<String> form(String kind, @Nullable String customer, FileChange file) {
    check(kind, file);
    Map<String, @Nullable Object> before = plain(file, file.oldText());
    Map<String, @Nullable Object> after = plain(file, file.newText());
    // What a file is matters only where it became another.
    if (before.isEmpty() || after.isEmpty()) {
      before.keySet().removeAll(HEAD);
      after.keySet().removeAll(HEAD);
    }
    return forCustomer(customer, TreeWords.diff(kind, before, after));
  }

  private static List<String> golden(@Nullable String customer, FileChange file) {
    GoldenFile before = read(file, file.oldText(), GoldenFile::read);
    GoldenFile after = read(file, file.newText(), GoldenFile::read);
    GoldenFile one = before == null ? after : before;
    if (one == null || (before != null && after != null)) {
      return form("Golden", customer, file);
    }
    List<String> words = new ArrayList<>();
    for (GoldenRecord record : one.records()) {
      words.add(
          "Golden record of "
              + one.mapping()
              + (before == null ? " is new: " : " is gone: ")
              + record.name()
              + ".");
    }
    return forCustomer(customer, words);
  }

  private static List<String> forCustomer(@Nullable String customer, List<String> words) {
    String start = customer == null ? "" : "For " + customer + ": ";
    return words.stream().map(sentence -> start + sentence).toList();
  }

  /** Files of which only the form is compared are still to be what they say. */
  private static void check(String kind, FileChange file) {
    switch (kind) {
      case "Accepted" -> read(file, file.newText(), AcceptedFile::read);
      case "Workspace" -> read(file, file.newText(), WorkspaceFile::read);
      default -> {}
    }
  }

  private static @Nullable String customer(String path) {
    return WorkspaceLayout.customerOf(Path.of(path));
  }

  private static @Nullable Mapping mapping(FileChange file, String text) {
    return read(
        file,
        text,
        (t, f) -> {
          MappingDocument document = MappingDocument.parse(t, f);
          return document.mapping().orElseThrow(() -> new ProblemException(document.problems()));
        });
  }

  private List<String> overlay(FileChange file) {
    Overlay before = overlay(file, file.oldText());
    Overlay after = overlay(file, file.newText());
    Overlay any = after == null ? before : after;
    return any == null
        ? List.of()
        : CustomerWords.overlay(bases.apply(any.base()).orElse(null), before, after);
  }

  private static @Nullable Overlay overlay(FileChange file, String text) {
    return read(
        file,
        text,
        (t, f) -> {
          OverlayDocument document = OverlayDocument.parse(t, f);
          return document.overlay().orElseThrow(() -> new ProblemException(document.problems()));
        });
  }

  /** Reads a text of a file. */
  private interface Reader<T> {
    T read(String text, String file);
  }

  /** Null where there is no file. */
  private static <T> @Nullable T read(FileChange file, String text, Reader<T> reader) {
    return text.isEmpty() ? null : reader.read(text, file.path());
  }

  private static Map<String, @Nullable Object> plain(FileChange file, String text) {
    return new LinkedHashMap<>(YamlDocument.parse(text, file.path(), SchemaFile.LONGEST).map());
  }
}
