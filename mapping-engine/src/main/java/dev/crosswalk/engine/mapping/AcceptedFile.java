package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.ProblemException;
import dev.crosswalk.engine.text.PlainReader;
import dev.crosswalk.engine.text.YamlDocument;
import dev.crosswalk.engine.text.YamlWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code accepted.yaml}: findings of {@code check} that a person lets be for a while, and why. */
public record AcceptedFile(List<Entry> entries) {

  private static final List<String> ROOT = List.of("format", "kind", "findings");
  private static final List<String> KEYS =
      List.of("code", "mapping", "customer", "target", "reason", "until");

  /**
   * @param code of the finding, such as {@code FM113}
   * @param mapping id; null for any
   * @param customer id; null for any
   * @param target null for any
   * @param until the last day on which it holds
   * @param place where it stands
   */
  public record Entry(
      String code,
      @Nullable String mapping,
      @Nullable String customer,
      @Nullable String target,
      String reason,
      LocalDate until,
      Place place) {

    /** Whether it speaks of a finding; what it leaves open may be anything. */
    public boolean matches(
        String foundCode,
        @Nullable String ofMapping,
        @Nullable String ofCustomer,
        @Nullable String ofTarget) {
      return code.equals(foundCode)
          && (mapping == null || mapping.equals(ofMapping))
          && (customer == null || customer.equals(ofCustomer))
          && (target == null || target.equals(ofTarget));
    }

    private Map<String, Object> plain() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("code", code);
      if (mapping != null) {
        map.put("mapping", mapping);
      }
      if (customer != null) {
        map.put("customer", customer);
      }
      if (target != null) {
        map.put("target", target);
      }
      map.put("reason", reason);
      map.put("until", until.toString());
      return map;
    }
  }

  public AcceptedFile {
    entries = List.copyOf(entries);
  }

  /**
   * @throws ProblemException with all errors and their places
   */
  public static AcceptedFile read(String text, String file) {
    YamlDocument yaml = YamlDocument.parse(text, file);
    PlainReader reader = PlainReader.of(yaml);
    Map<String, @Nullable Object> root = yaml.map();
    reader.head(root, "Accepted");
    reader.known(root, List.of(), ROOT);
    List<Entry> entries = new ArrayList<>();
    Object found = root.get("findings");
    if (found != null && !(found instanceof List<?>)) {
      reader.error(
          "wrong-value", List.of("findings"), "'findings' is no list.", "Begin each with '- '.");
    }
    if (found instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        entries.add(entry(list.get(i), i, yaml, reader));
      }
    }
    if (reader.failed()) {
      throw new ProblemException(reader.problems());
    }
    return new AcceptedFile(entries);
  }

  private static Entry entry(
      @Nullable Object value, int at, YamlDocument yaml, PlainReader reader) {
    List<String> path = List.of("findings", String.valueOf(at));
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((k, v) -> map.put(String.valueOf(k), v));
    }
    reader.known(map, path, KEYS);
    String until = reader.required(map, path, "until");
    return new Entry(
        reader.required(map, path, "code"),
        reader.text(map, path, "mapping"),
        reader.text(map, path, "customer"),
        reader.text(map, path, "target"),
        reader.required(map, path, "reason"),
        date(until, path, reader),
        yaml.place(path));
  }

  private static LocalDate date(String text, List<String> path, PlainReader reader) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      if (!text.isBlank()) {
        reader.error(
            "wrong-value",
            PlainReader.child(path, "until"),
            "'" + text + "' is no date.",
            "Write year, month and day, such as 2027-01-31.");
      }
      return LocalDate.MIN;
    }
  }

  /** The text of a file with one entry more; what it held stays as it is. */
  public static String add(@Nullable String text, String file, Entry entry) {
    if (text == null) {
      Map<String, Object> root = new LinkedHashMap<>();
      root.put("format", PlainReader.FORMAT);
      root.put("kind", "Accepted");
      root.put("findings", List.of(entry.plain()));
      return YamlWriter.write(root, p -> p.size() < 3);
    }
    YamlDocument yaml = YamlDocument.parse(text, file);
    List<Object> all = new ArrayList<>();
    if (yaml.map().get("findings") instanceof List<?> there) {
      all.addAll(there);
    }
    all.add(entry.plain());
    // At the end of the list, comments between the others stay.
    String longer = text.stripTrailing() + "\n" + item(entry);
    return holds(longer, file, all) ? longer : yaml.set(List.of("findings"), all).text();
  }

  private static String item(Entry entry) {
    String lines = YamlWriter.write(entry.plain(), p -> true).stripTrailing();
    return "  - " + lines.replace("\n", "\n    ") + "\n";
  }

  private static boolean holds(String text, String file, List<Object> findings) {
    try {
      return findings.equals(YamlDocument.parse(text, file).map().get("findings"));
    } catch (ProblemException e) {
      return false;
    }
  }
}
