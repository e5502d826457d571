package dev.crosswalk.engine.run;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.run.MappingRun.Result;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Mappings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs mappings over bytes in memory, in every way that must not matter. */
final class Runs {
  /** Two targets that may reject, and one filter. */
  static final CompiledMapping MAPPING =
      CompiledMapping.compile(
          Mappings.of(
              Map.of(
                  "name", Mappings.from("name", new StepCall("trim", Map.of())),
                  "sub.age", Mappings.from("age", new StepCall("number", Map.of()))),
              Mapping.Defaults.STANDARD,
              List.of(new Mapping.RowFilter("skip", "ne", "yes"))),
          null,
          null);

  private Runs() {}

  static CompiledMapping mapping(Map<String, FieldMapping> fields) {
    return CompiledMapping.compile(Mappings.of(fields), null, null);
  }

  /** How one run is made. */
  record Way(int threads, int batchBytes, int chunk, int maxRecord) {
    static final Way PLAIN = new Way(1, 1 << 17, 1 << 17, 1 << 16);
  }

  /** What one run made. */
  record Made(byte[] out, byte[] rejects, Result result, List<RunState> states) {
    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    String rejected() {
      return new String(rejects, StandardCharsets.UTF_8);
    }

    Counts counts() {
      return result.state().counts();
    }
  }

  static Made run(String name, String input) {
    return run(name, input.getBytes(StandardCharsets.UTF_8), RecordFormat.NDJSON, Way.PLAIN);
  }

  static Made run(String name, byte[] input, RecordFormat out, Way way) {
    return resume(name, input, out, way, RunState.START, new byte[0], new byte[0]);
  }

  /** From the beginning. */
  static Made run(SourceOptions options, InputStream in, RecordFormat format, int threads) {
    return resume(options, in, format, threads, RunState.START, new byte[0], new byte[0]);
  }

  /** Goes on from a state with what an earlier run had written up to it. */
  static Made resume(
      String name,
      byte[] input,
      RecordFormat format,
      Way way,
      RunState from,
      byte[] outBefore,
      byte[] rejectsBefore) {
    return resume(
        new SourceOptions(name, null, null, way.batchBytes(), way.maxRecord()),
        new Chunks(input, way.chunk()),
        format,
        way.threads(),
        from,
        outBefore,
        rejectsBefore);
  }

  private static Made resume(
      SourceOptions options,
      InputStream in,
      RecordFormat format,
      int threads,
      RunState from,
      byte[] outBefore,
      byte[] rejectsBefore) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream rejects = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(outBefore, (int) from.outBytes()));
    rejects.writeBytes(Arrays.copyOf(rejectsBefore, (int) from.rejectBytes()));
    List<RunState> states = new ArrayList<>();
    try {
      RecordSource source = RecordSource.open(in, options, from.mark());
      Result result =
          MappingRun.run(
              source,
              MAPPING,
              format,
              from,
              threads,
              out,
              rejects,
              new MappingRun.Listener() {
                @Override
                public void written(RunState state) {
                  states.add(state);
                }

                @Override
                public boolean cancelled() {
                  return false;
                }
              });
      return new Made(out.toByteArray(), rejects.toByteArray(), result, states);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a few bytes at a time, as pipes do. */
  static final class Chunks extends InputStream {
    private final ByteArrayInputStream in;
    private final int most;

    Chunks(byte[] bytes, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return in.read(bytes, offset, Math.min(length, most));
    }
  }
}
