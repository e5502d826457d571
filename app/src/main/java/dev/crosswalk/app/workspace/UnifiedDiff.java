package dev.crosswalk.app.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The unified diff of two texts, as {@code git diff} writes it. */
public final class UnifiedDiff {
  private UnifiedDiff() {}

  /** The diff with three lines of context; empty where the texts are the same. */
  public static String of(FileChange change) {
    String old = change.kind() == FileChange.Kind.ADDED ? "/dev/null" : "a/" + change.path();
    String now = change.kind() == FileChange.Kind.DELETED ? "/dev/null" : "b/" + change.path();
    String body = of(change.oldText(), change.newText());
    return body.isEmpty() ? "" : "--- " + old + "\n+++ " + now + "\n" + body;
  }

  /** The hunks alone. */
  public static String of(String oldText, String newText) {
    RawText a = new RawText(oldText.getBytes(StandardCharsets.UTF_8));
    RawText b = new RawText(newText.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, a, b), a, b);
      formatter.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("A diff in memory cannot fail to be written.", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
