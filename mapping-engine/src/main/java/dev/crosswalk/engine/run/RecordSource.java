package dev.crosswalk.engine.run;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An input of records, opened at its beginning or at a mark. Thread-safe. */
public final class RecordSource {
  private final RecordFormat format;
  private final Splitter splitter;
  private final RecordParser parser;
  private final String name;

  private RecordSource(String name, RecordFormat format, Splitter splitter, RecordParser parser) {
    this.name = name;
    this.format = format;
    this.splitter = splitter;
    this.parser = parser;
  }

  /**
   * Opens an input and goes to a mark of it.
   *
   * @param in unpacked; read forward only, and left to the caller to close
   * @throws ProblemException {@x} where it cannot be told what the input holds, or the first line
   *     of a CSV is no header, {@code resume-input} where the bytes before the mark are not those
   *     that were read when it was made
   */
  public static RecordSource open(InputStream in, SourceOptions options, Mark mark) {
    Transcoded.Opened opened;
    try {
      opened = Transcoded.open(in, options.charset());
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(
              "input-unreadable",
              Place.of(options.name()),
              "The input cannot be read: " + e.getMessage() + ".",
              "Check the disk or the packed file."),
          e);
    }
    InputBuffer buffer = new InputBuffer(opened.bytes(), options.batchBytes() + (64 << 10));
    RecordSource source = open(buffer, options.in(opened.charset()));
    if (mark.offset() > 0) {
      if (!buffer.consumeTo(mark.offset()) || buffer.sum() != mark.sum()) {
        throw new ProblemException(
            Problem.error(
                "resume-input",
                Place.of(options.name()),
                "The input is not the one that the unfinished run was reading: its first "
                    + mark.offset()
                    + " bytes are others.",
                "Give the same input, or remove the journal to begin anew."));
      }
      source.splitter.resume(mark);
    }
    return source;
  }

  private static RecordSource open(InputBuffer buffer, SourceOptions options) {
    Charset charset = Objects.requireNonNullElse(options.charset(), StandardCharsets.UTF_8);
    Sniffer sniffer = new Sniffer(buffer, options);
    sniffer.skipMark();
    RecordFormat format = sniffer.format();
    return switch (format) {
      case NDJSON ->
          new RecordSource(
              options.name(),
              format,
              new NdjsonSplitter(buffer, options),
              new JsonRecordParser(charset));
      case JSON ->
          new RecordSource(
              options.name(),
              format,
              new JsonSplitter(buffer, options, sniffer.isList()),
              new JsonRecordParser(charset));
      case CSV -> csv(buffer, options, charset, sniffer.separator());
    };
  }

  private static RecordSource csv(
      InputBuffer buffer, SourceOptions options, Charset charset, char separator) {
    CsvSplitter splitter = new CsvSplitter(buffer, options.oneByOne(), separator);
    Batch batch = splitter.next();
    while (batch != null && batch.records().isEmpty() && batch.failure() == null) {
      batch = splitter.next();
    }
    if (batch == null) {
      throw header(options, "The CSV is empty.");
    }
    if (batch.failure() != null) {
      throw new ProblemException(batch.failure());
    }
    RawRecord raw = batch.records().getFirst();
    List<String> names;
    try {
      if (raw.fault() != null) {
        throw new MalformedRecord(raw.fault());
      }
      String text = CsvRecordParser.decode(batch.bytes(), raw.from(), raw.to(), charset);
      names = CsvRecordParser.row(text, separator).stream().map(String::strip).toList();
    } catch (MalformedRecord e) {
      throw header(options, e.reason());
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || !seen.add(name)) {
        throw header(
            options,
            name.isEmpty()
                ? "A column of the header has no name."
                : "Two columns of the header are named '" + name + "'.");
      }
    }
    CsvSplitter rows = new CsvSplitter(buffer, options, separator);
    Mark behind = splitter.mark();
    rows.resume(new Mark(behind.offset(), behind.line(), behind.lineStart(), 0, behind.sum()));
    return new RecordSource(
        options.name(), RecordFormat.CSV, rows, new CsvRecordParser(names, separator, charset));
  }

  private static ProblemException header(SourceOptions options, String what) {
    return new ProblemException(
        Problem.error(
            "records-syntax",
            new Place(options.name(), 1, 0, null),
            what,
            "Give a first line that names each column once."));
  }

  /**
   * Reads the first records, one after the other; for samples.
   *
   * @param limit at most so many
   * @throws ProblemException {@code records-syntax} with the line of the first that cannot be read
   */
  public List<Map<String, @Nullable Object>> first(int limit) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    Batch batch = limit > 0 ? next() : null;
    while (batch != null) {
      for (RawRecord raw : batch.records()) {
        if (records.size() == limit) {
          return records;
        }
        records.add(parse(batch, raw));
      }
      if (batch.failure() != null && records.size() < limit) {
        throw new ProblemException(batch.failure());
      }
      batch = records.size() < limit ? next() : null;
    }
    return records;
  }

  private Map<String, @Nullable Object> parse(Batch batch, RawRecord raw) {
    String reason = raw.fault();
    try {
      if (reason == null) {
        return parser.parse(batch.bytes(), raw.from(), raw.to());
      }
    } catch (MalformedRecord e) {
      reason = e.reason();
    }
    throw new ProblemException(
        Problem.error(
            "records-syntax",
            new Place(name, (int) Math.min(raw.line(), Integer.MAX_VALUE), 0, null),
            reason,
            "Give NDJSON, a JSON list of objects, or CSV with the ending .csv."));
  }

  public RecordFormat format() {
    return format;
  }

  /** The input as the person knows it. */
  String name() {
    return name;
  }

  /** The next records; null at the end. */
  synchronized @Nullable Batch next() {
    return splitter.next();
  }

  RecordParser parser() {
    return parser;
  }
}
