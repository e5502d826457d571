package dev.crosswalk.connectors.cache;

import java.time.Instant;

/**
 * A snapshot in the cache, without its content.
 *
 * @param id unique in the cache, growing with time
 * @param complete false where some objects could not be read
 */
public record SnapshotInfo(
    long id,
    String connection,
    String system,
    Instant takenAt,
    int objects,
    int fields,
    boolean complete) {}
