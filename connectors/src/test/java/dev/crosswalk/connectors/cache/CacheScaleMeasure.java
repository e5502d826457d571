package dev.crosswalk.connectors.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.FieldType;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Measures the cache with an organisation of 1,500 objects and 60,000 fields and 200 snapshots,
 * each with ten objects changed. Not part of the build: {@code -Dtest=CacheScaleMeasure}, and
 * {@code -Dcrosswalk.snapshots=3} for a quick look. Prints times, and asserts sizes only.
 */
final class CacheScaleMeasure {
  private static final int OBJECTS = 1500;
  private static final int FIELDS = 40;
  private static final int SNAPSHOTS = Integer.getInteger("crosswalk.snapshots", 200);

  @TempDir Path folder;

  @Test
  void anOrganisationOfSixtyThousandFields() throws Exception {
    List<SchemaObject> objects = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < OBJECTS; i++) {
      objects.add(object(i, random));
    }
    long id = 0;
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    try (H2SchemaCache cache = H2SchemaCache.open(folder, Clock.systemUTC())) {
      for (int snapshot = 0; snapshot < SNAPSHOTS; snapshot++) {
        long start = System.nanoTime();
        id =
            cache
                .store(
                    "org",
                    List.of(),
                    new Discovery(Schema.of("big", objects), List.of(), true),
                    at.plus(Duration.ofDays(snapshot)))
                .id();
        if (snapshot == 0 || snapshot == SNAPSHOTS - 1) {
          System.out.println("store snapshot " + (snapshot + 1) + ": " + millis(start) + " ms");
        }
        for (int change = 0; change < 10; change++) {
          int which = random.nextInt(OBJECTS);
          objects.set(which, object(which, random));
        }
      }
      long start = System.nanoTime();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Integer>> readers = new ArrayList<>();
        long last = id;
        for (int i = 0; i < 8; i++) {
          readers.add(threads.submit(() -> cache.schema(last).orElseThrow().objects().size()));
        }
        for (Future<Integer> reader : readers) {
          assertThat(reader.get()).isEqualTo(OBJECTS);
        }
      }
      System.out.println("eight readers at once: " + millis(start) + " ms");
    }
    long bytes = Files.size(folder.resolve("schemas.mv.db"));
    System.out.println(SNAPSHOTS + " snapshots: " + bytes / 1_000_000 + " MB");
    assertThat(bytes).isLessThan(100_000_000);
    System.out.println("cold, in a process of its own: " + cold(id));
  }

  private String cold(long id) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Opener.class.getName(),
                folder.toString(),
                String.valueOf(id))
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return out.strip();
  }

  /** Opens the cache in a fresh process. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) {
      // The log is there before the cache in Crosswalk too.
      LoggerFactory.getLogger(Opener.class).isInfoEnabled();
      long before = cpu();
      long start = System.nanoTime();
      try (H2SchemaCache cache = H2SchemaCache.open(Path.of(args[0]), Clock.systemUTC())) {
        System.out.print("open " + millis(start) + " ms");
        cache.latest("org");
        System.out.print(", latest " + millis(start) + " ms");
        int fields =
            cache.schema(Long.parseLong(args[1])).orElseThrow().objects().stream()
                .mapToInt(o -> o.fields().size())
                .sum();
        System.out.println(
            ", all "
                + fields
                + " fields "
                + millis(start)
                + " ms; "
                + (cpu() - before)
                + " ms of processor time, after "
                + before
                + " ms for the start of Java and the log");
      }
    }

    private static long cpu() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static SchemaObject object(int number, Random random) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < FIELDS; i++) {
      Field.Builder field =
          Field.builder("Field_" + number + "_" + i + "__c", FieldType.STRING)
              .nativeType("string")
              .label("Field " + Integer.toString(random.nextInt(1_000_000), 36) + " of " + number)
              .description("Was asked for by sales in " + (2000 + random.nextInt(26)))
              .custom(i > 10)
              .length(255)
              .readOnly(false)
              .required(false);
      if (i % 8 == 0) {
        List<PicklistValue> values = new ArrayList<>();
        for (int v = 0; v < 12; v++) {
          String value = "Value " + random.nextInt(100_000);
          values.add(new PicklistValue(value, value, true, false, List.of()));
        }
        field = field.values(values);
      }
      fields.add(field.build());
    }
    return new SchemaObject(
        "Object_" + number + "__c",
        "Object " + number,
        "Objects " + number,
        null,
        true,
        null,
        null,
        fields);
  }
}
