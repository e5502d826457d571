package dev.crosswalk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.MappingRun;
import dev.crosswalk.engine.run.Mark;
import dev.crosswalk.engine.run.RecordFormat;
import dev.crosswalk.engine.run.RecordSource;
import dev.crosswalk.engine.run.RunState;
import dev.crosswalk.engine.run.SourceOptions;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects that a cluster gives what one machine gives, to the byte. */
class CrosswalkSparkTest {
  private static final String MAPPING =
      """
      format: crosswalk/v1
      kind: Mapping
      id: m
      source: { system: sf, object: Contact }
      target: { system: acme, object: person }
      where: [{ field: gone, operator: ne, value: "yes" }]
      fields:
        age: { from: age, use: [number] }
        home.city: { from: home.city, use: [trim] }
        initial: { expr: "$substring(name, 0, 1)" }
        name: { from: name, use: [trim] }
        phone: { from: phone, use: [{ phone: { region: US } }] }
      """;

  @TempDir private static Path folder;
  private static SparkSession session;

  @BeforeAll
  static void start() {
    session =
        SparkSession.builder()
            .master("local[3]")
            .appName("test")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .config("spark.hadoop.mapreduce.input.fileinputformat.split.maxsize", "20000")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private static JavaSparkContext spark() {
    return JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  private static String records() {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append("{\"name\":\" N").append(i).append("é\u2028 \",\"age\":\"");
      text.append(random.nextInt(9) == 0 ? "old" : random.nextInt(99) + ".50");
      text.append("\",\"gone\":\"").append(random.nextInt(9) == 0 ? "yes" : "no");
      text.append("\",\"phone\":\"(415) 555-").append(1000 + i);
      text.append("\",\"home\":{\"city\":\" Zürich\"}}\n");
    }
    return text.toString();
  }

  /** What is no record, or hardly one, between records. */
  private static byte[] mangled() {
    String[] lines = records().split("\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] odd = {"", "  \r", "{\"name\":", "[1]", "{\"name\":\"\\ud800\"}\r", "{\"age\":\r1}"};
    for (int i = 0; i < lines.length; i++) {
      if (i % 50 == 0) {
        bytes.writeBytes((odd[i / 50 % odd.length] + "\n").getBytes(StandardCharsets.UTF_8));
      }
      if (i == 700) {
        bytes.writeBytes(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}', '\n'});
      }
      bytes.writeBytes(lines[i].getBytes(StandardCharsets.UTF_8));
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  /** What {@code crosswalk apply} writes. */
  private record Applied(byte[] out, byte[] rejects, RunState state) {
    static Applied of(byte[] input) throws IOException {
      CompiledMapping mapping =
          CompiledMapping.compile(
              MappingDocument.parse(MAPPING, "m").mapping().orElseThrow(), null, null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream rejects = new ByteArrayOutputStream();
      RecordSource source =
          RecordSource.open(
              new ByteArrayInputStream(input), SourceOptions.of("in.ndjson"), Mark.START);
      MappingRun.Result result =
          MappingRun.run(
              source,
              mapping,
              RecordFormat.NDJSON,
              RunState.START,
              2,
              out,
              rejects,
              MappingRun.Listener.NONE);
      return new Applied(out.toByteArray(), rejects.toByteArray(), result.state());
    }
  }

  private static byte[] parts(Path output) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.list(output)) {
      for (Path part :
          files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList()) {
        bytes.writeBytes(Files.readAllBytes(part));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void filesAreTheSameToTheByte() throws IOException {
    byte[] input = mangled();
    Path in = Files.write(folder.resolve("in.ndjson"), input);
    Applied applied = Applied.of(input);
    Path out = folder.resolve("out");
    Path rejects = folder.resolve("rejects");
    MappingBundle bundle = MappingBundle.of(MAPPING, null, null, null, Map.of());
    assertThat(NumberedLines.read(spark(), in.toString()).getNumPartitions()).isGreaterThan(5);
    CrosswalkSpark.Totals totals =
        CrosswalkSpark.run(spark(), bundle, in.toString(), out.toString(), rejects.toString());
    assertThat(parts(out)).isEqualTo(applied.out());
    assertThat(parts(rejects)).isEqualTo(applied.rejects());
    assertThat(totals)
        .isEqualTo(
            new CrosswalkSpark.Totals(
                applied.state().counts().in(),
                applied.state().counts().out(),
                applied.state().counts().rejected(),
                applied.state().counts().filtered()));
    assertThat(totals.rejected()).isGreaterThan(100);
  }

  @Test
  void aDataFrameGivesTheSameRecords() throws IOException {
    String input = records();
    Applied applied = Applied.of(input.getBytes(StandardCharsets.UTF_8));
    Dataset<Row> frame =
        session.read().json(session.createDataset(input.lines().toList(), Encoders.STRING()));
    Dataset<Row> mapped =
        CrosswalkSpark.map(frame, MappingBundle.of(MAPPING, null, null, null, Map.of()));
    mapped.cache();
    List<String> records = CrosswalkSpark.accepted(mapped).as(Encoders.STRING()).collectAsList();
    assertThat(String.join("\n", records) + "\n")
        .isEqualTo(new String(applied.out(), StandardCharsets.UTF_8));
    List<Row> rejects = CrosswalkSpark.rejected(mapped).collectAsList();
    assertThat(rejects).hasSize((int) applied.state().counts().rejected());
    assertThat(rejects.getFirst().<String>getAs("field")).isEqualTo("age");
    assertThat(rejects.getFirst().<String>getAs("value")).isEqualTo("old");
    assertThat(rejects.getFirst().<String>getAs("reason")).contains("is not a number");
  }

  @Test
  void columnsOfEveryTypeAreRead() {
    String mapping =
        """
        format: crosswalk/v1
        kind: Mapping
        id: m
        source: { system: sf, object: Contact }
        target: { system: acme, object: person }
        fields:
          a: { from: a }
          b: { from: b }
          c: { from: c }
          d: { from: d }
          e: { from: e.x }
          f: { from: f }
          g: { from: g }
          h: { from: h }
        """;
    Dataset<Row> frame =
        session.sql(
            "select 1 a, 2.50 b, double(0.1) c, date'2024-02-29' d, named_struct('x', 'y') e,"
                + " array(1, null) f, map('k', true) g,"
                + " timestamp'2024-03-01T03:00:00Z' h");
    assertThat(
            CrosswalkSpark.accepted(
                    CrosswalkSpark.map(
                        frame, MappingBundle.of(mapping, null, null, null, Map.of())))
                .as(Encoders.STRING())
                .first())
        .isEqualTo(
            "{\"a\":1,\"b\":2.50,\"c\":0.1,\"d\":\"2024-02-29\",\"e\":\"y\",\"f\":[1,null],"
                + "\"g\":{\"k\":true},\"h\":\"2024-03-01T03:00:00Z\"}");
  }

  @Test
  void whatCannotRunIsToldBeforeAJob() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                ProblemException.class,
                () ->
                    MappingBundle.of(MAPPING.replace("trim", "trimm"), null, null, null, Map.of())))
        .hasMessageContaining("trimm");
    assertThat(CrosswalkSubmit.run(new String[] {"--mapping", "m.yaml"})).isEqualTo(2);
    assertThat(CrosswalkSubmit.run(new String[] {"--colour", "red"})).isEqualTo(2);
  }

  @Test
  void aListOfObjectsIsRefusedAsAWhole() throws IOException {
    Path list = Files.writeString(folder.resolve("list.json"), "\n [\n {\"a\":1}\n]\n");
    Path lines = Files.writeString(folder.resolve("lines.json"), "[1]\n{\"a\":1}\n");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                ProblemException.class,
                () -> CrosswalkSubmit.requireLines(spark(), list.toString())))
        .hasMessageContaining("a JSON list, and a cluster reads NDJSON");
    CrosswalkSubmit.requireLines(spark(), lines.toString());
  }
}
