package dev.crosswalk.engine.merge;

import java.util.List;
import java.util.Set;

/**
 * What of a kind of file is one decision, and which lists have an order. Paths are those of the
 * file; items of a keyed list are named by what they are known by.
 */
enum MergeRules {
  /** Mappings and overlays. */
  MAPPING,
  CUSTOMER,
  SCHEMA,
  GOLDEN,
  ACCEPTED,
  /** Anything else: maps by key, lists by place. */
  PLAIN;

  /** How a list is merged. */
  enum Lists {
    /** As one value. */
    WHOLE,
    /** Items in an order, as steps are: those that only one side touched are taken from it. */
    ORDERED,
    /** Items in no order, each standing for itself. */
    SET,
    /** Items in no order, of which each says what it is known by. */
    KEYED
  }

  private static final Set<String> INPUTS = Set.of("from", "expr", "constant", "ask", "suggest");

  /**
   * @param kind as the file says it, such as {@code Mapping}; empty where it says none
   */
  static MergeRules of(String kind) {
    return switch (kind) {
      case "Mapping", "Overlay" -> MAPPING;
      case "Customer" -> CUSTOMER;
      case "Schema" -> SCHEMA;
      case "Golden" -> GOLDEN;
      case "Accepted" -> ACCEPTED;
      default -> PLAIN;
    };
  }

  /** Whether each entry of the map or list at this path is merged, and marked, on its own. */
  boolean splits(List<String> path) {
    int depth = path.size();
    if (depth == 0) {
      return true;
    }
    String top = path.get(0);
    return switch (this) {
      case MAPPING -> depth == 1 && Set.of("fields", "rejected", "ignored", "export").contains(top);
      case CUSTOMER -> depth == 1 && top.equals("connections");
      case SCHEMA ->
          top.equals("objects") && (depth < 3 || (depth == 3 && path.get(2).equals("fields")));
      case GOLDEN -> depth == 1 && top.equals("records");
      case ACCEPTED -> depth == 1 && top.equals("findings");
      case PLAIN -> false;
    };
  }

  Lists list(List<String> path) {
    String top = path.get(0);
    String last = path.get(path.size() - 1);
    return switch (this) {
      case MAPPING ->
          switch (top) {
            case "rejected", "where" -> Lists.SET;
            case "fields" -> path.size() == 3 && last.equals("use") ? Lists.ORDERED : Lists.WHOLE;
            default -> Lists.WHOLE;
          };
      case CUSTOMER -> last.equals("mappings") ? Lists.SET : Lists.WHOLE;
      case SCHEMA ->
          switch (last) {
            case "values" -> Lists.KEYED;
            case "references", "samples" -> Lists.SET;
            default -> Lists.ORDERED;
          };
      case GOLDEN -> path.equals(List.of("records")) ? Lists.KEYED : Lists.WHOLE;
      case ACCEPTED -> path.equals(List.of("findings")) ? Lists.KEYED : Lists.WHOLE;
      case PLAIN -> Lists.ORDERED;
    };
  }

  /** What an item of a keyed list is known by. */
  List<String> keys() {
    return switch (this) {
      case SCHEMA -> List.of("value");
      case GOLDEN -> List.of("name");
      case ACCEPTED -> List.of("code", "mapping", "customer", "target");
      default -> List.of();
    };
  }

  /** The keys of the map at this path that are one decision: where the value comes from. */
  Set<String> together(List<String> path) {
    return isField(path) ? INPUTS : Set.of();
  }

  /** Whether this says only how something came about, so that no person is asked about it. */
  boolean isSilent(List<String> path) {
    return this == MAPPING
        && ((path.size() == 3 && path.get(0).equals("fields") && path.get(2).equals("origin"))
            || (path.size() == 2 && path.get(1).equals("fingerprint")));
  }

  /** Whether an entry at this path may be the same as one that was there by another name. */
  boolean isField(List<String> path) {
    return this == MAPPING && path.size() == 2 && path.get(0).equals("fields");
  }
}
