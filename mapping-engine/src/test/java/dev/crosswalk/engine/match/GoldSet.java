package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.AnySchema;
import dev.crosswalk.engine.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two schemas and the correspondences that a person wrote by hand (format: shared gold README).
 *
 * @param gold source paths by target path
 */
record GoldSet(
    String name,
    Schema source,
    Schema target,
    List<MatchRequest.Pair> pairs,
    Map<String, Set<String>> gold) {

  /** The group of sets in which a figure is reported. */
  String group() {
    if (name.startsWith(ComposedGold.PREFIX)) {
      return "CRM to CRM (composed)";
    }
    if (name.startsWith("crm_panora") || name.startsWith("crm_supaglue")) {
      return "CRM to unified model";
    }
    if (name.startsWith("crm_hotglue") || name.startsWith("crm_segment")) {
      return "unified model to CRM";
    }
    return switch (family()) {
      case "vtiger" -> "lead conversion";
      case "gdc" -> "GDC";
      case "omop" -> "OMOP";
      case "imdb" -> "films";
      case "po" -> "purchase orders";
      case "sandbox" -> "messy organisation";
      case "own" -> "ERP and packages, our own";
      default -> family();
    };
  }

  /** The author: what is left out of the training together. */
  String family() {
    String[] words = name.split("_");
    boolean authored = words[0].equals("crm") || name.startsWith(ComposedGold.PREFIX);
    return authored ? words[1] : words[0];
  }

  /** Whether the source is the author's model, and the target somebody's system. */
  boolean isFromModel() {
    return group().equals("unified model to CRM");
  }

  /** The system that the author mapped, as the name of the set has it. */
  String system() {
    return name.substring(name.indexOf(family()) + family().length() + 1).replaceFirst("^to_", "");
  }

  /** The folder of other people's data, if it is there. */
  static Optional<Path> shared() {
    String given = System.getProperty("crosswalk.shared");
    if (given != null) {
      return Optional.of(Path.of(given)).filter(Files::isDirectory);
    }
    Path dir = Path.of("").toAbsolutePath();
    while (dir != null) {
      if (Files.exists(dir.resolve("pom.xml")) && Files.isDirectory(dir.resolve("assets"))) {
        for (Path up = dir.getParent(); up != null; up = up.getParent()) {
          if (Files.isDirectory(up.resolve("shared/gold"))) {
            return Optional.of(up.resolve("shared"));
          }
        }
        return Optional.empty();
      }
      dir = dir.getParent();
    }
    return Optional.empty();
  }

  static List<GoldSet> all(Path folder) {
    try (Stream<Path> dirs = Files.list(folder)) {
      return dirs.filter(d -> Files.exists(d.resolve("gold.json")))
          .sorted()
          .map(GoldSet::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GoldSet read(Path dir) {
    JsonMapper json = JsonMapper.builder().build();
    List<MatchRequest.Pair> pairs = new ArrayList<>();
    for (JsonNode pair : json.readTree(dir.resolve("objects.json"))) {
      pairs.add(
          new MatchRequest.Pair(pair.get("source").asString(), pair.get("target").asString()));
    }
    Map<String, Set<String>> gold = new LinkedHashMap<>();
    for (JsonNode pair : json.readTree(dir.resolve("gold.json"))) {
      gold.computeIfAbsent(pair.get("target").asString(), k -> new LinkedHashSet<>())
          .add(pair.get("source").asString());
    }
    return new GoldSet(
        dir.getFileName().toString(), schema(dir, "source"), schema(dir, "target"), pairs, gold);
  }

  /** Read as the command reads it; the system is the file's, so that decisions are about it. */
  private static Schema schema(Path dir, String side) {
    try {
      String text = Files.readString(dir.resolve(side + ".json"));
      return Schema.of(
          side + "-" + dir.getFileName(), AnySchema.read(text, side + ".json").objects());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
