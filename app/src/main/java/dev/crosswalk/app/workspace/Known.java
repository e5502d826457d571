package dev.crosswalk.app.workspace;

import dev.crosswalk.connectors.cache.SchemaCache;
import dev.crosswalk.connectors.cache.SnapshotInfo;
import dev.crosswalk.engine.match.Matcher;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What this computer knows of the systems behind connections. Takes its time: not on the window's
 * thread.
 *
 * @param lazyCache opens the cache at its first call, which may take a second
 * @param asked what systems said when they were asked just now, by connection; of the others only
 *     the cache is known
 */
public record Known(
    Supplier<SchemaCache> lazyCache, Matcher matcher, Clock clock, Map<String, Asked> asked) {

  /**
   * What a system said beside its schema, when it was asked just now.
   *
   * @param gone names of objects that it no longer shows to this user
   * @param refused why it refuses the fields of an object that it does show, by object
   * @param ends when it ends the version of its API that is in use; empty where it says nothing
   */
  public record Asked(Set<String> gone, Map<String, Problem> refused, Optional<Problem> ends) {
    static final Asked NOTHING = new Asked(Set.of(), Map.of(), Optional.empty());

    public Asked {
      gone = Set.copyOf(gone);
      refused = Map.copyOf(refused);
    }
  }

  public Known {
    asked = Map.copyOf(asked);
  }

  public Known(Supplier<SchemaCache> lazyCache, Matcher matcher, Clock clock) {
    this(lazyCache, matcher, clock, Map.of());
  }

  public SchemaCache cache() {
    return lazyCache.get();
  }

  /** The newest schema of a connection; empty where nothing was discovered. */
  public Optional<Schema> schema(String connection) {
    return connection.isEmpty()
        ? Optional.empty()
        : cache().latest(connection).map(SnapshotInfo::id).flatMap(cache()::schema);
  }

  /**
   * Whether an object that the newest schema lacks was there: a discovery that asked for other
   * objects only says nothing of it.
   */
  public boolean isGone(String connection, String object) {
    if (asked(connection).gone().contains(object)) {
      return true;
    }
    List<SnapshotInfo> all = cache().snapshots(connection);
    return !all.isEmpty()
        && (all.getFirst().whole()
            || all.stream().skip(1).anyMatch(s -> cache().object(s.id(), object).isPresent()));
  }

  /** What the system said just now; nothing where it was not asked. */
  public Asked asked(String connection) {
    return asked.getOrDefault(connection, Asked.NOTHING);
  }
}
