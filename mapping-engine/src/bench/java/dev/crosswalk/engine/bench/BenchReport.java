package dev.crosswalk.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark and writes its figures, with their ratios, as a page. */
public final class BenchReport {
  private BenchReport() {}

  /**
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(MappingBenchmark.class.getName())
                    .shouldFailOnError(true)
                    .build())
            .run();
    Map<String, Double> micros = new TreeMap<>();
    Map<String, Double> medians = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      name = name.substring(name.lastIndexOf('.') + 1);
      // What else the machine does only adds, so the fastest iteration is the truest; it can make
      // some of them a thousand times longer, so the mean would tell of the machine.
      micros.put(name, result.getPrimaryResult().getStatistics().getMin());
      medians.put(name, result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    String page = page(micros, medians);
    System.out.println(page);
    Files.writeString(Path.of(arguments[0]), page);
  }

  private static String page(Map<String, Double> micros, Map<String, Double> medians) {
    StringBuilder out = new StringBuilder();
    out.append("# How fast mappings run\n\n");
    out.append("Written by `mvn -Dbench=transform -pl mapping-engine -am process-test-classes`");
    out.append(" (JMH, two forks of a thousand\niterations of 3 ms). One record of 30 fields");
    out.append(" (`mapping-engine/src/bench/resources`) through four ways that are seen to give");
    out.append(
        " the same before they are\ntimed; JSLT reads Jackson trees, the others maps. Java ");
    out.append(Runtime.version().feature()).append(", ");
    out.append(Runtime.getRuntime().availableProcessors()).append(" processors.\n\n");
    out.append(
        "| way | microseconds a record, fastest iteration | median of all | Crosswalk is faster by |\n|---|---|---|---|\n");
    double own = micros.get("crosswalk");
    row(out, "Crosswalk", "crosswalk", micros, medians, own);
    row(out, "Java by hand", "handWritten", micros, medians, own);
    row(out, "JSLT", "jslt", micros, medians, own);
    row(out, "JSONata (Java)", "jsonata", micros, medians, own);
    out.append(
        String.format(
            Locale.ROOT,
            "\nA preview of 25 records, with the trace of every step and the counts: %.2f ms; with the dear"
                + " steps\n(phone, e-mail and money) in all 30 fields: %.2f ms. To reach were 16 ms.\n",
            micros.get("previewOf25") / 1000,
            micros.get("previewOf25Dear") / 1000));
    return out.toString();
  }

  private static void row(
      StringBuilder out,
      String shown,
      String name,
      Map<String, Double> micros,
      Map<String, Double> medians,
      double own) {
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %.2f | %.2f × |\n",
            shown,
            micros.get(name),
            medians.get(name),
            micros.get(name) / own));
  }
}
