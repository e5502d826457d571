package dev.crosswalk.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.run.Runs.Made;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects that no character of an input is changed or lost on its way to UTF-8. */
class EncodingsTest {
  private static final String CSV =
      "name;age\r\n\"Jürgen \"\"J\"\"\r\nWeiß\";7\r\n 😀𝒳 ;8\r\nżółć;x\r\n東京;9\r\n";
  private static final String LATIN = "name;age\nJürgen;7\n\"Weiß\nÅse\";x\nœ €;9\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-8", "GB18030"})
  void theSameComesOutOfEveryEncoding(String name) {
    Charset charset = Charset.forName(name);
    Made expected = Runs.run("in.csv", CSV);
    for (int chunk : new int[] {1, 3, 7, 1 << 17}) {
      Made made = run("in.csv", CSV.getBytes(charset), charset, chunk);
      assertThat(made.text()).isEqualTo(expected.text());
      assertThat(made.rejected()).isEqualTo(expected.rejected());
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, FF FE", "UTF-16BE, FE FF", "UTF-32LE, FF FE 00 00", "UTF-8, EF BB BF"})
  void aByteOrderMarkKnowsBetterThanWhatIsSaid(String name, String mark) throws IOException {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    for (String part : mark.split(" ")) {
      input.write(Integer.parseInt(part, 16));
    }
    input.write(CSV.getBytes(Charset.forName(name)));
    String expected = Runs.run("in.csv", CSV).text();
    assertThat(run("in.csv", input.toByteArray(), null, 5).text()).isEqualTo(expected);
    assertThat(run("in.csv", input.toByteArray(), Charset.forName("windows-1252"), 1 << 17).text())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-15"})
  void readsTheEncodingsOfOldOffices(String name) {
    Charset charset = Charset.forName(name);
    Made made = run("in.csv", LATIN.getBytes(charset), charset, 1 << 17);
    assertThat(made.text()).isEqualTo(Runs.run("in.csv", LATIN).text());
    assertThat(made.rejected()).isEqualTo(Runs.run("in.csv", LATIN).rejected());
  }

  @Test
  void bytesThatAreNoCharacterCostTheirRowAndAreNeverAQuestionMark() {
    byte[] input = "name,age\nA?,1\nB#,2\n\"C\nC#\",3\nD,4".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < input.length; i++) {
      // Windows-1252 has no character there.
      input[i] = input[i] == '#' ? (byte) 0x81 : input[i];
    }
    Made made = run("in.csv", input, Charset.forName("windows-1252"), 2);
    assertThat(made.text())
        .isEqualTo("{\"name\":\"A?\",\"sub\":{\"age\":1}}\n{\"name\":\"D\",\"sub\":{\"age\":4}}\n");
    assertThat(made.rejected().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("no characters in windows-1252"))
        .anyMatch(line -> line.startsWith("{\"line\":3,\"record\":2"))
        .anyMatch(line -> line.startsWith("{\"line\":4,\"record\":3"));
  }

  @Test
  void halfACharacterSwallowsNoLineBreak() {
    Charset utf16 = StandardCharsets.UTF_16LE;
    byte[] half = "{\"name\":\"?\"}\n{\"name\":\"B\"}\n".getBytes(utf16);
    half[19] = (byte) 0xD8;
    half[18] = 0x3D;
    // The half pair stands right before the line's end.
    byte[] atEnd = "{\"name\":\"A\"}\n{\"name\":\"B\"}?\n{\"name\":\"C\"}\n".getBytes(utf16);
    atEnd[51] = (byte) 0xD8;
    atEnd[50] = 0x3D;
    assertThat(run("in.ndjson", half, utf16, 3).text()).isEqualTo("{\"name\":\"B\"}\n");
    Made made = run("in.ndjson", atEnd, utf16, 3);
    assertThat(made.text()).isEqualTo("{\"name\":\"A\"}\n{\"name\":\"C\"}\n");
    assertThat(made.rejected()).contains("\"line\":2,", "no characters in UTF-16LE");
    byte[] cut = Arrays.copyOf(atEnd, atEnd.length - 3);
    assertThat(run("in.ndjson", cut, utf16, 1 << 17).counts()).isEqualTo(new Counts(3, 1, 2, 0, 0));
  }

  @Test
  void anotherEncodingOfJsonIsNamedWhereUtf8IsBroken() {
    Charset windows = Charset.forName("windows-1252");
    byte[] input = "{\"name\":\"Jürgen\"}\n{\"name\":\"B\"}".getBytes(windows);
    assertThat(run("in.ndjson", input, null, 1 << 17).rejected())
        .contains("\"line\":1,", "not UTF-8", "--encoding windows-1252");
    assertThat(run("in.ndjson", input, windows, 1 << 17).text())
        .isEqualTo("{\"name\":\"Jürgen\"}\n{\"name\":\"B\"}\n");
  }

  private static Made run(String name, byte[] input, @Nullable Charset charset, int chunk) {
    SourceOptions options = SourceOptions.of(name).in(charset);
    return Runs.run(options, new Runs.Chunks(input, chunk), RecordFormat.NDJSON, 1);
  }
}
