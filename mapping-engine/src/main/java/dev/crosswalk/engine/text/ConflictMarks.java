package dev.crosswalk.engine.text;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places that a merge left to a person, between the marks that git sets. */
public final class ConflictMarks {
  private static final String OURS = "<<<<<<<";
  private static final String BASE = "|||||||";
  private static final String MIDDLE = "=======";
  private static final String THEIRS = ">>>>>>>";

  private ConflictMarks() {}

  /** Whose word is taken. */
  public enum Side {
    OURS,
    THEIRS
  }

  /**
   * One such place.
   *
   * @param firstLine the line of the first mark; the first line is 1
   * @param lastLine the line of the last mark
   * @param ours our lines with their ends
   * @param theirs their lines with their ends
   * @param ourLabel what stands after our mark, such as a branch or what changed
   * @param theirLabel what stands after their mark
   */
  public record Conflict(
      int firstLine,
      int lastLine,
      String ours,
      String theirs,
      String ourLabel,
      String theirLabel) {}

  /** Lines between marks. */
  public static String marked(String ours, String theirs, String ourLabel, String theirLabel) {
    return OURS
        + " "
        + ourLabel
        + "\n"
        + ours
        + MIDDLE
        + "\n"
        + theirs
        + THEIRS
        + " "
        + theirLabel
        + "\n";
  }

  /** All places, from above; marks that do not belong together are none. */
  public static List<Conflict> in(String text) {
    if (!text.contains(OURS)) {
      return List.of();
    }
    List<Conflict> found = new ArrayList<>();
    Open open = null;
    int number = 0;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      String line = text.substring(from, to);
      number++;
      if (isMark(line, OURS)) {
        open = new Open(number, label(line));
      } else if (open != null && isMark(line, THEIRS) && open.part == Part.THEIRS) {
        found.add(open.closed(number, label(line)));
        open = null;
      } else if (open != null) {
        open.take(line);
      }
      from = to;
    }
    return List.copyOf(found);
  }

  /**
   * The text with one place settled.
   *
   * @param conflict one of {@link #in(String)} of this text
   */
  public static String settled(String text, Conflict conflict, Side side) {
    int from = offset(text, conflict.firstLine());
    int to = offset(text, conflict.lastLine() + 1);
    String lines = side == Side.OURS ? conflict.ours() : conflict.theirs();
    return text.substring(0, from) + lines + text.substring(to);
  }

  /** The text with all places settled for one side. */
  public static String settled(String text, Side side) {
    String settled = text;
    List<Conflict> all = in(text);
    for (int i = all.size() - 1; i >= 0; i--) {
      settled = settled(settled, all.get(i), side);
    }
    return settled;
  }

  /** One problem for each place; empty where there is none. */
  public static List<Problem> problems(String text, String file) {
    return in(text).stream()
        .map(c ->
            Problem.error(
                "merge-conflict",
                new Place(file, c.firstLine(), 1, null),
                "A merge left lines "
                    + c.firstLine()
                    + " to "
                    + c.lastLine()
                    + " to you: both sides changed the same thing differently.",
                "Keep what holds and remove the three lines of marks, or choose a side under"
                    + " Changes in the studio."))
        .toList();
  }

  private static boolean isMark(String line, String mark) {
    return line.startsWith(mark)
        && (line.length() == mark.length() || Character.isWhitespace(line.charAt(mark.length())));
  }

  private static String label(String line) {
    return line.substring(OURS.length()).strip();
  }

  private static int offset(String text, int line) {
    int at = 0;
    for (int i = 1; i < line && at < text.length(); i++) {
      at = YamlSplice.lineAfter(text, at);
    }
    return at;
  }

  private enum Part {
    OURS,
    BASE,
    THEIRS
  }

  private static final class Open {
    private final int line;
    private final String label;
    private final StringBuilder ours = new StringBuilder();
    private final StringBuilder theirs = new StringBuilder();
    private Part part = Part.OURS;

    Open(int line, String label) {
      this.line = line;
      this.label = label;
    }

    void take(String text) {
      if (part == Part.OURS && isMark(text, BASE)) {
        part = Part.BASE;
      } else if (part != Part.THEIRS && isMark(text, MIDDLE)) {
        part = Part.THEIRS;
      } else if (part != Part.BASE) {
        (part == Part.OURS ? ours : theirs).append(text);
      }
    }

    Conflict closed(int last, @Nullable String theirLabel) {
      return new Conflict(
          line, last, ours.toString(), theirs.toString(), label, String.valueOf(theirLabel));
    }
  }
}
