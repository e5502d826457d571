package dev.crosswalk.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.app.workspace.InputFile;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.Counts;
import dev.crosswalk.engine.run.MappingRun.Result;
import dev.crosswalk.engine.run.RecordFormat;
import dev.crosswalk.engine.run.SourceOptions;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Protects that a run may be killed at any moment and ends with the same bytes all the same. */
@Timeout(120)
class ApplyRunTest {
  private static final CompiledMapping MAPPING =
      CompiledMapping.compile(
          MappingDocument.parse(
                  """
                  format: crosswalk/v1
                  kind: Mapping
                  id: m
                  source: { system: a, object: A }
                  target: { system: b, object: B }
                  where: [{ field: skip, operator: ne, value: true }]
                  fields:
                    age: { from: age, use: [number] }
                    name: { from: name, use: [trim] }
                  """,
                  "m.yaml")
              .mapping()
              .orElseThrow(),
          null,
          null);

  @TempDir private Path folder;
  private Path in;

  /** A second passes each time somebody looks, so that every batch is a checkpoint. */
  private final Clock hasty =
      InstantSource.tick(
              new InstantSource() {
                private final AtomicLong seconds = new AtomicLong();

                @Override
                public Instant instant() {
                  return Instant.ofEpochSecond(2 * seconds.incrementAndGet());
                }
              },
              java.time.Duration.ofSeconds(1))
          .withZone(ZoneOffset.UTC);

