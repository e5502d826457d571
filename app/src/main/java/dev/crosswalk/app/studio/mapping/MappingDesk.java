package dev.crosswalk.app.studio.mapping;

import dev.crosswalk.app.studio.mapping.canvas.Side;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.engine.match.Suggestions.ObjectPair;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.FieldPath;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping places read and write: the workspace's mappings, the cache's schemas and
 * records, and live connections. All calls may block and belong on a task; all throw {@code
 * ProblemException} where they cannot do what was asked.
 */
public interface MappingDesk {

  /**
   * A mapping of the workspace.
   *
   * @param file relative to the workspace, with slashes
   * @param applies whether its source is a system of the customer that was asked for
   * @param problem why it cannot be opened; null if it can
   */
  record Item(
      String file,
      String title,
      String from,
      String to,
      int mapped,
      boolean applies,
      @Nullable Problem problem) {}

  /**
   * A mapping that was opened.
   *
   * @param saved what the file held; null where there is none yet, as for a new overlay
   * @param unsaved edits of an earlier session that were never saved; null if none
   * @param notice what is missing, such as a schema that no connection has; empty if nothing
   */
  record Opened(
      MappingContext context,
      MappingDraft editor,
      @Nullable String saved,
      @Nullable String unsaved,
      String notice) {}

  /**
   * All mappings, sorted by file.
   *
   * @param customer who is asked about in {@link Item#applies()}; empty = the base, for which all
   *     do
   */
  List<Item> mappings(String customer);

  /**
   * @param customer whose overlay on the mapping is edited; empty = the mapping itself
   */
  Opened open(String file, String customer);

  /**
   * Writes a mapping, and keeps the schema that it was reviewed against for whom it concerns.
   *
   * @param textWhenLoaded what the file held when it was opened or last saved; null = no file yet
   * @throws dev.crosswalk.engine.problem.ProblemException {@code file-changed} where it holds
   *     something else now, and then nothing is written
   * @return what kept the reviewed schema from being written; the mapping is saved then all the
   *     same
   */
  List<Problem> save(String file, String text, @Nullable String textWhenLoaded);

  /**
   * Keeps edits outside the workspace until they are saved, so that they outlive the program.
   *
   * @param text null where nothing is unsaved any more
   * @param progress a cancelled call changes nothing
   */
  void keepUnsaved(String file, @Nullable String text, Progress progress);

  /** What the file holds now. */
  String text(String file);

  /**
   * The connections whose schema is in the cache.
   *
   * @param customer whose connections come first; empty for none
   */
  List<String> connections(String customer);

  /** The newest schema of a connection. */
  Schema source(String connection);

  /** The target model; without objects where none was made yet. */
  Schema target();

  /** Which objects of the two fit, best first. */
  List<ObjectPair> pairs(Schema source, Schema target);

  /**
   * A mapping that was made.
   *
   * @param customers names of the customers who work with it from now on
   */
  record Made(String file, List<String> customers) {
    public Made {
      customers = List.copyOf(customers);
    }
  }

  /** Makes an empty mapping, for every customer who has a connection to its source system. */
  Made create(Schema source, String sourceObject, Schema target, String targetObject);

  /** Adds objects to the target model, over those with the same name. */
  void addTarget(List<SchemaObject> objects);

  /** Reads a target model from JSON Schema, OpenAPI, SQL or a CSV header. */
  List<SchemaObject> importTarget(Path file);

  /** Where a field is used, how it changed, and what drifted; see {@link FieldStory}. */
  FieldStory story(MappingContext context, Side side, String path, Progress progress);

  /**
   * Reads records from the connection and keeps them in the cache for a while.
   *
   * @param behind fields behind references, where the connection can read these
   */
  List<Map<String, @Nullable Object>> fetch(
      MappingContext context, List<FieldPath> behind, int limit, Progress progress);

  /**
   * Asks the connection for one record by its id; what is kept in the cache stays as it is.
   *
   * @param behind as in {@code fetch}
   * @return empty where the connection cannot be asked for one
   * @throws dev.crosswalk.engine.problem.ProblemException {@code record-id} where the text can be
   *     no id, {@code record-unknown} where there is no such record
   */
  Optional<Map<String, @Nullable Object>> one(
      MappingContext context, String id, List<FieldPath> behind, Progress progress);

  /** Reads records from an NDJSON, JSON or CSV file. */
  List<Map<String, @Nullable Object>> readRecords(Path file, int limit);
}
