package dev.crosswalk.connectors.cache;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of discovered schemas and, for a while, sample records, by connection name. Several
 * processes may use the same cache at once. Thread-safe. Losing it loses nothing but time.
 */
public interface SchemaCache extends AutoCloseable {

  /** What happened when the cache was opened, such as a damaged file that was set aside. */
  List<Problem> notices();

  /**
   * Stores what was discovered. Objects of the previous snapshot that this discovery did not ask
   * for are carried over; an unchanged object costs a row, not a copy.
   *
   * @param asked the names asked for; empty = all, so that objects not in it are gone
   */
  SnapshotInfo store(String connection, Collection<String> asked, Discovery discovery, Instant at);

  /** Newest first. */
  List<SnapshotInfo> snapshots(String connection);

  /** The names of all connections that have a snapshot, sorted. */
  List<String> connections();

  Optional<SnapshotInfo> latest(String connection);

  /** The whole schema of a snapshot; empty if it is gone. */
  Optional<Schema> schema(long snapshotId);

  /** One object of a snapshot, without reading the others; empty if there is none. */
  default Optional<SchemaObject> object(long snapshotId, String name) {
    return schema(snapshotId).flatMap(schema -> schema.object(name));
  }

  /** Replaces the sample records of one object; they run out at {@code at + keep}. */
  void storeRecords(
      String connection,
      String object,
      List<Map<String, @Nullable Object>> records,
      Instant at,
      Duration keep);

  /** Sample records that have not run out at {@code now}; empty list if none. */
  List<Map<String, @Nullable Object>> records(String connection, String object, Instant now);

  /** Removes the sample records of one connection, or of all where null. */
  int purgeRecords(@Nullable String connection);

  /** What discoveries of this connection remember of each other. */
  default AnswerMemory answers(String connection) {
    return AnswerMemory.NONE;
  }

  /** The next discovery of this connection asks for everything anew. */
  default void forgetAnswers(String connection) {}

  /** Removes everything about a connection. */
  void forget(String connection);

  @Override
  void close();
}
