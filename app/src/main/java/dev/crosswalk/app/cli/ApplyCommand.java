package dev.crosswalk.app.cli;

import dev.crosswalk.app.run.ApplyRequest;
import dev.crosswalk.app.run.ApplyRun;
import dev.crosswalk.app.run.RunIdentity;
import dev.crosswalk.app.workspace.InputFile;
import dev.crosswalk.app.workspace.ReadyMapping;
import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.Counts;
import dev.crosswalk.engine.run.MappingRun.Result;
import dev.crosswalk.engine.run.RecordFormat;
import dev.crosswalk.engine.run.SourceOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a mapping over a file of any size. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description =
        "Runs a mapping over NDJSON, JSON or CSV of any size: streaming, on all cores, in order.",
    footer = {
      "",
      "What the input holds is told by its ending or its first bytes; the output is CSV for a name"
          + " ending in .csv, a JSON list for .json, else NDJSON. Rejects are NDJSON with line,"
          + " record, field, value and reason.",
      "A run that was killed or cancelled goes on with --resume, and ends with the same bytes.",
      "Exit status: 0 fine, 1 records were rejected, 2 wrong arguments or an unreadable file.",
      "",
      "Example: crosswalk apply salesforce-contact-to-person --in contacts.ndjson"
          + " --out people.ndjson --rejects rejects.ndjson"
    })
final class ApplyCommand implements Callable<Integer> {
  private static final Path STANDARD = Path.of("-");

  private final CliContext context;

  @Parameters(paramLabel = "MAPPING", description = "a mapping file, or an id of this workspace")
  private String mapping = "";

