package dev.crosswalk.engine.run;

import com.sun.management.OperatingSystemMXBean;
import dev.crosswalk.engine.mapping.MappingDocument;
import dev.crosswalk.engine.transform.CompiledMapping;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures runs against a bare Jackson parse and write of the same file, in turns, and prints the
 * medians and their ratios (profile {@code apply-bench}; docs/apply.md). Arguments: megabytes of
 * input, rounds.
 */
final class ApplyBenchmark {
  private static final String MAPPING =
      """
      format: crosswalk/v1
      kind: Mapping
      id: bench
      source: { system: sf, object: Contact }
      target: { system: acme, object: person }
      defaults: { onMissing: omit, onError: reject, timezone: UTC, region: US }
      where: [{ field: IsDeleted, operator: ne, value: true }]
      fields:
        address.city: { from: MailingAddress.city, use: [trim] }
        address.country: { from: MailingAddress.country, use: [trim, upper] }
        address.street: { from: MailingAddress.street, use: [collapse] }
        birth_date: { from: Birthdate, use: [date] }
        company: { from: Account.Name, use: [trim] }
        created: { from: CreatedDate }
        do_not_call: { from: DoNotCall, use: [boolean] }
        email: { from: Email, use: [trim, email] }
        full_name: { from: [FirstName, LastName], use: [{ join: { separator: " " } }] }
        id: { from: Id }
        interests: { from: Interests__c, use: [{ split: { separator: ";" } }] }
        phone: { from: Phone, use: [{ phone: { format: E164 } }] }
        revenue: { from: Revenue__c, use: [number] }
        score: { from: Score__c }
        tier: { from: Tier__c, values: { map: { Gold: gold, Silver: silver }, other: { set: none } } }
        title: { from: Title, use: [trim, { truncate: { length: 40 } }] }
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ApplyBenchmark() {}

  /** One way through the file. */
  private interface Way {
    void run(Path in, OutputStream out) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path in = Files.createTempFile("apply-bench", ".ndjson");
    Path out = Files.createTempFile("apply-bench", ".out");
    try {
      long records = generate(in, (long) megabytes << 20);
      measure(in, out, records, rounds);
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }

  private static void measure(Path in, Path out, long records, int rounds) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    CompiledMapping identity =
        compile(MAPPING.substring(0, MAPPING.indexOf("where:")) + "fields: {}\n");
    CompiledMapping mapping = compile(MAPPING);
    CompiledMapping plain =
        compile(
            MAPPING.lines().filter(l -> !l.contains("phone:")).collect(Collectors.joining("\n")));
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("bare Jackson, 1 thread", ApplyBenchmark::bare);
    ways.put("apply, 1 thread", (i, o) -> apply(i, o, mapping, 1));
    ways.put("apply, no target, 1 thread", (i, o) -> apply(i, o, identity, 1));
    ways.put("apply, no phone, 1 thread", (i, o) -> apply(i, o, plain, 1));
    ways.put("apply, " + cores + " threads", (i, o) -> apply(i, o, mapping, cores));
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    Map<String, List<Double>> cpu = new LinkedHashMap<>();
    // The first round warms up and does not count.
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        long begun = System.nanoTime();
        long burnt = system.getProcessCpuTime();
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out), 1 << 17)) {
          way.getValue().run(in, to);
        }
        double taken = (System.nanoTime() - begun) / 1e9;
        if (round > 0) {
          seconds.computeIfAbsent(way.getKey(), w -> new ArrayList<>()).add(taken);
          cpu.computeIfAbsent(way.getKey(), w -> new ArrayList<>())
              .add((system.getProcessCpuTime() - burnt) / 1e9);
        }
      }
    }
    double bytes = Files.size(in);
    double base = median(seconds.get("bare Jackson, 1 thread"));
    double cpuBase = median(cpu.get("bare Jackson, 1 thread"));
    System.out.printf(
        Locale.ROOT,
        "%d records, %.0f MB, %d rounds, %d cores, %d MB heap, Java %s%n",
        records,
        bytes / 1e6,
        rounds,
        cores,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version().feature());
    System.out.println(
        "| way | MB/s | records/s | µs of CPU a record | time | CPU |\n|---|---|---|---|---|---|");
    seconds.forEach((way, taken) -> {
      double median = median(taken);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.0f | %,.0f | %.1f | %.2f × | %.2f × |%n",
          way,
          bytes / 1e6 / median,
          records / median,
          median(cpu.get(way)) * 1e6 / records,
          median / base,
          median(cpu.get(way)) / cpuBase);
    });
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static CompiledMapping compile(String text) {
    return CompiledMapping.compile(
        MappingDocument.parse(text, "bench").mapping().orElseThrow(), null, null);
  }

  private static void bare(Path in, OutputStream out) throws IOException {
    ObjectReader reader = JSON.readerFor(Map.class);
    try (InputStream from = Files.newInputStream(in);
        MappingIterator<Map<String, Object>> records = reader.readValues(from);
        SequenceWriter writer = JSON.writer().withRootValueSeparator("\n").writeValues(out)) {
      while (records.hasNext()) {
        writer.write(records.next());
      }
    }
  }

  private static void apply(Path in, OutputStream out, CompiledMapping mapping, int threads)
      throws IOException {
    try (InputStream from = Files.newInputStream(in)) {
      RecordSource source = RecordSource.open(from, SourceOptions.of("in.ndjson"), Mark.START);
      MappingRun.Result result =
          MappingRun.run(
              source,
              mapping,
              RecordFormat.NDJSON,
              RunState.START,
              threads,
              out,
              OutputStream.nullOutputStream(),
              MappingRun.Listener.NONE);
      if (!result.complete()) {
        throw new IOException("The run did not end: " + result.failure());
      }
    }
  }

  private static long generate(Path file, long bytes) throws IOException {
    Random random = new Random(7);
    String[] first = {"Ada", "Grace", "Zoë", "José", "Ngọc", "Chidi"};
    String[] last = {"Lovelace", "Hopper", "García", "Østergård", "O'Neil", "Nakamura"};
    String[] tiers = {"\"Gold\"", "\"Silver\"", "\"Bronze\"", "null"};
    long written = 0;
    long records = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 17)) {
      while (written < bytes) {
        long i = records++;
        String line =
            "{\"attributes\":{\"type\":\"Contact\",\"url\":\"/services/data/v60.0/sobjects/Contact/003%015d\"},"
                    .formatted(i)
                + "\"Id\":\"003%015d\",\"FirstName\":\"%s\",\"LastName\":\"%s\","
                    .formatted(i, first[random.nextInt(6)], last[random.nextInt(6)])
                + "\"Email\":\"%s\",\"Phone\":\"%s\",\"Title\":\"VP of Engineering\","
                    .formatted(
                        i % 97 == 0 ? "no mail" : " user" + i + "@example.com ",
                        "(415) 555-%04d".formatted(i % 10_000))
                + "\"Birthdate\":\"19%02d-0%d-1%d\",\"CreatedDate\":\"2024-03-01T03:00:00.000+0000\","
                    .formatted(50 + random.nextInt(50), 1 + random.nextInt(9), random.nextInt(10))
                + "\"DoNotCall\":%s,\"IsDeleted\":%s,\"Tier__c\":%s,\"Score__c\":%d.%d,"
                    .formatted(
                        random.nextBoolean(),
                        i % 50 == 0,
                        tiers[random.nextInt(4)],
                        random.nextInt(100),
                        random.nextInt(10))
                + "\"Revenue__c\":\"%d,%03d.50\",\"Interests__c\":\"golf;tennis; chess\","
                    .formatted(1 + random.nextInt(999), random.nextInt(1000))
                + "\"MailingAddress\":{\"street\":\"12 High Street\\nFlat %d\",\"city\":\"München\",\"country\":\"us\",\"postalCode\":\"%05d\"},"
                    .formatted(i % 100, i % 100_000)
                + "\"Account\":{\"Name\":\" Acme %d \",\"Industry\":\"Tech\"},\"Description\":\"%s\"}\n"
                    .formatted(i, "Lorem ipsum dolor sit amet, ".repeat(1 + random.nextInt(8)));
        byte[] encoded = line.getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        written += encoded.length;
      }
    }
    return records;
  }
}
