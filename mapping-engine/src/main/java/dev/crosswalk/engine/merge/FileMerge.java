package dev.crosswalk.engine.merge;

import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.ConflictMarks;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges a file of a workspace three ways by what it says. Lines that only we have as they were
 * stay to the byte, comments and order are ours, what only they changed is taken as they wrote it.
 */
public final class FileMerge {
  private static final int LONGEST = 32_000_000;

  /** The byte order mark that some editors begin a file with. */
  private static final String MARK = "\uFEFF";

  private final MergeRules rules;
  private final YamlDocument base;
  private final YamlDocument ours;
  private final YamlDocument theirs;
  private final YamlLayout layout;

  /**
   * What both sides changed differently.
   *
   * @param path of the entry around which the marks stand
   * @param ours what we did, in words
   * @param theirs what they did
   */
  public record Conflict(List<String> path, String ours, String theirs) {
    public Conflict {
      path = List.copyOf(path);
    }
  }

  /**
   * @param text the merged file, with git's marks around each conflict
   */
  public record Merged(String text, List<Conflict> conflicts) {
    public Merged {
      conflicts = List.copyOf(conflicts);
    }
  }

  private FileMerge(YamlDocument base, YamlDocument ours, YamlDocument theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    String kind = kind(ours).or(() -> kind(theirs)).orElse("");
    this.rules = MergeRules.of(kind);
    this.layout = rules == MergeRules.MAPPING ? MappingDocument.layout() : YamlLayout.PLAIN;
  }

  /**
   * @param base what both began with; empty where both made the file
   * @param file the file as the person knows it, for messages
   * @throws ProblemException where one of the three cannot be read, or what both did cannot be said
   *     in one file
   */
  public static Merged merge(String base, String ours, String theirs, String file) {
    if (ours.equals(theirs) || base.equals(theirs)) {
      return new Merged(ours, List.of());
    }
    if (base.equals(ours)) {
      return new Merged(theirs, List.of());
    }
    String newline = newline(ours);
    Merged merged =
        new FileMerge(
                parse(ended(base, newline), file + " (base)"),
                parse(ours, file),
                parse(ended(theirs, newline), file + " (theirs)"))
            .merged();
    return ours.startsWith(MARK) ? new Merged(MARK + merged.text(), merged.conflicts()) : merged;
  }

  private static YamlDocument parse(String text, String file) {
    return YamlDocument.parse(text.startsWith(MARK) ? text.substring(1) : text, file, LONGEST);
  }

  /** Lines that end as ours do, so that what is taken from them fits in. */
  private static String ended(String text, String newline) {
    return text.replace("\r\n", "\n").replace("\n", newline);
  }

  private static Optional<String> kind(YamlDocument document) {
    return Optional.ofNullable(document.map().get("kind")).map(String::valueOf);
  }

  private Merged merged() {
    Renames renames =
        rules == MergeRules.MAPPING
            ? Renames.find(fields(base), fields(ours), fields(theirs))
            : Renames.NONE;
    Optional<Merged> byBlocks = byBlocks(renames);
    if (byBlocks.isPresent()) {
      return byBlocks.get();
    }
    TreeMerge tree = new TreeMerge(rules);
    TreeMerge.Both both =
        tree.merge(
            List.of(),
            renamed(base, renames.inBase()),
            renamed(ours, renames.inOurs()),
            renamed(theirs, renames.inTheirs()));
    if (!tree.clashes().isEmpty() || !renames.rivals().isEmpty() || both.ours() == null) {
      throw new ProblemException(
          Problem.error(
              "merge-lines",
              Place.of(ours.file()),
              "Both sides changed the same, and the file's layout leaves no room to mark it.",
              "Merge the lines."));
    }
    return new Merged(ours.set(List.of(), both.ours(), layout).text(), List.of());
  }

  private static Map<String, @Nullable Object> fields(YamlDocument document) {
    return Absent.map(document.map().get("fields"));
  }

  private static Map<String, @Nullable Object> renamed(
      YamlDocument document, Map<String, String> names) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>(document.map());
    if (!names.isEmpty()) {
      root.put("fields", Renames.in(fields(document), names));
    }
    return root;
  }

  /** Empty where entries do not stand on lines of their own, or what came out says otherwise. */
  private Optional<Merged> byBlocks(Renames renames) {
    Blocks b = Blocks.of(base, rules).orElse(null);
    Blocks o = Blocks.of(ours, rules).orElse(null);
    Blocks t = Blocks.of(theirs, rules).orElse(null);
    if (b == null || o == null || t == null) {
      return Optional.empty();
    }
    BlockMerge merge =
        new BlockMerge(
            rules,
            new UnitText(layout),
            new MergeWords(rules, base.text(), ours.text(), theirs.text()),
            renames,
            newline(ours.text()));
    String text;
    try {
      text =
          merge.merge(
              new BlockMerge.Side(b, renamed(base, renames.inBase()), renames.inBase()),
              new BlockMerge.Side(o, renamed(ours, renames.inOurs()), renames.inOurs()),
              new BlockMerge.Side(t, renamed(theirs, renames.inTheirs()), renames.inTheirs()));
    } catch (IllegalArgumentException | ProblemException e) {
      return Optional.empty();
    }
    boolean good =
        says(ConflictMarks.settled(text, ConflictMarks.Side.OURS), merge.ours())
            && says(ConflictMarks.settled(text, ConflictMarks.Side.THEIRS), merge.theirs());
    return good ? Optional.of(new Merged(text, merge.conflicts())) : Optional.empty();
  }

  private boolean says(String text, @Nullable Object value) {
    try {
      return Objects.equals(YamlDocument.parse(text, ours.file(), LONGEST).plain(), value);
    } catch (ProblemException e) {
      return false;
    }
  }

  private static String newline(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
