package dev.crosswalk.connectors.cache;

import java.time.Instant;

/**
 * A snapshot in the cache, without its content.
 *
 * @param id unique in the cache, growing with time
 * @param complete false where some objects could not be read
 * @param whole whether all objects were asked for, now or in an earlier snapshot that this one goes
 *     on from; where not, an object that is missing may only never have been asked for
 */
public record SnapshotInfo(
    long id,
    String connection,
    String system,
    Instant takenAt,
    int objects,
    int fields,
    boolean complete,
    boolean whole) {

  SnapshotInfo withId(long given) {
    return new SnapshotInfo(given, connection, system, takenAt, objects, fields, complete, whole);
  }
}
