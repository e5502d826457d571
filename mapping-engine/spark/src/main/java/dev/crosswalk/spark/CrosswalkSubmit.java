package dev.crosswalk.spark;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.run.RecordFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What {@code spark-submit} runs (docs/spark.md). Paths are of any file system that Hadoop knows.
 */
public final class CrosswalkSubmit {
  private static final List<String> REQUIRED = List.of("mapping", "in", "out", "rejects");
  private static final List<String> OPTIONAL =
      List.of("overlay", "source-schema", "target-schema", "lookups");
  private static final String USAGE =
      """
      Usage: spark-submit --class dev.crosswalk.spark.CrosswalkSubmit crosswalk-spark-all.jar
        --mapping FILE [--overlay FILE] [--source-schema FILE] [--target-schema FILE]
        [--lookups FOLDER]
        --in PATH --out FOLDER --rejects FOLDER\
      """;

  private CrosswalkSubmit() {}

  public static void main(String[] arguments) {
    int status = run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * 0, or 2 for wrong arguments and what cannot be read. Rejected records are no failure of a job.
   */
  static int run(String[] arguments) {
    Map<String, String> options;
    try {
      options = options(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      return 2;
    }
    String in = String.valueOf(options.get("in"));
    if (RecordFormat.ofName(in).filter(f -> f == RecordFormat.CSV).isPresent()) {
      System.err.println(notLines(in, "CSV"));
      return 2;
    }
    SparkSession session = SparkSession.builder().appName("Crosswalk").getOrCreate();
    try (JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext())) {
      MappingBundle mapping =
          MappingBundle.of(
              text(spark, String.valueOf(options.get("mapping"))),
              textIfGiven(spark, options.get("overlay")),
              textIfGiven(spark, options.get("source-schema")),
              textIfGiven(spark, options.get("target-schema")),
              tables(spark, options.get("lookups")));
      requireLines(spark, in);
      CrosswalkSpark.Totals totals =
          CrosswalkSpark.run(
              spark,
              mapping,
              in,
              String.valueOf(options.get("out")),
              String.valueOf(options.get("rejects")));
      System.out.printf(
          "%d records in: %d out, %d rejected, %d filtered out%n",
          totals.in(), totals.out(), totals.rejected(), totals.filtered());
      return 0;
    } catch (ProblemException e) {
      e.problems().forEach(System.err::println);
      return 2;
    } catch (IOException e) {
      System.err.println("A file cannot be read: " + e.getMessage());
      return 2;
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
        throw new IllegalArgumentException("The option " + arguments[i] + " is not known.");
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("The option " + arguments[i] + " needs a value.");
      }
      options.put(name, arguments[i + 1]);
    }
    for (String name : REQUIRED) {
      if (!options.containsKey(name)) {
        throw new IllegalArgumentException("The option --" + name + " is missing.");
      }
    }
    return options;
  }

  /**
   * Refuses a list of objects, instead of rejecting its lines one by one.
   *
   * @throws ProblemException {@code spark-format}
   */
  static void requireLines(JavaSparkContext spark, String in) {
    List<String> first = spark.textFile(in).filter(line -> !line.isBlank()).take(1);
    if (!first.isEmpty() && LIST.matcher(first.getFirst()).find()) {
      throw new ProblemException(notLines(in, "a JSON list"));
    }
  }

  /** A first line that opens a list of objects. */
  private static final Pattern LIST = Pattern.compile("^\\s*\\[\\s*(\\{|$)");

  private static Problem notLines(String in, String what) {
    return Problem.error(
        "spark-format",
        Place.of(in),
        "The input is " + what + ", and a cluster reads NDJSON.",
        "Write one object a line (for a list: jq -c '.[]'), read it into a DataFrame and use"
            + " CrosswalkSpark.map, or run crosswalk apply.");
  }

  private static @Nullable String textIfGiven(JavaSparkContext spark, @Nullable String file)
      throws IOException {
    return file == null ? null : text(spark, file);
  }

  /** The tables of a folder, by the name of the file without its ending. */
  private static Map<String, String> tables(JavaSparkContext spark, @Nullable String folder)
      throws IOException {
    Map<String, String> tables = new HashMap<>();
    if (folder != null) {
      Path path = new Path(folder);
      for (FileStatus file : path.getFileSystem(spark.hadoopConfiguration()).listStatus(path)) {
        String name = file.getPath().getName();
        if (file.isFile() && name.endsWith(".csv")) {
          tables.put(
              name.substring(0, name.length() - ".csv".length()),
              text(spark, file.getPath().toString()));
        }
      }
    }
    return tables;
  }

  private static String text(JavaSparkContext spark, String file) throws IOException {
    Path path = new Path(file);
    try (FSDataInputStream in = path.getFileSystem(spark.hadoopConfiguration()).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
