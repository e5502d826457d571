package dev.crosswalk.app.cli;

import dev.crosswalk.app.workspace.GitMerge;
import dev.crosswalk.app.workspace.MergeDriver;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.merge.FileMerge;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges a file three ways by field and step; a merge driver of git. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Merges what THEIRS changed since BASE into OURS, by field, key and step: only what both"
          + " changed differently is a conflict, told in mapping words and marked around its"
          + " field.",
      "",
      "With --install it sets itself as merge driver, and its words for git diff, in the"
          + " configuration of this repository; .gitattributes names the files."
    },
    footer = {
      "",
      "Exit status: 0 merged, 1 conflicts, 2 it cannot be merged; OURS holds what came out.",
      "",
      "Example: crosswalk merge --install",
      "         crosswalk merge base.yaml ours.yaml theirs.yaml --out -"
    })
final class MergeCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(
      arity = "0..3",
      paramLabel = "BASE OURS THEIRS",
      description = "the three files; OURS is written")
  private List<String> files = List.of();

  @Option(
      names = "--path",
      paramLabel = "NAME",
      description = "the file's path in the repository (git's %%P), for messages")
  private @Nullable String path;

  @Option(names = "--out", description = "where to write instead of OURS; - prints it")
  private @Nullable String out;

  @Option(
      names = "--install",
      description = "set the driver in the configuration of this repository")
  private boolean install;

  @Option(
      names = "--program",
      description = "how git is to run Crosswalk (default: ${DEFAULT-VALUE})")
  private String program = "crosswalk";

  MergeCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (install) {
      return install();
    }
    if (files.size() != 3) {
      throw new ProblemException(
          Problem.error(
              "merge-arguments",
              null,
              "Three files are merged, and " + files.size() + " are named.",
              "Give BASE, OURS and THEIRS; git gives %O %A %B."));
    }
    String named = path == null ? files.get(1) : path;
    String ours = read(files.get(1));
    FileMerge.Merged merged = GitMerge.merge(read(files.get(0)), ours, read(files.get(2)), named);
    write(merged.text(), ours);
    for (FileMerge.Conflict conflict : merged.conflicts()) {
      context.say(named + ": conflict in " + String.join(".", conflict.path()));
      context.say("  ours:   " + conflict.ours());
      context.say("  theirs: " + conflict.theirs());
    }
    return merged.conflicts().isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  private String read(String file) {
    return WorkspaceFiles.readText(context.path(Path.of(file)), file);
  }

  private void write(String text, String ours) {
    if ("-".equals(out)) {
      context.out().print(text);
      context.out().flush();
      return;
    }
    Path goal = context.path(Path.of(out == null ? files.get(1) : out));
    Path folder = goal.getParent();
    if (folder != null && !(out == null && text.equals(ours))) {
      WorkspaceFiles there = new WorkspaceFiles(folder);
      Path name = goal.getFileName();
      there.write(name, text, out == null ? ours : there.readIfThere(name).orElse(null));
    }
  }

  private int install() {
    List<String> set = MergeDriver.install(context.folder(), program);
    context.print("Set in the configuration of this repository:");
    set.forEach(line -> context.print("  " + line));
    context.say(
        "Files are named in .gitattributes, for example: " + MergeDriver.ATTRIBUTES.getFirst());
    context.say("To take it back: git config --remove-section merge.crosswalk");
    return Exit.FINE;
  }
}
