package dev.crosswalk.engine.match;

import dev.crosswalk.engine.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to match.
 *
 * @param pairs object pairs that the person chose ({@code source -> target}); empty = the matcher
 *     pairs the objects itself
 * @param sourceRecords sample records by source object, as JSON-like maps; may be empty
 * @param history earlier decisions
 * @param top how many candidates to keep for each target field, at least 1
 * @param shared targets ({@code object.field}) that take a source even where another target has it
 * @param words words that mean the same in this workspace, as the thesaurus file has them; or empty
 */
public record MatchRequest(
    Schema source,
    Schema target,
    List<Pair> pairs,
    Map<String, List<Map<String, Object>>> sourceRecords,
    History history,
    int top,
    Set<String> shared,
    String words) {

  public MatchRequest {
    pairs = List.copyOf(pairs);
    shared = Set.copyOf(shared);
    sourceRecords = Collections.unmodifiableMap(sourceRecords);
  }

  /** Without targets that share and without words of the workspace. */
  public MatchRequest(
      Schema source,
      Schema target,
      List<Pair> pairs,
      Map<String, List<Map<String, Object>>> sourceRecords,
      History history,
      int top) {
    this(source, target, pairs, sourceRecords, history, top, Set.of(), "");
  }

  public static MatchRequest of(Schema source, Schema target) {
    return new MatchRequest(source, target, List.of(), Map.of(), History.NONE, 5);
  }

  /** The same schemas with other decisions. */
  public MatchRequest with(History decisions, Set<String> sharing) {
    return new MatchRequest(source, target, pairs, sourceRecords, decisions, top, sharing, words);
  }

  /** A source object and the target object it feeds. */
  public record Pair(String source, String target) {}
}
