package dev.crosswalk.app.run;

import dev.crosswalk.app.workspace.InputFile;
import dev.crosswalk.app.workspace.WorkspaceFiles;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.MappingRun;
import dev.crosswalk.engine.run.MappingRun.Result;
import dev.crosswalk.engine.run.Mark;
import dev.crosswalk.engine.run.RecordSource;
import dev.crosswalk.engine.run.RunState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Runs a mapping from file to file, so that it can be killed at any moment and gone on with: the
 * final files are the same to the byte as those of a run that nobody killed.
 */
public final class ApplyRun {
  private final ApplyRequest request;
  private final InputFile input;
  private final Monitor monitor;
  private final Clock clock;

  private ApplyRun(ApplyRequest request, InputFile input, Monitor monitor, Clock clock) {
    this.request = request;
    this.input = input;
    this.monitor = monitor;
    this.clock = clock;
  }

  /**
   * @param stdout gets the records where the request names no file; such a run cannot be gone on
   *     with
   * @throws ProblemException where nothing can be run, or an output cannot be written
   */
  public static Result run(
      ApplyRequest request, InputFile input, OutputStream stdout, Monitor monitor, Clock clock) {
    ApplyRun run = new ApplyRun(request, input, monitor, clock);
    Path out = request.out();
    try {
      return out == null || isStream(out) ? run.toStream(stdout) : run.toFile(out);
    } catch (IOException e) {
      throw new ProblemException(unwritable(out, e), e);
    }
  }

  private static Problem unwritable(@Nullable Path out, IOException e) {
    Path folder = out == null ? null : out.toAbsolutePath().getParent();
    boolean nowhere = folder != null && !Files.isDirectory(folder);
    return Problem.error(
        "output-unwritable",
        Place.of(out == null ? "-" : out.toString()),
        nowhere
            ? "The output cannot be written: the folder " + folder + " does not exist."
            : "The output cannot be written: " + WorkspaceFiles.reason(e) + ".",
        nowhere
            ? "Make the folder, or give --out another one."
            : out == null || isStream(out)
                ? "See to it that what reads it stays open, and begin anew."
                : "Make room or make the folder writable, then go on with --resume.");
  }

  /** The journal of a run that writes this file, while it is unfinished. */
  public static Path journal(Path out) {
    return out.resolveSibling(out.getFileName() + ".journal");
  }

  /** A pipe or a device, which cannot be cut back. */
  private static boolean isStream(Path out) {
    return Files.exists(out) && !Files.isRegularFile(out) && !Files.isDirectory(out);
  }

  private Result toStream(OutputStream stdout) throws IOException {
    if (request.resume()) {
      throw new ProblemException(
          Problem.error(
              "resume-none",
              null,
              "A run whose output is not a file cannot be gone on with.",
              "Leave --resume out, or give --out a file."));
    }
    RecordSource source = RecordSource.open(input.stream(), request.source(), Mark.START);
    Path out = request.out();
    try (OutputStream opened =
            out == null ? OutputStream.nullOutputStream() : Files.newOutputStream(out);
        OutputStream rejects =
            request.rejects() == null
                ? OutputStream.nullOutputStream()
                : Files.newOutputStream(request.rejects())) {
      return map(source, RunState.START, out == null ? stdout : opened, rejects, null);
    }
  }

  private Result toFile(Path out) throws IOException {
    Path journalFile = journal(out);
    Journal journal = journal(out, journalFile);
    RunState from = journal.state();
    RecordSource source = RecordSource.open(input.stream(), request.source(), from.mark());
    // From here on there is something to go on with: the journal comes before what it speaks of.
    if (!Files.exists(journalFile)) {
      Durable.replace(journalFile, journal.write());
    }
    Path rejectFile = request.rejects();
    try (OutputFile opened = open(out, from.outBytes(), journal.outSum());
        OutputFile rejects =
            rejectFile == null ? null : open(rejectFile, from.rejectBytes(), journal.rejectSum());
        Checkpoints checkpoints =
            new Checkpoints(journalFile, request.identity(), opened, rejects, clock)) {
      Result result =
          map(
              source,
              from,
              opened,
              rejects == null ? OutputStream.nullOutputStream() : rejects,
              checkpoints);
      if (result.complete()) {
        checkpoints.finish();
      } else {
        checkpoints.stop(result.state());
      }
      return result;
    }
  }

  private static OutputFile open(Path file, long length, long sum) throws IOException {
    return OutputFile.open(file, length, sum, file.toString());
  }

  private Journal journal(Path out, Path file) throws IOException {
    String shown = file.toString();
    if (!Files.exists(file)) {
      if (request.resume() && Files.exists(out) && Files.size(out) > 0) {
        throw new ProblemException(
            Problem.error(
                "resume-none",
                Place.of(out.toString()),
                "There is no unfinished run to go on with: the output is complete, or no run of"
                    + " Crosswalk wrote it.",
                "Leave --resume out to do it all again over this file."));
      }
      return Journal.start(request.identity());
    }
    if (!request.resume()) {
      throw new ProblemException(
          Problem.error(
              "run-unfinished",
              Place.of(out.toString()),
              "An unfinished run lies here.",
              "Go on with it by --resume, or remove " + shown + " to begin anew."));
    }
    Journal journal = Journal.read(WorkspaceFiles.readText(file, shown), shown);
    if (!journal.identity().equals(request.identity())) {
      throw new ProblemException(
          Problem.error(
              "resume-mapping",
              Place.of(shown),
              "The unfinished run had another mapping, other schemas or other options.",
              "Give the same, or remove the journal to begin anew."));
    }
    return journal;
  }

  private Result map(
      RecordSource source,
      RunState from,
      OutputStream out,
      OutputStream rejects,
      @Nullable Checkpoints checkpoints)
      throws IOException {
    return MappingRun.run(
        source,
        request.mapping(),
        request.format(),
        from,
        request.threads(),
        out,
        rejects,
        new MappingRun.Listener() {
          @Override
          public void written(RunState state) throws IOException {
            if (checkpoints != null) {
              checkpoints.reached(state);
            }
            monitor.at(state.counts(), input.bytesRead(), input.size());
          }

          @Override
          public boolean cancelled() {
            return monitor.cancelled();
          }
        });
  }
}