  @Option(names = "--customer", description = "with this customer's overlay")
  private @Nullable String customer;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE|-",
      description = "NDJSON, JSON or CSV, also packed (.gz); - for standard input")
  private Path in = STANDARD;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE|-",
      description = "the result, written over what is there; - for standard output")
  private Path out = STANDARD;

  @Option(names = "--rejects", paramLabel = "FILE", description = "records that do not pass, why")
  private @Nullable Path rejects;

  @Option(names = "--resume", description = "go on where a killed or cancelled run stopped")
  private boolean resume;

  @Option(names = "--in-format", description = "ndjson, json or csv, where it cannot be told")
  private @Nullable RecordFormat inFormat;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "of the input, such as windows-1252 or UTF-16LE (default: UTF-8; a byte order mark is"
              + " heeded)")
  private @Nullable String encoding;

  @Option(names = "--threads", description = "how many work at once (default: one a core)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--max-record", description = "longest record in bytes (default: 4194304)")
  private int maxRecord = SourceOptions.MAX_RECORD_BYTES;

  @Option(
      names = "--format",
      description = "of the counts: text on standard error, json on standard output")
  private Format format = Format.TEXT;

  ApplyCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    check();
    Charset charset = Encodings.named(encoding);
    try (MappingArgument argument = MappingArgument.find(context, mapping)) {
      ReadyMapping ready = argument.compile(customer);
      RecordFormat outFormat = outFormat();
      String identity =
          RunIdentity.of(
              ready.compiled().mapping(),
              ready.source(),
              ready.target(),
              ready.lookups(),
              List.of(
                  outFormat.name(),
                  String.valueOf(inFormat),
                  String.valueOf(maxRecord),
                  charset.name(),
                  "rejects: " + (rejects != null)));
      SourceOptions source = SourceOptions.of(in.toString()).with(inFormat, maxRecord).in(charset);
      ApplyRequest request =
          new ApplyRequest(
              ready.compiled(),
              identity,
              source,
              outFormat,
              threads,
              out.equals(STANDARD) ? null : context.path(out),
              rejects == null ? null : context.path(rejects),
              resume);
      return run(request);
    }
  }

  private int run(ApplyRequest request) {
    try (Cancellation cancellation = Cancellation.onExit();
        InputFile input =
            in.equals(STANDARD)
                ? InputFile.of(context.in())
                : InputFile.open(context.path(in), in.toString())) {
      ApplyProgress progress = new ApplyProgress(context, cancellation);
      Result result;
      try {
        result = ApplyRun.run(request, input, standardOut(), progress, context.clock());
      } finally {
        progress.clear();
      }
      return told(result, progress);
    }
  }

  private int told(Result result, ApplyProgress progress) {
    Counts counts = result.state().counts();
    if (format == Format.JSON) {
      context.print(Json.write(counts));
    }
    context.say(summary(counts, progress));
    Problem failure = result.failure();
    if (failure != null) {
      Cli.tell(context, failure);
      return Exit.INPUT;
    }
    if (result.cancelled()) {
      context.say(
          out.equals(STANDARD)
              ? "Cancelled."
              : "Cancelled. What is written is safe; go on with the same command and --resume.");
      return Exit.INPUT;
    }
    if (counts.rejected() > 0 && rejects == null) {
      context.say("  Give --rejects FILE to see which records were rejected, and why.");
    }
    return counts.rejected() > 0 ? Exit.FINDINGS : Exit.FINE;
  }

  private String summary(Counts counts, ApplyProgress progress) {
    long millis = Math.max(1, progress.elapsed().toMillis());
    return String.format(
        Locale.ROOT,
        "%,d records in: %,d out, %,d rejected, %,d filtered out%s (%.1f s)",
        counts.in(),
        counts.out(),
        counts.rejected(),
        counts.filtered(),
        counts.warned() > 0
            ? String.format(Locale.ROOT, ", %,d with warnings", counts.warned())
            : "",
        millis / 1000.0);
  }

  private RecordFormat outFormat() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv")
        ? RecordFormat.CSV
        : name.endsWith(".json") ? RecordFormat.JSON : RecordFormat.NDJSON;
  }

  /**
   * The writer of this process as a stream: batches end between records, so no character is cut.
   */
  private OutputStream standardOut() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        context.out().write(new String(bytes, offset, length, StandardCharsets.UTF_8));
        if (context.out().checkError()) {
          throw new IOException("nobody reads standard output any more");
        }
      }
    };
  }

  private void check() {
    if (threads < 1 || threads > 256) {
      throw wrong("--threads is " + threads + ".", "Give a number from 1 to 256.");
    }
    if (maxRecord < 1024 || maxRecord > 256 << 20) {
      throw wrong(
          "--max-record is " + maxRecord + ".", "Give a number from 1024 to 268435456 (256 MiB).");
    }
    if (out.toString().endsWith(".gz")) {
      throw wrong(
          "The output cannot be packed, because it must be possible to cut it back.",
          "Give another name, or pipe it: crosswalk apply … --out - | gzip > " + out + ".");
    }
    if (format == Format.JSON && out.equals(STANDARD)) {
      throw wrong("Records and counts would both go to standard output.", "Give --out a file.");
    }
    List<Path> paths = new java.util.ArrayList<>();
    for (Path path : new Path[] {in, out, Objects.requireNonNullElse(rejects, STANDARD)}) {
      if (path.equals(STANDARD)) {
        continue;
      }
      if (paths.stream().anyMatch(other -> same(other, path))) {
        throw wrong(
            path + " is named twice among --in, --out and --rejects.",
            "Give each a file of its own.");
      }
      paths.add(path);
    }
  }

  private boolean same(Path a, Path b) {
    Path first = context.path(a);
    Path second = context.path(b);
    try {
      return first.equals(second)
          || (Files.exists(first)
              && Files.exists(second)
              && Files.isSameFile(first, second)
              && Files.isRegularFile(first));
    } catch (IOException e) {
      return false;
    }
  }

  private static ProblemException wrong(String what, String next) {
    return new ProblemException(Problem.error("arguments", (Place) null, what, next));
  }
}
