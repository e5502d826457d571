package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import java.util.List;

/** Suggests which source fields feed which target fields. Pure: same request, same answer. */
public interface Matcher {

  /** Ranks the object pairs of the two schemas, best first. */
  List<ObjectPair> pairObjects(MatchRequest request);

  /** Suggests field by field within the paired objects. */
  Suggestions suggest(MatchRequest request);

  /** Compares all fields once. What the request says of decisions and sharing does not count. */
  default Prepared prepare(MatchRequest request) {
    return (decisions, shared) -> suggest(request.with(decisions, shared));
  }
}
