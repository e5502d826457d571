package dev.crosswalk.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.Runs.Made;
import dev.crosswalk.engine.run.Runs.Way;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of runs, held over inputs good, bad and mangled. */
class RunProperties {
  private static final List<String> NAMES = List.of("a.ndjson", "a.json", "a.csv");

  /** An input in one of the formats, and how often it was mangled. */
  record Input(String name, byte[] bytes) {
    @Override
    public String toString() {
      return name + ": " + new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  @Provide
  Arbitrary<Input> inputs() {
    Arbitrary<List<String>> pieces =
        Arbitraries.of(
                "{\"name\":\"Ada\",\"age\":\"36\"}",
                "{\"name\":\" Zoë \\\" ] }\",\"age\":1.50}",
                "{\"name\":\"x\",\"skip\":\"yes\"}",
                "{\"age\":\"old\"}",
                "{\n\"name\" : [\"a\",\n{}] }",
                "{\"name\":\"\\ud83d\"}",
                "{\"name\":",
                "[1]",
                "\"",
                "",
                " ",
                "1,2,no",
                "\"a\nb\",2,no",
                "\"a\"\"b\",x,yes",
                "\u00a0;\t",
                "z".repeat(300))
            .list()
            .ofMaxSize(30);
    return Combinators.combine(
            Arbitraries.of(NAMES),
            pieces,
            Arbitraries.of("\n", "\r\n", ",", ",\n"),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs())
        .as(RunProperties::input);
  }

  private static Input input(
      String name, List<String> pieces, String between, int mangled, long seed) {
    String body = String.join(between, pieces);
    String text =
        name.endsWith(".json")
            ? "[" + body + "]"
            : name.endsWith(".csv") ? "name,age,skip\n" + body : body;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    RandomGenerator random = new java.util.Random(seed);
    byte[] hurtful = {'"', '\n', '\r', '{', '}', ']', ',', '\\', 0, (byte) 0xff};
    for (int i = 0; i < mangled && bytes.length > 30; i++) {
      // Never in the header, so that most inputs open.
      bytes[14 + random.nextInt(bytes.length - 14)] = hurtful[random.nextInt(hurtful.length)];
    }
    return new Input(name, bytes);
  }

  private static boolean opens(Input input, Way way) {
    try {
      Runs.run(input.name(), input.bytes(), RecordFormat.NDJSON, way);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  @Property(tries = 300)
  void countsAlwaysAddUpAndAreWhatIsWritten(@ForAll("inputs") Input input) {
    Way way = new Way(1, 100, 50, 200);
    if (!opens(input, way)) {
      return;
    }
    Made made = Runs.run(input.name(), input.bytes(), RecordFormat.NDJSON, way);
    Counts counts = made.counts();
    assertThat(counts.out() + counts.rejected() + counts.filtered()).isEqualTo(counts.in());
    assertThat(made.text().lines()).hasSize((int) counts.out());
    assertThat(
            made.rejected()
                .lines()
                .map(l -> l.replaceAll(".*\"record\":(\\d+).*", "$1"))
                .distinct())
        .hasSize((int) counts.rejected());
    if (made.result().complete()) {
      assertThat(made.result().state().mark().offset()).isLessThanOrEqualTo(input.bytes().length);
    }
  }

  @Property(tries = 200)
  void noSplitIntoBatchesThreadsOrChunksChangesAByte(
      @ForAll("inputs") Input input, @ForAll("ways") Way way) {
    Way plain = new Way(1, 1 << 16, 1 << 16, way.maxRecord());
    if (!opens(input, plain)) {
      assertThat(opens(input, way)).isFalse();
      return;
    }
    for (RecordFormat format : RecordFormat.values()) {
      Made expected = Runs.run(input.name(), input.bytes(), format, plain);
      Made made = Runs.run(input.name(), input.bytes(), format, way);
      assertThat(made.out()).isEqualTo(expected.out());
      assertThat(made.rejects()).isEqualTo(expected.rejects());
      assertThat(made.result().failure()).isEqualTo(expected.result().failure());
      assertThat(made.counts()).isEqualTo(expected.counts());
    }
  }

  @Provide
  Arbitrary<Way> ways() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(1, 200),
            Arbitraries.integers().between(1, 100),
            Arbitraries.of(120, 250, 1000))
        .as(Way::new);
  }

  @Property(tries = 150)
  void aRunGoneOnWithFromAnyStateEndsWithTheSameBytes(
      @ForAll("inputs") Input input, @ForAll("ways") Way way, @ForAll("ways") Way other) {
    Way later = new Way(other.threads(), other.batchBytes(), other.chunk(), way.maxRecord());
    if (!opens(input, way)) {
      return;
    }
    for (RecordFormat format : List.of(RecordFormat.JSON, RecordFormat.CSV)) {
      Made whole = Runs.run(input.name(), input.bytes(), format, way);
      RunState last = whole.result().state();
      for (RunState state : whole.states()) {
        boolean tailIsWritten = whole.result().complete() && state.equals(last);
        if (tailIsWritten) {
          continue;
        }
        Made rest =
            Runs.resume(
                input.name(), input.bytes(), format, later, state, whole.out(), whole.rejects());
        assertThat(rest.out()).isEqualTo(whole.out());
        assertThat(rest.rejects()).isEqualTo(whole.rejects());
        assertThat(rest.counts()).isEqualTo(whole.counts());
      }
    }
  }

  @Property(tries = 300)
  void noBytesMakeAReaderFail(@ForAll byte[] noise, @ForAll("names") String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((name.endsWith(".json") ? "[" : "a,b\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(noise);
    assertThatCode(() -> opens(new Input(name, bytes.toByteArray()), new Way(2, 16, 7, 100)))
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }
}
