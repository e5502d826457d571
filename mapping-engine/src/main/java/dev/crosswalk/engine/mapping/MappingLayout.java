package dev.crosswalk.engine.mapping;

import dev.crosswalk.engine.text.YamlLayout;
import java.util.List;
import java.util.Set;

/** How mapping and overlay files are written: one field, one hunk; keys in the order of use. */
enum MappingLayout implements YamlLayout {
  INSTANCE;

  static final List<String> TOP =
      List.of(
          "format",
          "kind",
          "id",
          "extends",
          "customer",
          "title",
          "note",
          "source",
          "target",
          "direction",
          "defaults",
          "where",
          "key",
          "fields",
          "rejected",
          "ignored",
          "export");
  static final List<String> ENDPOINT = List.of("system", "module", "object", "fingerprint");
  static final List<String> DEFAULTS =
      List.of("onMissing", "onError", "timezone", "region", "locale");
  static final List<String> FILTER = List.of("field", "operator", "value");
  static final List<String> FIELD =
      List.of(
          "from",
          "expr",
          "constant",
          "ask",
          "suggest",
          "when",
          "use",
          "values",
          "default",
          "required",
          "write",
          "reference",
          "shared",
          "origin",
          "note");
  static final List<String> VALUES = List.of("map", "other");
  static final List<String> OTHER = List.of("set", "keep", "reject", "warn");
  static final List<String> ORIGIN = List.of("by", "score", "why");
  static final List<String> REFERENCE = List.of("object", "key");

  private static final Set<String> MAPS = Set.of("fields", "rejected", "ignored", "export");

  @Override
  public boolean block(List<String> path) {
    return switch (path.size()) {
      case 0 -> true;
      case 1 -> MAPS.contains(path.get(0));
      case 2 -> path.get(0).equals("fields");
      default -> false;
    };
  }

  @Override
  public List<String> order(List<String> path) {
    if (path.isEmpty()) {
      return TOP;
    }
    boolean field = path.get(0).equals("fields");
    if (path.size() == 1) {
      return switch (path.get(0)) {
        case "source", "target" -> ENDPOINT;
        case "defaults" -> DEFAULTS;
        default -> List.of();
      };
    }
    if (field && path.size() == 2) {
      return FIELD;
    }
    if (field && path.size() == 3) {
      return switch (path.get(2)) {
        case "values" -> VALUES;
        case "origin" -> ORIGIN;
        case "reference" -> REFERENCE;
        default -> List.of();
      };
    }
    return field && path.size() == 4 && path.get(3).equals("other") ? OTHER : List.of();
  }
}
