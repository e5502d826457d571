package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.merge.FileMerge;
import dev.crosswalk.engine.merge.FileMerge.Conflict;
import dev.crosswalk.engine.merge.FileMerge.Merged;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.ConflictMarks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** Merges a file of a workspace: by what it says where it can be read, else by its lines. */
public final class GitMerge {
  private static final Pattern YAML = Pattern.compile("\\.(yaml|yml|json)$");

  private GitMerge() {}

  /**
   * @param base what both began with; empty where both made the file
   * @param path of the file in the repository, by which its kind is told
   */
  public static Merged merge(String base, String ours, String theirs, String path) {
    // Git's own names for the three files say nothing of what they are.
    if (YAML.matcher(path).find() || ChangeWords.kind(ours + theirs).isPresent()) {
      try {
        return FileMerge.merge(base, ours, theirs, path);
      } catch (ProblemException e) {
        // What cannot be read, or not be marked by entry, is still text.
        return lines(base, ours, theirs);
      }
    }
    return lines(base, ours, theirs);
  }

  private static Merged lines(String base, String ours, String theirs) {
    RawText b = raw(base);
    RawText o = raw(ours);
    RawText t = raw(theirs);
    MergeResult<RawText> result = new MergeAlgorithm().merge(RawTextComparator.DEFAULT, b, o, t);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(out, result, "base", "ours", "theirs", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A merge in memory cannot fail to be written.", e);
    }
    String text = out.toString(StandardCharsets.UTF_8);
    List<Conflict> conflicts =
        !result.containsConflicts()
            ? List.of()
            : ConflictMarks.in(text).stream().map(GitMerge::conflict).toList();
    return new Merged(text, conflicts);
  }

  private static Conflict conflict(ConflictMarks.Conflict c) {
    return new Conflict(
        List.of("lines " + c.firstLine() + " to " + c.lastLine()),
        lines(c.ours()),
        lines(c.theirs()));
  }

  private static String lines(String text) {
    long count = text.lines().count();
    return count == 1 ? "1 line" : count + " lines";
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
