package dev.crosswalk.engine.bench;

import dev.crosswalk.engine.preview.Preview;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** One record of 30 fields through each of the four ways, and a preview of 25 records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
// Short ones, of which many run without anything else of the machine in between.
@Measurement(iterations = 1000, time = 3, timeUnit = TimeUnit.MILLISECONDS)
public class MappingBenchmark {

  @Benchmark
  public Object crosswalk(Work work) {
    return work.crosswalk.apply(work.records.get(work.next()), false);
  }

  @Benchmark
  public Object handWritten(Work work) {
    return HandWritten.map(work.records.get(work.next()));
  }

  @Benchmark
  public Object jslt(Work work) {
    return work.jslt.apply(work.nodes.get(work.next()));
  }

  @Benchmark
  public Object jsonata(Work work) {
    return work.jsonata.evaluate(work.records.get(work.next()), java.util.Map.of());
  }

  @Benchmark
  public Object previewOf25(Work work) {
    return Preview.run(work.crosswalk, work.records.subList(0, 25));
  }

  /** With the dear steps: 10 phone numbers, 10 e-mail addresses and 10 amounts of money. */
  @Benchmark
  public Object previewOf25Dear(Work work) {
    return Preview.run(work.dear, work.records.subList(0, 25));
  }
}
