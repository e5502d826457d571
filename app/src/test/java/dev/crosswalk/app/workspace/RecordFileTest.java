package dev.crosswalk.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects that records come in as they are written, and that a bad line is named. */
class RecordFileTest {
  @TempDir Path folder;

  private List<Map<String, Object>> read(String name, String text) throws IOException {
    return RecordFile.read(Files.writeString(folder.resolve(name), text), name, 100);
  }

  private Problem problem(String name, String text) {
    return catchThrowableOfType(ProblemException.class, () -> read(name, text)).problem();
  }

  @Test
  void readsEveryForm() throws IOException {
    List<Map<String, Object>> expected =
        List.of(Map.of("a", 1, "b", "x"), Map.of("a", 2, "b", "y"));
    assertThat(read("r.ndjson", "{\"a\":1,\"b\":\"x\"}\n\n{\"a\":2,\"b\":\"y\"}\n"))
        .isEqualTo(expected);
    assertThat(read("r.json", "[{\"a\":1,\"b\":\"x\"},\n{\"a\":2,\"b\":\"y\"}]"))
        .isEqualTo(expected);
    assertThat(read("r.json", "{\"a\":1,\n\"b\":\"x\"}")).isEqualTo(expected.subList(0, 1));
    assertThat(read("r.csv", "\ufeffa,b\n1,x\n2,\"y, z\"\n"))
        .isEqualTo(List.of(Map.of("a", "1", "b", "x"), Map.of("a", "2", "b", "y, z")));
  }

  @Test
  void keepsDecimalsExact() throws IOException {
    assertThat(read("r.json", "[{\"a\":0.10}]").getFirst())
        .containsEntry("a", new BigDecimal("0.10"));
  }

  @Test
  void namesTheLineThatIsNotJson() {
    assertThat(problem("r.ndjson", "{\"a\":1}\n{\"a\":\n").place().line()).isEqualTo(2);
    assertThat(problem("r.json", "[{\"a\":1},\n{\"a\" 2}]").place().line()).isEqualTo(2);
    assertThat(problem("r.json", "[1]").code()).isEqualTo("records-syntax");
    assertThat(problem("r.json", "<html>").code()).isEqualTo("records-syntax");
  }

  @Test
  void recordsOfSeveralObjectsAreToldApart() throws IOException {
    Path file =
        Files.writeString(folder.resolve("r.json"), "{\"A\":[{\"x\":1}],\"B\":[{\"x\":2}]}");
    assertThat(RecordFile.byObject(file, "r.json", List.of("A", "B"), 10))
        .isEqualTo(Map.of("A", List.of(Map.of("x", 1)), "B", List.of(Map.of("x", 2))));
    Path plain = Files.writeString(folder.resolve("p.json"), "[{\"x\":1}]");
    assertThat(RecordFile.byObject(plain, "p.json", List.of("A"), 10)).containsOnlyKeys("A");
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> RecordFile.byObject(plain, "p.json", List.of("A", "B"), 10))
                .problem()
                .code())
        .isEqualTo("records-object");
  }
}
