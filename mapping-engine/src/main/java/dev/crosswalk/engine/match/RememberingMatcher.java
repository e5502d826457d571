package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last few requests prepared, so that asking again after a decision costs a fraction.
 * What is kept counts only for the same schemas, pairs, records and words; anything else is
 * prepared anew. Thread-safe; the answers are those of the matcher behind it.
 */
public final class RememberingMatcher implements Matcher {
  private static final int KEPT = 4;

  private final Matcher matcher;
  private final Map<MatchRequest, Once> kept = new LinkedHashMap<>(16, 0.75f, true);

  public RememberingMatcher(Matcher matcher) {
    this.matcher = matcher;
  }

  @Override
  public List<ObjectPair> pairObjects(MatchRequest request) {
    return matcher.pairObjects(request);
  }

  @Override
  public Suggestions suggest(MatchRequest request) {
    return prepare(request).suggest(request.history(), request.shared());
  }

  @Override
  public Prepared prepare(MatchRequest request) {
    return once(request.with(History.NONE, Set.of())).get();
  }

  private synchronized Once once(MatchRequest key) {
    Once once = kept.computeIfAbsent(key, Once::new);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return once;
  }

  /** Prepares at the first call; who asks for the same meanwhile waits, others do not. */
  private final class Once {
    private final MatchRequest request;
    private @Nullable Prepared prepared;

    Once(MatchRequest request) {
      this.request = request;
    }

    synchronized Prepared get() {
      Prepared known = prepared;
      if (known == null) {
        known = matcher.prepare(request);
        prepared = known;
      }
      return known;
    }
  }
}
