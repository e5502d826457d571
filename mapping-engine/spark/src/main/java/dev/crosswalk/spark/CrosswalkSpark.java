package dev.crosswalk.spark;

import dev.crosswalk.engine.run.RecordRun;
import dev.crosswalk.engine.run.RecordRun.Kind;
import dev.crosswalk.engine.run.RecordRun.Line;
import dev.crosswalk.engine.run.RecordRun.Value;
import dev.crosswalk.engine.run.Reject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** A Crosswalk mapping on Apache Spark: files of NDJSON to files, or DataFrame to DataFrame. */
public final class CrosswalkSpark {
  /** Column of {@link #map}: the target record as JSON; null for a rejected record. */
  public static final String RECORD = "record";

  /** Column of {@link #map}: why a record does not pass; empty where it does. */
  public static final String REJECTS = "rejects";

  private static final StructType REJECT =
      DataTypes.createStructType(
          new StructField[] {
            DataTypes.createStructField("field", DataTypes.StringType, true),
            DataTypes.createStructField("value", DataTypes.StringType, true),
            DataTypes.createStructField("reason", DataTypes.StringType, false)
          });

  private static final StructType MAPPED =
      DataTypes.createStructType(
          new StructField[] {
            DataTypes.createStructField(RECORD, DataTypes.StringType, true),
            DataTypes.createStructField(REJECTS, DataTypes.createArrayType(REJECT), false)
          });

  private CrosswalkSpark() {}

  /**
   * What became of the records of a job.
   *
   * @param in always the sum of the others
   */
  public record Totals(long in, long out, long rejected, long filtered) implements Serializable {
    private static final long serialVersionUID = 1L;

    Totals plus(Totals more) {
      return new Totals(
          in + more.in, out + more.out, rejected + more.rejected, filtered + more.filtered);
    }
  }

  /** A mapped line on its way to one of the outputs. */
  private record Made(Kind kind, String text) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Maps files of NDJSON. The parts of the outputs, one after the other, are to the byte what
   * {@code crosswalk apply} writes for the same input: the same order, the same line numbers.
   *
   * @param in a file, a folder or a pattern; packed files work but are not split
   * @param out a folder that does not exist yet, for the records
   * @param rejects a folder that does not exist yet, for the rejects
   */
  public static Totals run(
      JavaSparkContext spark, MappingBundle mapping, String in, String out, String rejects) {
    Broadcast<MappingBundle> shared = spark.broadcast(mapping);
    JavaRDD<Text> lines = NumberedLines.read(spark, in);
    Broadcast<List<NumberedLines.Before>> before = spark.broadcast(NumberedLines.before(lines));
    JavaRDD<Made> made =
        lines
            .mapPartitionsWithIndex(
                (index, part) -> lines(shared.value(), before.value().get(index), part), true)
            // Both outputs come from one run of the mapping.
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    try {
      made.filter(line -> line.kind() == Kind.OUT).map(Made::text).saveAsTextFile(out);
      made.filter(line -> line.kind() == Kind.REJECTED).map(Made::text).saveAsTextFile(rejects);
      return made.aggregate(
          new Totals(0, 0, 0, 0), (totals, line) -> totals.plus(one(line.kind())), Totals::plus);
    } finally {
      made.unpersist();
    }
  }

  private static Totals one(Kind kind) {
    return new Totals(
        1, kind == Kind.OUT ? 1 : 0, kind == Kind.REJECTED ? 1 : 0, kind == Kind.FILTERED ? 1 : 0);
  }

  private static Iterator<Made> lines(
      MappingBundle mapping, NumberedLines.Before before, Iterator<Text> lines) {
    RecordRun run = mapping.run();
    return new LineIterator<>(lines) {
      private long line = before.lines();
      private long record = before.records();

      @Override
      boolean accepts(Text text) {
        line++;
        return !RecordRun.isBlank(text.getBytes(), text.getLength());
      }

      @Override
      Made turn(Text text) {
        Line mapped = run.line(text.getBytes(), text.getLength(), line, ++record);
        return new Made(mapped.kind(), mapped.text());
      }
    };
  }

  /**
   * Maps a DataFrame. The result has the columns {@link #RECORD} and {@link #REJECTS} (an array of
   * field, value and reason); records that the row filter leaves out are not in it. Columns are
   * read as the mapping names them, structs as objects, arrays as lists; dates and timestamps as
   * ISO 8601 text, binary as base 64.
   */
  public static Dataset<Row> map(Dataset<Row> records, MappingBundle mapping) {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(records.sparkSession().sparkContext());
    Broadcast<MappingBundle> shared = spark.broadcast(mapping);
    MapPartitionsFunction<Row, Row> function = rows -> rows(shared.value(), rows);
    return records.mapPartitions(function, Encoders.row(MAPPED));
  }

  /** Of a result of {@link #map} the target records, one JSON text a row. */
  public static Dataset<Row> accepted(Dataset<Row> mapped) {
    return mapped.filter(functions.col(RECORD).isNotNull()).select(RECORD);
  }

  /** Of a result of {@link #map} the reasons, one a row: field, value and reason. */
  public static Dataset<Row> rejected(Dataset<Row> mapped) {
    return mapped.select(functions.explode(functions.col(REJECTS)).as("reject")).select("reject.*");
  }

  private static Iterator<Row> rows(MappingBundle mapping, Iterator<Row> rows) {
    RecordRun run = mapping.run();
    List<Row> one = new ArrayList<>(1);
    return new LineIterator<>(rows) {
      @Override
      boolean accepts(Row row) {
        Value value = run.value(RowValues.record(row));
        one.clear();
        if (value.kind() != Kind.FILTERED) {
          List<Row> rejects = new ArrayList<>();
          for (Reject reject : value.rejects()) {
            rejects.add(
                RowFactory.create(reject.field(), text(run, reject.value()), reject.reason()));
          }
          one.add(RowFactory.create(value.json(), rejects.toArray()));
        }
        return !one.isEmpty();
      }

      @Override
      Row turn(Row row) {
        return one.getFirst();
      }
    };
  }

  private static @org.jspecify.annotations.Nullable String text(
      RecordRun run, @org.jspecify.annotations.Nullable Object value) {
    return value == null || value instanceof String ? (String) value : run.json(value);
  }
}
