package dev.crosswalk.app.workspace;

import dev.crosswalk.engine.export.ExportRequest.MappingSet;
import dev.crosswalk.engine.golden.GoldenRecord;
import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.FieldMapping.Constant;
import dev.crosswalk.engine.mapping.FieldMapping.Fallback;
import dev.crosswalk.engine.mapping.FieldMapping.From;
import dev.crosswalk.engine.mapping.FieldMapping.KeepOther;
import dev.crosswalk.engine.mapping.FieldMapping.RejectOther;
import dev.crosswalk.engine.mapping.FieldMapping.SetOther;
import dev.crosswalk.engine.mapping.FieldMapping.StepCall;
import dev.crosswalk.engine.mapping.FieldMapping.ValueMap;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.mapping.Mapping.RowFilter;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Mappings and records on which SQL has to give what the mapping gives. */
final class DbtCases {
  /** Texts that are hard on one step or another. */
  private static final List<@Nullable Object> TEXTS =
      Arrays.asList(
          null,
          "",
          "   ",
          " Ada ",
          "\u00a0Ada\u2003Lovelace\t\n",
          "O'Brien; drop table x; --",
          "a\\b {{ c }} {% d %} \"e\"",
          "Gold",
          "gold ",
          "1234.5",
          "1,234.50",
          "-0.5",
          "-7",
          "12.",
          ".5",
          "1.2.3",
          "--5",
          "yes",
          "NO",
          "maybe",
          "2024-02-29",
          "2023-02-29",
          "2024-13-01",
          "0000-01-01",
          "2024-03-01T23:30:00Z",
          "2024-03-01 01:02:03",
          "2024-03-01T03:00:00.123+0000",
          "29/02/2024",
          "31.04.2024",
          "ada@Example.COM",
          "ada(at)example.com",
          "@example.com",
          "0051",
          "ÄRGER");

  private DbtCases() {}

