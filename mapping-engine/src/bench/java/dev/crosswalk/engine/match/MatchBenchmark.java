package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.History.Decision;
import dev.crosswalk.engine.match.Suggestions.TargetSuggestion;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long suggestions take on made-up organisations: {@code fields} against as many, and a whole
 * organisation of 1,500 objects and 60,000 fields against a model of 300 fields, in 512 MB. Runs
 * for about a minute and a half; beside other work the times grow, and their errors show it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Timeout(time = 30)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class MatchBenchmark {

  /** What is matched. */
  @State(Scope.Benchmark)
  public static class Data {
    @Param({"100 x 100", "1000 x 1000", "organisation"})
    String size;

    FieldMatcher matcher = new FieldMatcher();
    MatchRequest request;
    Matching matching;
    History decision;

    @Setup
    public void prepare() {
      request =
          switch (size) {
            case "100 x 100" -> pair(100);
            case "1000 x 1000" -> pair(1000);
            default ->
                MatchRequest.of(
                    BigSchemas.organisation("crm", 1500, 40, 1),
                    BigSchemas.organisation("model", 6, 50, 2));
          };
      matching = matcher.prepare(request);
      TargetSuggestion first = matching.suggest(History.NONE).targets().get(0);
      decision =
          new History(
              List.of(
                  new Decision(
                      "a",
                      "crm",
                      first.candidates().get(0).sourceObject(),
                      first.candidates().get(0).sourceFields(),
                      "model",
                      first.targetObject(),
                      first.targetField())),
              List.of());
    }

    /** What is left in memory while the request is kept prepared. */
    @TearDown
    public void heap() {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.printf(
          "%n%s: %d MB of heap after a collection, schemas and prepared request%n",
          size, used >> 20);
    }

    private static MatchRequest pair(int fields) {
      return MatchRequest.of(
          BigSchemas.organisation("crm", 1, fields, 1),
          BigSchemas.organisation("model", 1, fields, 2));
    }
  }

  @Benchmark
  public Suggestions suggest(Data data) {
    return data.matcher.suggest(data.request);
  }

  /** The next answer after a person decided on one field. */
  @Benchmark
  public Suggestions askAgain(Data data) {
    return data.matching.suggest(data.decision);
  }
}
