package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.transform.CompiledMapping;
import dev.crosswalk.engine.transform.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses, maps and writes one batch after the other. Any number of threads may use it at once. */
final class BatchMapper {
  private final CompiledMapping mapping;
  private final RecordFormat in;
  private final RecordParser parser;
  private final String name;
  private final RecordFormat out;
  private final List<String> targets;
  private final JsonText json = new JsonText();

  BatchMapper(CompiledMapping mapping, RecordSource source, RecordFormat out) {
    this(mapping, source.format(), source.parser(), source.name(), out);
  }

  BatchMapper(
      CompiledMapping mapping,
      RecordFormat in,
      RecordParser parser,
      String name,
      RecordFormat out) {
    this.mapping = mapping;
    this.in = in;
    this.parser = parser;
    this.name = name;
    this.out = out;
    this.targets = mapping.targets();
  }

  Mapped map(Batch batch) {
    Work work = new Work(batch);
    for (int i = 0; i < batch.records().size(); i++) {
      Problem failure = work.record(i);
      if (failure != null) {
        Mark end = i == 0 ? batch.start() : batch.behind(i - 1);
        return new Mapped(work.result, work.rejects, work.counts(), end, failure);
      }
    }
    return new Mapped(work.result, work.rejects, work.counts(), batch.end(), batch.failure());
  }

  /** One batch in the hands of one thread. */
  private final class Work {
    private final Batch batch;
    private final Bytes result = new Bytes();
    private final Bytes rejects = new Bytes();
    private final RecordWriter writer = RecordWriter.of(out, targets, json);
    private final RejectWriter rejected = new RejectWriter(json, rejects);
    private long written;
    private long refused;
    private long filtered;
    private long warned;

    Work(Batch batch) {
      this.batch = batch;
    }

    Counts counts() {
      return new Counts(written + refused + filtered, written, refused, filtered, warned);
    }

    /** Null, or what ends the run. */
    @Nullable Problem record(int index) {
      RawRecord raw = batch.records().get(index);
      long number = batch.start().records() + index + 1;
      try {
        if (raw.fault() != null) {
          throw new MalformedRecord(raw.fault());
        }
        apply(parser.parse(batch.bytes(), raw.from(), raw.to()), raw.line(), number);
        return null;
      } catch (MalformedRecord e) {
        if (in == RecordFormat.JSON && raw.fault() == null && isObject(raw)) {
          return broken(raw, e);
        }
        refused++;
        rejected.write(
            raw.line(), number, Reject.unreadable(e.reason(), batch.bytes(), raw.from(), raw.to()));
        return null;
      }
    }

    /** An element that is something else is no record, but does not break the list. */
    private boolean isObject(RawRecord raw) {
      return batch.bytes()[raw.from()] == '{';
    }

    private Problem broken(RawRecord raw, MalformedRecord e) {
      return Problem.error(
          "records-syntax",
          new Place(name, (int) Math.min(raw.line(), Integer.MAX_VALUE), 0, null),
          "The record that begins in this line cannot be read. " + e.reason(),
          JsonSplitter.MEND);
    }

    private void apply(Map<String, @Nullable Object> record, long line, long number) {
      Outcome outcome = mapping.apply(record, false);
      if (outcome.filtered()) {
        filtered++;
        return;
      }
      List<Reject> reasons = Reject.of(outcome);
      if (reasons.isEmpty()) {
        try {
          writer.write(outcome.record(), result);
          written++;
          warned += outcome.fields().isEmpty() ? 0 : 1;
          return;
        } catch (MalformedRecord e) {
          reasons = List.of(new Reject(null, null, e.reason()));
        }
      }
      refused++;
      reasons.forEach(reason -> rejected.write(line, number, reason));
    }
  }
}
