package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.FileChange;
import dev.crosswalk.app.workspace.TreeComparison;
import dev.crosswalk.app.workspace.UnifiedDiff;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.merge.TreeWords;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.YamlDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changed, in mapping words. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Says what changed in mapping words: between two files or folders, or since a revision of"
          + " git. Without arguments, what is not committed yet.",
      "",
      "Where a base mapping changed, it says which customers get the change, and for whom an"
          + " overlay has it differently."
    },
    footer = {
      "",
      "Exit status: 0 nothing differs, 1 something does, 2 a file cannot be read.",
      "",
      "Example: crosswalk diff main...feature --format markdown",
      "         crosswalk diff HEAD~1 -- customers/northwind",
      "         crosswalk diff before.yaml after.yaml",
      "In git: see docs/git.md for git diff in mapping words."
    })
final class DiffCommand implements Callable<Integer> {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}|\\.");

  /** What git calls an external diff with: path, and of each side file, hash and mode. */
  private static final int EXTERNAL = 7;

  private final CliContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "A B",
      description = "two files or folders; or revisions, A..B or A...B, and then -- FILE…")
  private List<String> given = List.of();

  @Option(names = "--format", description = "text, json or markdown (default: ${DEFAULT-VALUE})")
  private DiffFormat format = DiffFormat.TEXT;

  @Option(
      names = {"--staged", "--cached"},
      description = "what the next commit would hold, not what is on disk")
  private boolean staged;

  @Option(
      names = "--textconv",
      description = "print one file as lines of one fact each, for git's own diff")
  private boolean textconv;

  DiffCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (textconv) {
      return textconv();
    }
    if (isExternal()) {
      return external();
    }
    List<String> raw = spec.commandLine().getParseResult().originalArgs();
    int dashes = raw.indexOf("--");
    int files = dashes < 0 ? 0 : raw.size() - dashes - 1;
    int split = given.size() - Math.min(files, given.size());
    DiffSides sides =
        DiffSides.of(context, given.subList(0, split), given.subList(split, given.size()), staged);
    return print(new TreeComparison(sides.before(), sides.after()).entries(sides.wanted()));
  }

  private int print(List<TreeComparison.Entry> entries) {
    String text = format.write(entries);
    if (!text.isEmpty()) {
      context.print(text);
    }
    entries.forEach(e -> e.problems().forEach(p -> Cli.tell(context, p)));
    if (entries.stream().anyMatch(e -> !e.problems().isEmpty())) {
      return Exit.INPUT;
    }
    return entries.isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  private boolean isExternal() {
    return given.size() >= EXTERNAL
        && HASH.matcher(given.get(2)).matches()
        && HASH.matcher(given.get(5)).matches();
  }

  /** As {@code GIT_EXTERNAL_DIFF}, or the command of a diff driver: git takes only 0 for good. */
  private int external() {
    String shown = given.get(0);
    String before = text(given.get(1));
    String after = text(given.get(4));
    DiffSides sides = DiffSides.ofTexts(context.path(Path.of(shown)), before, after, shown);
    List<TreeComparison.Entry> entries =
        new TreeComparison(sides.before(), sides.after()).entries(sides.wanted());
    boolean readable = entries.stream().allMatch(e -> e.problems().isEmpty());
    if (readable && entries.stream().anyMatch(e -> !e.words().isEmpty())) {
      context.print(DiffFormat.TEXT.write(entries));
    } else {
      FileChange.Kind kind =
          before.isEmpty()
              ? FileChange.Kind.ADDED
              : after.isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
      context.print(UnifiedDiff.of(new FileChange(shown, kind, before, after)).stripTrailing());
    }
    return Exit.FINE;
  }

  private String text(String file) {
    return file.equals("/dev/null") || file.equals("nul")
        ? ""
        : WorkspaceFiles.readText(context.path(Path.of(file)), file);
  }

  /** What cannot be read is given as it is, so that git has something to compare. */
  private int textconv() {
    if (given.size() != 1) {
      throw new ProblemException(
          Problem.error(
              "diff-arguments",
              null,
              "--textconv takes one file, and " + given.size() + " are named.",
              "Run it as git does: crosswalk diff --textconv FILE."));
    }
    String text = text(given.get(0));
    try {
      YamlDocument yaml = YamlDocument.parse(text, given.get(0), Integer.MAX_VALUE);
      String kind = String.valueOf(yaml.map().get("kind"));
      List<String> lines = TreeWords.lines(kind, yaml.map());
      context.print(lines.isEmpty() ? text.stripTrailing() : String.join("\n", lines));
    } catch (ProblemException e) {
      context.print(text.stripTrailing());
    }
    return Exit.FINE;
  }
}
