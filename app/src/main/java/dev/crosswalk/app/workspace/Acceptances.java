package dev.crosswalk.app.workspace;

import dev.crosswalk.app.workspace.CheckFinding.Subject;
import dev.crosswalk.engine.mapping.AcceptedFile;
import dev.crosswalk.engine.mapping.AcceptedFile.Entry;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a person lets be: by an entry of {@code accepted.yaml}, until a day, or by a
 * comment beside the line, {@code # crosswalk:ignore[FM113] reason}.
 */
public final class Acceptances {

  /** In the workspace's folder. */
  public static final Path FILE = Path.of("accepted.yaml");

  private static final Pattern COMMENT =
      Pattern.compile("#\\s*crosswalk:ignore\\[([\\w, -]+)\\][ \\t]*(.*?)\\s*$");

  /**
   * Why a finding is let be.
   *
   * @param until the last day on which it is; null where a comment says so, which has no end
   */
  public record Acceptance(String reason, @Nullable LocalDate until) {}

  /** A problem as it is to be told, and why it is let be; null where it is not. */
  record Judged(Problem problem, @Nullable Acceptance acceptance) {}

  private final Workspace workspace;
  private final LocalDate today;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Entry> used = new LinkedHashSet<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  private Acceptances(Workspace workspace, LocalDate today) {
    this.workspace = workspace;
    this.today = today;
  }

  static Acceptances of(Workspace workspace, LocalDate today) {
    Acceptances made = new Acceptances(workspace, today);
    try {
      workspace
          .files()
          .readIfThere(FILE)
          .map(text -> AcceptedFile.read(text, FILE.toString()).entries())
          .ifPresent(made.entries::addAll);
    } catch (ProblemException e) {
      made.problems.addAll(e.problems());
    }
    return made;
  }

  /** What is wrong with the file. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Entries that no finding needed. */
  List<Problem> unused() {
    return entries.stream()
        .filter(e -> !used.contains(e))
        .map(e ->
            Problem.info(
                "accepted-unused",
                e.place(),
                "No finding is like this one, accepted as " + e.code() + ".",
                "Remove it."))
        .toList();
  }

  Judged judge(Problem problem, @Nullable Subject subject) {
    // One that was accepted anew may still have its old entry above: the longest counts.
    List<Entry> like = entries.stream().filter(e -> matches(e, problem, subject)).toList();
    used.addAll(like);
    Entry entry = like.stream().max(Comparator.comparing(Entry::until)).orElse(null);
    if (entry != null && !today.isAfter(entry.until())) {
      return new Judged(problem, new Acceptance(entry.reason(), entry.until()));
    }
    String reason = comment(problem, subject == null ? null : subject.target());
    if (reason == null && entry != null) {
      return told(problem, "It was accepted until " + entry.until() + " (" + entry.reason() + ").");
    }
    if (reason == null) {
      return new Judged(problem, null);
    }
    return reason.isBlank()
        ? told(problem, "The comment that would accept it gives no reason.")
        : new Judged(problem, new Acceptance(reason, null));
  }

  private static boolean matches(Entry entry, Problem problem, @Nullable Subject subject) {
    return entry.matches(
        problem.code(),
        subject == null ? null : subject.mapping(),
        subject == null ? null : subject.customer(),
        subject == null ? null : subject.target());
  }

  private static Judged told(Problem problem, String more) {
    return new Judged(
        new Problem(
            problem.severity(),
            problem.code(),
            problem.place(),
            problem.what(),
            problem.next().isEmpty() ? more : problem.next() + " " + more),
        null);
  }

  /** The reason that a comment gives on the line, on the target's line, or right above either. */
  private @Nullable String comment(Problem problem, @Nullable String target) {
    Place place = problem.place();
    if (place == null || place.line() < 1) {
      return null;
    }
    List<String> text = lines.computeIfAbsent(place.file(), this::read);
    int at = place.line() - 1;
    String reason = around(text, at, problem.code());
    return reason != null || target == null
        ? reason
        : around(text, key(text, at, target), problem.code());
  }

  private List<String> read(String file) {
    try {
      return workspace.text(Path.of(file)).lines().toList();
    } catch (ProblemException e) {
      return List.of();
    }
  }

  /** The line of the target's key, at or above a line of its mapping; -1 where there is none. */
  private static int key(List<String> text, int from, String target) {
    for (int at = Math.min(from, text.size() - 1); at >= 0; at--) {
      String line = text.get(at).strip();
      if (line.startsWith(target + ":")
          || line.startsWith('"' + target + "\":")
          || line.startsWith('\'' + target + "':")) {
        return at;
      }
      if (line.startsWith("fields:")) {
        return -1;
      }
    }
    return -1;
  }

  private static @Nullable String around(List<String> text, int at, String code) {
    if (at < 0 || at >= text.size()) {
      return null;
    }
    String reason = reason(text.get(at), code);
    for (int above = at - 1; reason == null && above >= 0; above--) {
      if (!text.get(above).strip().startsWith("#")) {
        break;
      }
      reason = reason(text.get(above), code);
    }
    return reason;
  }

  private static @Nullable String reason(String line, String code) {
    Matcher found = COMMENT.matcher(line);
    return found.find() && List.of(found.group(1).strip().split("[,\\s]+")).contains(code)
        ? found.group(2)
        : null;
  }
}