  static Map<String, FieldMapping> fields() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("plain", from("A"));
    fields.put("trimmed", from("A", step("trim")));
    fields.put("lower", from("A", step("trim"), step("lower")));
    fields.put("upper", from("A", step("upper"), step("prefix", "text", "<"), step("trim")));
    fields.put("suffix", from("A", step("suffix", "text", "'>")));
    fields.put("part", from("A", step("substring", "start", 1, "length", 3)));
    fields.put("cut", from("A", step("truncate", "length", 2), step("pad", "length", 4)));
    fields.put("swapped", from("A", step("replace", "find", "a", "with", "o'o")));
    fields.put("joined", from(List.of("A", "B"), step("join", "separator", ", ")));
    fields.put("tight", from(List.of("A", "B"), step("trim"), step("join", "separator", "")));
    fields.put("first", from(List.of("B", "A"), step("coalesce"), step("lower")));
    fields.put("second", from(List.of("A", "B"), step("item", "at", -1)));
    fields.put("number", from("A", step("number", "onInvalid", "null")));
    fields.put("scaled", from("A", step("number", "scale", 1, "onInvalid", "null")));
    fields.put("cents", from("A", step("multiply", "by", 100, "onInvalid", "null")));
    fields.put("round", from("A", step("round", "digits", 0, "onInvalid", "null")));
    fields.put("spoken", from("Count", step("number"), step("suffix", "text", "%")));
    fields.put("flag", from("A", step("boolean", "onInvalid", "null")));
    fields.put("flagged", from("A", step("boolean", "onInvalid", "null"), step("upper")));
    fields.put("day", from("A", step("date", "onInvalid", "null")));
    fields.put(
        "european",
        from(
            "A", step("date", "format", List.of("dd/MM/yyyy", "dd.MM.yyyy"), "onInvalid", "null")));
    fields.put("moment", from("A", step("date", "to", "datetime", "onInvalid", "null")));
    fields.put("mail", from("A", step("email", "onInvalid", "keep")));
    fields.put("owner", from("A", step("lookup", "table", "Owners!", "onInvalid", "null")));
    fields.put(
        "id",
        from(
            "A",
            step(
                "lookup",
                "table",
                "Owners!",
                "key",
                "e mail",
                "value",
                "id",
                "ignoreCase",
                true,
                "onInvalid",
                "keep")));
    fields.put(
        "tier",
        from("A").withValues(new ValueMap(map("Gold", "g'1", "", "none"), new KeepOther(), false)));
    fields.put(
        "level",
        from("A")
            .withValues(new ValueMap(map("Gold", 1, "0051", 51, "", -1), new SetOther(0), false)));
    fields.put(
        "mapped",
        from(
            "A",
            step(
                "valueMap",
                "map",
                map("GOLD", "g"),
                "ignoreCase",
                true,
                "other",
                "set",
                "set",
                "x")));
    fields.put("stood", from("A", step("default", "value", "?"), step("trim")));
    fields.put("fallback", from("A", step("trim")).withFallback(new Fallback("none {{ x }}")));
    fields.put(
        "counted", from("A", step("number", "onInvalid", "null")).withFallback(new Fallback(7)));
    fields.put("fixed", FieldMapping.of(new Constant("it's\n{{ odd }} \\ text")));
    fields.put("one", FieldMapping.of(new Constant(1)));
    fields.put("yes", FieldMapping.of(new Constant(true)));
    fields.put("order", from("B"));
    fields.put("nested.name", from("B", step("upper")));
    return fields;
  }

  /** Fields under which a mapping rejects records. */
  static Map<String, FieldMapping> refusing() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    fields.put("required", from("A", step("trim")).withRequired(true));
    fields.put("number", from("A", step("number")));
    fields.put("flag", from("A", step("boolean")));
    fields.put("day", from("A", step("date")));
    fields.put("mail", from("A", step("email")));
    fields.put("owner", from("A", step("lookup", "table", "Owners!")));
    fields.put(
        "tier", from("A").withValues(new ValueMap(map("Gold", "g"), new RejectOther(), false)));
    return fields;
  }

  static List<RowFilter> filters() {
    return List.of(
        new RowFilter("A", "exists", true),
        new RowFilter("A", "exists", false),
        new RowFilter("A", "eq", "Gold"),
        new RowFilter("A", "eq", null),
        new RowFilter("A", "ne", "Gold"),
        new RowFilter("A", "ne", null),
        new RowFilter("A", "in", List.of("Gold", "O'Brien; drop table x; --")),
        new RowFilter("A", "notIn", List.of("Gold", "")),
        new RowFilter("A", "contains", "'"),
        new RowFilter("A", "startsWith", "2024-"),
        new RowFilter("A", "gt", 5),
        new RowFilter("A", "lte", -1),
        new RowFilter("A", "gte", "2024-03-01"),
        new RowFilter("Active", "eq", true),
        new RowFilter("Count", "eq", 3),
        new RowFilter("Count", "gte", 2.5));
  }

  static List<GoldenRecord> records() {
    List<GoldenRecord> records = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      Map<String, @Nullable Object> source = new LinkedHashMap<>();
      source.put("A", TEXTS.get(i));
      source.put("B", TEXTS.get((i * 7 + 3) % TEXTS.size()));
      source.put("Active", i % 2 == 0);
      source.put("Count", i % 5);
      records.add(new GoldenRecord("r" + i, source, Map.of(), false));
    }
    return records;
  }

  static MappingSet set(
      Map<String, FieldMapping> fields, List<RowFilter> where, List<GoldenRecord> golden) {
    return set(fields, where, golden, null);
  }

  static MappingSet set(
      Map<String, FieldMapping> fields,
      List<RowFilter> where,
      List<GoldenRecord> golden,
      @Nullable SchemaObject target) {
    Mapping mapping =
        new Mapping(
            "contact-to-person",
            null,
            null,
            new Mapping.Endpoint("salesforce", null, "Contact", null),
            new Mapping.Endpoint("acme", null, "person", null),
            Mapping.Direction.READ,
            Mapping.Defaults.STANDARD,
            where,
            List.of(),
            new TreeMap<>(fields),
            new TreeMap<>(),
            new TreeMap<>(),
            Map.of());
    Lookups.Table owners =
        new Lookups.Table(
            List.of("id", "e mail"),
            List.of(
                List.of("0051", "ada@example.com"),
                List.of(" Ada", "x, \"y\""),
                List.of("Gold", "")));
    return new MappingSet(
        mapping,
        new TreeMap<>(),
        null,
        target,
        Map.of(MappingSet.BASE, golden),
        new Lookups(Map.of("Owners!", owners)));
  }

  static FieldMapping from(String path, StepCall... use) {
    return FieldMapping.of(From.of(path)).withUse(List.of(use));
  }

  static FieldMapping from(List<String> paths, StepCall... use) {
    return FieldMapping.of(From.of(paths)).withUse(List.of(use));
  }

  static StepCall step(String name, Object... parameters) {
    return new StepCall(name, map(parameters));
  }

  static Map<String, @Nullable Object> map(Object... namesAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
