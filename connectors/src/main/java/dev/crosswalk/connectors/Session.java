package dev.crosswalk.connectors;

import dev.crosswalk.connectors.discovery.Discovery;
import dev.crosswalk.connectors.discovery.ObjectSummary;
import dev.crosswalk.connectors.http.AnswerMemory;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open connection to one account, run from its connector definition. Thread-safe. All methods
 * may block on the network, honour {@link Progress#cancelled()}, and throw {@code ProblemException}
 * with the place, the reason and the next step when the system cannot be reached, refuses the login
 * or answers nonsense.
 */
public interface Session extends AutoCloseable {

  ConnectionProfile profile();

  /** Signs in if needed and says who that is. */
  Identity test(Progress progress);

  /** The objects that this user can see, without their fields. */
  List<ObjectSummary> objects(Progress progress);

  /**
   * Discovers objects with their fields.
   *
   * @param names which objects; empty = all that the definition does not hide
   */
  Discovery discover(Collection<String> names, Progress progress);

  /**
   * The same for all objects that the definition does not hide, with a memory: what a cut discovery
   * has read is not asked again, and of what is known only what has changed is read.
   */
  default Discovery discover(AnswerMemory memory, Progress progress) {
    return discover(List.of(), progress);
  }

  /**
   * Reads sample records.
   *
   * @param object as discovered
   * @param fields names of the fields to read; empty = all that can be read
   * @param limit at most this many
   * @return records as JSON-like maps with values turned by the definition's value rules
   */
  List<Map<String, @Nullable Object>> sample(
      SchemaObject object, Collection<String> fields, int limit, Progress progress);

  /**
   * The same with fields behind references, in a map by the name by which paths cross the
   * reference: {@code {"Owner": {"Email": …}}}. What cannot be read like this is left out, and then
   * no record has that name.
   *
   * @param behind paths one step along a reference, such as {@code Owner.Email}
   */
  default List<Map<String, @Nullable Object>> sample(
      SchemaObject object,
      Collection<String> fields,
      Collection<FieldPath> behind,
      int limit,
      Progress progress) {
    return sample(object, fields, limit, progress);
  }

  /** Whether samples can bring fields behind references. */
  default boolean readsBehind() {
    return false;
  }

  /**
   * Reads one record by the id that the system knows it by.
   *
   * @param object as discovered
   * @param id as a person gives it
   * @return the record as in {@link #sample}; empty where this connection cannot ask for one
   * @throws dev.crosswalk.engine.problem.ProblemException {@code record-id} where the text can be
   *     no id of the object, {@code record-unknown} where there is no such record
   */
  default Optional<Map<String, @Nullable Object>> record(
      SchemaObject object, String id, Progress progress) {
    return Optional.empty();
  }

  /** The same with fields behind references, as {@code sample} brings them. */
  default Optional<Map<String, @Nullable Object>> record(
      SchemaObject object, String id, Collection<FieldPath> behind, Progress progress) {
    return record(object, id, progress);
  }

  /** The API budget as the latest answer told it; empty before the first, or if never told. */
  Optional<Identity.Budget> budget();

  /**
   * Ends the sign-in: takes it back at the system where that is possible, and forgets it here.
   * Secrets that a person typed stay.
   *
   * @return whether there was something to take back at the system, and it was taken back
   */
  default boolean signOut(Progress progress) {
    return false;
  }

  @Override
  void close();
}
