package dev.crosswalk.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.Runs.Made;
import dev.crosswalk.engine.run.Runs.Way;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Protects that every record of a file is written, rejected or filtered, and told of rightly. */
@Timeout(60)
class MappingRunTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void writesRejectsAndFiltersInOrder() {
    Made made =
        Runs.run(
            "in.ndjson",
            "{\"name\":\" Ada \",\"age\":\"36\"}\n\n{\"name\":\"Bob\",\"age\":\"old\"}\n"
                + "{\"name\":\"Eve\",\"skip\":\"yes\"}\n{\"name\":\"Zoë\",\"age\":1.50}");
    assertThat(made.text())
        .isEqualTo(
            "{\"name\":\"Ada\",\"sub\":{\"age\":36}}\n{\"name\":\"Zoë\",\"sub\":{\"age\":1.50}}\n");
    assertThat(made.rejected())
        .isEqualTo(
            "{\"line\":3,\"record\":2,\"field\":\"sub.age\",\"value\":\"old\",\"reason\":\"'old' is"
                + " not a number: 'o' is not a digit.\"}\n");
    assertThat(made.counts()).isEqualTo(new Counts(4, 2, 1, 1, 0));
  }

  @Test
  void aBrokenLineCostsOnlyItself() {
    Made made =
        Runs.run(
            "in.ndjson",
            "{\"name\":\"A\"}\r\n{\"name\":\n[1]\n{\"name\":\"B\"} x\n\"\\u00e9\n{\"name\":\"C\"}\n");
    assertThat(made.text()).isEqualTo("{\"name\":\"A\"}\n{\"name\":\"C\"}\n");
    assertThat(made.rejected().lines())
        .hasSize(4)
        .allMatch(line -> line.contains("\"field\":null"))
        .anyMatch(line -> line.startsWith("{\"line\":2,\"record\":2") && line.contains("not JSON"))
        .anyMatch(line -> line.contains("must be a JSON object, and this is a list"))
        .anyMatch(line -> line.contains("\"line\":4") && line.contains("\"value\":\"{\\\"name"));
    assertThat(made.result().complete()).isTrue();
  }

  @Test
  void aBrokenListEndsTheRunAndSaysWhere() {
    Made made =
        Runs.run(
            "in.json", "[{\"name\":\"A\"},\n {\"name\":\"B\"},\n {\"name\": tru}, {\"name\":1}]");
    assertThat(made.text()).isEqualTo("{\"name\":\"A\"}\n{\"name\":\"B\"}\n");
    assertThat(made.result().failure().place().line()).isEqualTo(3);
    assertThat(made.counts()).isEqualTo(new Counts(2, 2, 0, 0, 0));

    Made cut = Runs.run("in.json", "[{\"name\":\"A\"},\n {\"name\":\"B\"},\n {\"na");
    assertThat(cut.result().failure().place().line()).isEqualTo(3);
    assertThat(cut.counts().out()).isEqualTo(2);
    assertThat(Runs.run("in.json", "[{}  {}]").result().failure().place().column()).isEqualTo(6);
    assertThat(Runs.run("in.json", "[{},]").result().failure().what()).contains("missing");
    assertThat(Runs.run("in.json", "[{}] {}").result().failure().what()).contains("follows");
  }

  @Test
  void aMendedListIsGoneOnWithWhereItBroke() {
    byte[] broken = bytes("[{\"name\":\"A\"},\n {\"name\":\"B\"},\n {\"name\": tru}]");
    byte[] mended = bytes("[{\"name\":\"A\"},\n {\"name\":\"B\"},\n {\"name\": \"C\"}]");
    Made first = Runs.run("in.json", broken, RecordFormat.JSON, Way.PLAIN);
    Made rest =
        Runs.resume(
            "in.json",
            mended,
            RecordFormat.JSON,
            Way.PLAIN,
            first.result().state(),
            first.out(),
            first.rejects());
    assertThat(rest.text())
        .isEqualTo("[\n{\"name\":\"A\"},\n{\"name\":\"B\"},\n{\"name\":\"C\"}\n]\n");
  }

  @Test
  void readsJsonInEveryLayout() {
    String expected = "{\"name\":\"A\"}\n{\"name\":\"B\"}\n";
    assertThat(Runs.run("in.json", "[{\"name\":\"A\"},{\"name\":\"B\"}]").text())
        .isEqualTo(expected);
    assertThat(Runs.run("-", "\ufeff {\n\"name\":\"A\"\n}\n{\"name\":\n\"B\"}").text())
        .isEqualTo(expected);
    assertThat(Runs.run("-", "{\"name\":\"A\"}\n{\"name\":\"B\"}").text()).isEqualTo(expected);
    assertThat(Runs.run("in.json", " [ ] ").counts()).isEqualTo(Counts.NONE);
    assertThat(Runs.run("in.ndjson", "").counts()).isEqualTo(Counts.NONE);
    Made notObjects = Runs.run("in.json", "[1, \"]\", null, [2], {\"name\":\"A\"}]");
    assertThat(notObjects.counts()).isEqualTo(new Counts(5, 1, 4, 0, 0));
  }

  @Test
  void readsCsvWithQuotesBreaksAndOtherSeparators() {
    Made made =
        Runs.run("in.csv", "\ufeffname;age\r\n\"A;\"\"1\"\"\r\nx\";7\r\n\r\n5\" pipe;8\rlast;9");
    assertThat(made.text())
        .isEqualTo(
            "{\"name\":\"A;\\\"1\\\"\\r\\nx\",\"sub\":{\"age\":7}}\n"
                + "{\"name\":\"5\\\" pipe\",\"sub\":{\"age\":8}}\n"
                + "{\"name\":\"last\",\"sub\":{\"age\":9}}\n");
  }

  @Test
  void aBadRowCostsOnlyItself() {
    Made made = Runs.run("in.csv", "name,age\n\"open,1\nB,2\nC\nD,4,5\n\"E\"x,6\nF,7\n");
    assertThat(made.text())
        .isEqualTo("{\"name\":\"B\",\"sub\":{\"age\":2}}\n{\"name\":\"F\",\"sub\":{\"age\":7}}\n");
    assertThat(made.rejected().lines())
        .hasSize(4)
        .anyMatch(l -> l.contains("\"line\":2,") && l.contains("is not closed before the next"))
        .anyMatch(l -> l.contains("\"line\":4,") && l.contains("1 values"))
        .anyMatch(l -> l.contains("\"line\":5,") && l.contains("3 values"))
        .anyMatch(l -> l.contains("\"line\":6,") && l.contains("closing quote"));
  }

  @Test
  void aRowInTheEncodingOfWindowsIsRejectedWithWhatToDo() {
    byte[] input = "name,age\nJürgen,1\nB,2\n".getBytes(Charset.forName("windows-1252"));
    Made made = Runs.run("in.csv", input, RecordFormat.NDJSON, Way.PLAIN);
    assertThat(made.text()).isEqualTo("{\"name\":\"B\",\"sub\":{\"age\":2}}\n");
    assertThat(made.rejected().lines())
        .singleElement()
        .asString()
        .contains("\"line\":2,", "not UTF-8", "--encoding windows-1252");
  }

  @Test
  void refusesHeadersAndEncodingsThatMeanNothing() {
    assertThat(problem("in.csv", bytes("a,a\n1,2"))).contains("Two columns");
    assertThat(problem("in.csv", bytes("a,\n1,2"))).contains("no name");
    assertThat(problem("in.csv", bytes(""))).contains("empty");
    assertThat(problem("in.json", bytes("<html>"))).contains("cannot be told");
    assertThat(problem("in.json", "[{}]".getBytes(StandardCharsets.UTF_16LE))).contains("UTF-16");
    assertThat(problem("in.csv", "a,b".getBytes(StandardCharsets.UTF_16BE))).contains("UTF-16");
    assertThat(problem("in.json", new byte[] {0x1f, (byte) 0x8b, 8})).contains("gzip");
  }

  private static String problem(String name, byte[] input) {
    return catchThrowableOfType(
            ProblemException.class,
            () ->
                RecordSource.open(
                    new ByteArrayInputStream(input), SourceOptions.of(name), Mark.START))
        .problem()
        .what();
  }

  @Test
  void recordsLongerThanMayBeAreRejectedInBoundedMemory() {
    String big = "x".repeat(100_000);
    String line = "{\"name\":\"" + big + "\"}";
    for (int chunk : new int[] {100, 1 << 17}) {
      Way way = new Way(2, 64, chunk, 4000);
      for (String[] form :
          new String[][] {
            {"in.ndjson", "{\"name\":\"A\"}\n" + line + "\n{\"name\":\"B\"}\n"},
            {"in.json", "[{\"name\":\"A\"},\n" + line + "\n,{\"name\":\"B\"}]"},
            {"in.csv", "name\nA\n" + big + "\nB\n"}
          }) {
        Made made = Runs.run(form[0], bytes(form[1]), RecordFormat.NDJSON, way);
        assertThat(made.text()).isEqualTo("{\"name\":\"A\"}\n{\"name\":\"B\"}\n");
        assertThat(made.counts()).isEqualTo(new Counts(3, 2, 1, 0, 0));
        assertThat(made.rejected()).contains("longer than the 4000 bytes");
      }
    }
  }

  @Test
  void halvesOfCharactersAreEscapedInJsonAndRejectedFromCsv() {
    String input = "{\"name\":\"\\ud800\"}\n{\"name\":\"A\"}\n{\"age\":\"\\udc00\"}\n";
    Made made = Runs.run("in.ndjson", input);
    assertThat(made.text()).isEqualTo("{\"name\":\"\\uD800\"}\n{\"name\":\"A\"}\n");
    assertThat(made.counts()).isEqualTo(new Counts(3, 2, 1, 0, 0));
    assertThat(Runs.run("in.ndjson", bytes(input), RecordFormat.CSV, Way.PLAIN).counts())
        .isEqualTo(new Counts(3, 1, 2, 0, 0));
    byte[] csv = bytes("{\"name\":\"\\ud800\"}\n{\"name\":\"a, \\\"b\\\"\"}\n{\"name\":\"\"}\n");
    assertThat(Runs.run("in.ndjson", csv, RecordFormat.CSV, Way.PLAIN).text())
        .isEqualTo("name,sub.age\n\"a, \"\"b\"\"\",\n\"\",\n");
  }

  @Test
  void aListIsWholeWithAnyNumberOfRecords() {
    assertThat(Runs.run("i.ndjson", bytes(""), RecordFormat.JSON, Way.PLAIN).text())
        .isEqualTo("[]\n");
    assertThat(Runs.run("i.ndjson", bytes("{\"name\":\"A\"}"), RecordFormat.JSON, Way.PLAIN).text())
        .isEqualTo("[\n{\"name\":\"A\"}\n]\n");
  }

  @Test
  void anInputThatBreaksOffKeepsWhatWasRead() {
    InputStream breaking =
        new InputStream() {
          private final InputStream good =
              new ByteArrayInputStream(bytes("{\"name\":\"A\"}\n{\"name\":\"B\"}\n{\"na"));

          @Override
          public int read() throws IOException {
            int b = good.read();
            if (b < 0) {
              throw new IOException("the disk is gone");
            }
            return b;
          }

          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            int b = read();
            to[offset] = (byte) b;
            return 1;
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MappingRun.Result result = run(breaking, out, OutputStream.nullOutputStream());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":\"A\"}\n{\"name\":\"B\"}\n");
    assertThat(result.failure().what()).contains("the disk is gone");
  }

  @Test
  void aFullDiskEndsAllThreadsWithTheReason() {
    OutputStream full =
        new OutputStream() {
          private int left = 2000;

          @Override
          public void write(int b) throws IOException {
            if (left-- == 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    String input = "{\"name\":\"A\"}\n".repeat(50_000);
    assertThat(
            catchThrowableOfType(
                java.io.UncheckedIOException.class,
                () -> run(new ByteArrayInputStream(bytes(input)), full, full)))
        .hasMessageContaining("No space left");
  }

  private static MappingRun.Result run(InputStream in, OutputStream out, OutputStream rejects) {
    try {
      return MappingRun.run(
          RecordSource.open(
              in, new SourceOptions("in.ndjson", null, null, 256, 1 << 16), Mark.START),
          Runs.MAPPING,
          RecordFormat.NDJSON,
          RunState.START,
          4,
          out,
          rejects,
          MappingRun.Listener.NONE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