  @BeforeEach
  void writeInput() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 4000; i++) {
      text.append("{\"name\":\" N").append(i).append("é \",\"age\":\"");
      text.append(random.nextInt(20) == 0 ? "old" : String.valueOf(random.nextInt(99)));
      text.append("\",\"skip\":").append(random.nextInt(9) == 0).append("}\n");
    }
    in = Files.writeString(folder.resolve("in.ndjson"), text);
  }

  private ApplyRequest request(Path into, boolean resume) {
    return new ApplyRequest(
        MAPPING,
        "identity",
        new SourceOptions("in.ndjson", null, null, 2000, 10_000),
        RecordFormat.JSON,
        3,
        into.resolve("out.json"),
        into.resolve("rejects.ndjson"),
        resume);
  }

  private Result run(ApplyRequest request, Monitor monitor) {
    try (InputFile input = InputFile.open(in, in.getFileName().toString())) {
      return ApplyRun.run(request, input, OutputStream.nullOutputStream(), monitor, hasty);
    }
  }

  private static final Monitor PATIENT = stopAfter(Long.MAX_VALUE);

  private static Monitor stopAfter(long records) {
    return new Monitor() {
      private long in;

      @Override
      public synchronized void at(Counts counts, long read, long size) {
        in = counts.in();
      }

      @Override
      public synchronized boolean cancelled() {
        return in >= records;
      }
    };
  }

  private Path whole() throws IOException {
    Path into = Files.createDirectory(folder.resolve("whole"));
    assertThat(run(request(into, false), PATIENT).complete()).isTrue();
    return into;
  }

  private static void assertSame(Path made, Path whole) {
    assertThat(made.resolve("out.json")).hasSameBinaryContentAs(whole.resolve("out.json"));
    assertThat(made.resolve("rejects.ndjson"))
        .hasSameBinaryContentAs(whole.resolve("rejects.ndjson"));
    assertThat(ApplyRun.journal(made.resolve("out.json"))).doesNotExist();
  }

  /** The files as they lie on the disk at one moment, which is what a killed process leaves. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    // The journal first: what it speaks of was there before it.
    for (String name : new String[] {"out.json.journal", "out.json", "rejects.ndjson"}) {
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void aRunKilledAtAnyMomentEndsWithTheSameBytes() throws IOException {
    Path whole = whole();
    Path running = Files.createDirectory(folder.resolve("running"));
    Random random = new Random(11);
    AtomicLong moments = new AtomicLong();
    run(
        request(running, false),
        new Monitor() {
          @Override
          public void at(Counts counts, long read, long size) {
            if (random.nextInt(6) == 0) {
              try {
                copy(running, folder.resolve("killed-" + moments.getAndIncrement()));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        });
    assertThat(moments.get()).isGreaterThan(5);
    for (int i = 0; i < moments.get(); i++) {
      Path killed = folder.resolve("killed-" + i);
      tear(killed, random);
      // Killed once more on the way.
      run(request(killed, true), stopAfter(random.nextInt(4000)));
      if (Files.exists(ApplyRun.journal(killed.resolve("out.json")))) {
        assertThat(run(request(killed, true), PATIENT).complete()).isTrue();
      }
      assertSame(killed, whole);
    }
  }

  /** What stands behind the journal's lengths may be anything: cut off, or blocks of zeros. */
  private static void tear(Path killed, Random random) throws IOException {
    Path journal = ApplyRun.journal(killed.resolve("out.json"));
    long kept = Journal.read(Files.readString(journal), "j").state().outBytes();
    try (RandomAccessFile out = new RandomAccessFile(killed.resolve("out.json").toFile(), "rw")) {
      long beyond = out.length() - kept;
      assertThat(beyond).isNotNegative();
      out.setLength(kept + (beyond == 0 ? 0 : random.nextLong(beyond)));
      if (random.nextBoolean()) {
        out.seek(out.length());
        out.write(new byte[random.nextInt(5000)]);
      }
    }
    Files.writeString(
        journal.resolveSibling(journal.getFileName() + ".new"), "{\"format\":\"cross");
  }

  @Test
  void aCancelledRunGoesOnAndOneThatIsCompleteDoesNot() throws IOException {
    Path whole = whole();
    Path into = Files.createDirectory(folder.resolve("cancelled"));
    Result first = run(request(into, false), stopAfter(1000));
    assertThat(first.cancelled()).isTrue();
    assertThat(first.state().counts().in()).isBetween(1000L, 3999L);
    assertThat(problem(request(into, false)).code()).isEqualTo("run-unfinished");
    Result rest = run(request(into, true), PATIENT);
    assertThat(rest.state().counts().in()).isEqualTo(4000);
    assertSame(into, whole);
    assertThat(problem(request(into, true)).code()).isEqualTo("resume-none");
  }

  @Test
  void nothingElseIsGoneOnWith() throws IOException {
    Path into = Files.createDirectory(folder.resolve("other"));
    run(request(into, false), stopAfter(1000));
    byte[] before = Files.readAllBytes(into.resolve("out.json"));
    ApplyRequest plain = request(into, true);
    ApplyRequest otherMapping =
        new ApplyRequest(
            MAPPING,
            "another",
            plain.source(),
            plain.format(),
            3,
            plain.out(),
            plain.rejects(),
            true);
    assertThat(problem(otherMapping).code()).isEqualTo("resume-mapping");

    String text = Files.readString(in);
    Files.writeString(in, "{\"name\":\"X" + text.substring(10));
    assertThat(problem(plain).code()).isEqualTo("resume-input");
    Files.writeString(in, text.substring(0, 100));
    assertThat(problem(plain).code()).isEqualTo("resume-input");
    Files.writeString(in, text);

    Files.write(into.resolve("out.json"), new byte[] {'x'}, StandardOpenOption.WRITE);
    assertThat(problem(plain).code()).isEqualTo("resume-output");
    Files.write(into.resolve("out.json"), before);
    Files.delete(into.resolve("rejects.ndjson"));
    assertThat(problem(plain).code()).isEqualTo("resume-output");
    assertThat(Files.readAllBytes(into.resolve("out.json"))).isEqualTo(before);

    Files.writeString(ApplyRun.journal(into.resolve("out.json")), "{\"format\":1");
    assertThat(problem(plain).code()).isEqualTo("journal-unreadable");
  }

  private Problem problem(ApplyRequest request) {
    return catchThrowableOfType(ProblemException.class, () -> run(request, PATIENT)).problem();
  }

  @Test
  void packedInputGivesTheSameAndGoesOnToo() throws IOException {
    Path whole = whole();
    Path packed = folder.resolve("in.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(in, out);
    }
    in = packed;
    Path into = Files.createDirectory(folder.resolve("packed"));
    assertThat(run(request(into, true), stopAfter(2000)).cancelled()).isTrue();
    assertThat(run(request(into, true), PATIENT).complete()).isTrue();
    assertSame(into, whole);

    byte[] cut = Files.readAllBytes(packed);
    Files.write(packed, java.util.Arrays.copyOf(cut, cut.length / 2));
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Result result = run(request(broken, false), PATIENT);
    assertThat(result.failure()).isNotNull();
    assertThat(result.failure().code()).isEqualTo("input-unreadable");
    assertThat(result.state().counts().in()).isPositive();
    Files.write(packed, cut);
    run(request(broken, true), PATIENT);
    assertSame(broken, whole);
  }

  @Test
  void aRunThatCannotBeginLeavesNothingBehind() throws IOException {
    Files.writeString(in, "<html>");
    Path into = Files.createDirectory(folder.resolve("none"));
    ApplyRequest request = request(into, false);
    ApplyRequest unknown =
        new ApplyRequest(
            MAPPING,
            "identity",
            SourceOptions.of("-"),
            RecordFormat.JSON,
            2,
            request.out(),
            request.rejects(),
            false);
    assertThat(problem(unknown).code()).isEqualTo("records-syntax");
    assertThat(into).isEmptyDirectory();
  }
}
