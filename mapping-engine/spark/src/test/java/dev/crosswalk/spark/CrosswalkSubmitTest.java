package dev.crosswalk.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: the entry for spark-submit, from files to files, with a workspace's lookup tables. */
class CrosswalkSubmitTest {
  private static final String MAPPING =
      """
      format: crosswalk/v1
      kind: Mapping
      id: m
      source: { system: sf, object: Contact }
      target: { system: acme, object: person }
      fields:
        owner: { from: OwnerId, use: [{ lookup: { table: owners } }] }
      """;

  @Test
  void lookup_tables_are_read_from_a_folder(@TempDir Path folder) throws IOException {
    session(folder);
    Path tables = Files.createDirectory(folder.resolve("lookups"));
    Files.writeString(tables.resolve("owners.csv"), "id,email\n0051,ada@example.com\n");
    Files.writeString(tables.resolve("notes.txt"), "no table");
    Path mapping = Files.writeString(folder.resolve("m.yaml"), MAPPING);
    Path in =
        Files.writeString(
            folder.resolve("in.ndjson"), "{\"OwnerId\":\"0051\"}\n{\"OwnerId\":\"0099\"}\n");
    Path out = folder.resolve("out");
    Path rejects = folder.resolve("rejects");

    int status = submit(mapping, tables, in, out, rejects);

    assertThat(status).isZero();
    assertThat(parts(out)).isEqualTo("{\"owner\":\"ada@example.com\"}\n");
    assertThat(parts(rejects)).contains("'0099' is not in the lookup table owners").contains(":2,");
  }

  @Test
  void csv_is_refused_before_anything_starts(@TempDir Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("in.csv"), "OwnerId\n0051\n");
    Path out = folder.resolve("out");

    assertThat(submit(folder, folder, csv, out, folder.resolve("rejects"))).isEqualTo(2);

    assertThat(out).doesNotExist();
  }

  /** What run() takes up, and stops. */
  private static void session(Path folder) {
    SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
        .getOrCreate();
  }

  private static int submit(Path mapping, Path tables, Path in, Path out, Path rejects) {
    return CrosswalkSubmit.run(
        new String[] {
          "--mapping", mapping.toString(),
          "--lookups", tables.toString(),
          "--in", in.toString(),
          "--out", out.toString(),
          "--rejects", rejects.toString()
        });
  }

  private static String parts(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
