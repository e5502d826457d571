package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlLayout;
import dev.crosswalk.engine.text.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of golden records. Immutable. */
public final class GoldenFile {
  private static final String HEADER =
      "# yaml-language-server: $schema=https://crosswalk.dev/schema/v1/golden.json\n";

  private static final List<String> KEYS = List.of("format", "kind", "mapping", "records");
  private static final List<String> RECORD_KEYS = List.of("name", "source", "target", "rejected");
  private static final int LONGEST = 16_000_000;

  private final YamlDocument yaml;
  private final String mapping;
  private final List<GoldenRecord> records;

  private GoldenFile(YamlDocument yaml, String mapping, List<GoldenRecord> records) {
    this.yaml = yaml;
    this.mapping = mapping;
    this.records = List.copyOf(records);
  }

  /**
   * @throws ProblemException with all errors and their places
   */
  public static GoldenFile read(String text, String file) {
    YamlDocument yaml = YamlDocument.parse(text, file, LONGEST);
    PlainReader reader = PlainReader.of(yaml);
    Map<String, @Nullable Object> root = yaml.map();
    reader.head(root, "Golden");
    reader.known(root, List.of(), KEYS);
    String mapping = reader.required(root, List.of(), "mapping");
    List<GoldenRecord> records = new ArrayList<>();
    List<@Nullable Object> list = reader.list(root, List.of(), "records");
    for (int i = 0; i < list.size(); i++) {
      List<String> path = List.of("records", Integer.toString(i));
      if (list.get(i) instanceof Map<?, ?> map) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        map.forEach((k, v) -> record.put(String.valueOf(k), v));
        reader.known(record, path, RECORD_KEYS);
        String name = reader.text(record, path, "name");
        records.add(
            new GoldenRecord(
                name == null ? "Record " + (i + 1) : name,
                reader.map(record, path, "source"),
                reader.map(record, path, "target"),
                Boolean.TRUE.equals(reader.flag(record, path, "rejected"))));
      } else {
        reader.error("wrong-kind", path, "A golden record must be a map.", "Correct the value.");
      }
    }
    if (reader.failed()) {
      throw new ProblemException(reader.problems());
    }
    return new GoldenFile(yaml, mapping, records);
  }

  /** A new file in the style of the house. */
  public static GoldenFile create(String mapping, List<GoldenRecord> records, String file) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", PlainReader.FORMAT);
    root.put("kind", "Golden");
    root.put("mapping", mapping);
    List<Object> list = new ArrayList<>();
    for (GoldenRecord record : records) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("name", record.name());
      map.put("source", record.source());
      if (record.rejected()) {
        map.put("rejected", true);
      } else {
        map.put("target", record.target());
      }
      list.add(map);
    }
    root.put("records", list);
    YamlLayout layout = path -> path.size() <= 3;
    return read(HEADER + YamlWriter.write(root, layout), file);
  }

  /** The whole text, to the byte. */
  public String text() {
    return yaml.text();
  }

  /** Id of the mapping that the records are of. */
  public String mapping() {
    return mapping;
  }

  public List<GoldenRecord> records() {
    return records;
  }

  /** Where a value of a record stands in the file; the nearest thing around it if it does not. */
  public Place place(int record, List<String> path) {
    List<String> whole = new ArrayList<>(List.of("records", Integer.toString(record)));
    whole.addAll(path);
    return yaml.place(whole);
  }
}
