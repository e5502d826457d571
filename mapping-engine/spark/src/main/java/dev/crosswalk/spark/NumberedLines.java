package dev.crosswalk.spark;

import dev.crosswalk.engine.run.RecordRun;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The lines of text files in the order of names and places, with the numbers that they have in all
 * of them together. Counting costs one pass over the bytes, which is little beside mapping them.
 */
final class NumberedLines {
  private NumberedLines() {}

  /** How many lines and records a part of the input has. */
  private record Part(int index, long lines, long records) implements Serializable {}

  /** Lines and records before a part. */
  record Before(long lines, long records) implements Serializable {}

  /**
   * Lines as they are, without the line break; a carriage return stays, as does what is no UTF-8.
   * Objects are used again: take what is needed before the next one.
   */
  static JavaRDD<Text> read(JavaSparkContext spark, String path) {
    Configuration settings = new Configuration(spark.hadoopConfiguration());
    // Otherwise a lone carriage return, which is white space to JSON, would end a record.
    settings.set("textinputformat.record.delimiter", "\n");
    return spark
        .newAPIHadoopFile(path, TextInputFormat.class, LongWritable.class, Text.class, settings)
        .values();
  }

  /** For each part of the input what lies before it. */
  static List<Before> before(JavaRDD<Text> lines) {
    List<Part> parts =
        new java.util.ArrayList<>(
            lines.mapPartitionsWithIndex(NumberedLines::count, true).collect());
    parts.sort(java.util.Comparator.comparingInt(Part::index));
    List<Before> before = new java.util.ArrayList<>();
    long lineCount = 0;
    long recordCount = 0;
    for (Part part : parts) {
      before.add(new Before(lineCount, recordCount));
      lineCount += part.lines();
      recordCount += part.records();
    }
    return before;
  }

  private static Iterator<Part> count(int index, Iterator<Text> lines) {
    long all = 0;
    long records = 0;
    while (lines.hasNext()) {
      Text line = lines.next();
      all++;
      records += RecordRun.isBlank(line.getBytes(), line.getLength()) ? 0 : 1;
    }
    return List.of(new Part(index, all, records)).iterator();
  }
}
