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

  /** To whom a row of the list is nearest. */
  enum Group {
    /** The customer that was asked for, or the base. */
    OWN,
    /** The same, but of a system that the customer does not have. */
    OTHER_SYSTEM,
    /** Another customer, or the base where a customer was asked for. */
    OTHER_CUSTOMER
  }

  /**
   * Whose mapping a row is.
   *
   * @param customer id; empty = the base
   * @param name for people; empty for the base
   * @param differs whether the customer has changes of its own
   */
  record Whose(String customer, String name, boolean differs, Group group) {}

  /**
   * A mapping of the workspace, as the base has it or as a customer has.
   *
   * @param file of the base mapping, relative to the workspace, with slashes
   * @param coverage targets that are fed, as far as that can be told
   * @param unsaved whether edits are kept that its file does not hold
   * @param problem why it cannot be opened; null if it can
   */
  record Item(
      String file,
      Whose whose,
      String title,
      String from,
      String to,
      Coverage coverage,
      boolean unsaved,
      @Nullable Problem problem) {

    /** Whether its source is a system of the customer that was asked for. */
    boolean applies() {
      return whose.group() == Group.OWN;
    }

    /** What it is told by: no two rows have the same. */
    String key() {
      return whose.customer() + "\t" + file;
    }
  }

  /**
   * What takes time to find out of a mapping; negative where it cannot be told.
   *
   * @param waiting suggestions that nobody decided on
   * @param wrong targets that clash or fail on a sample record
   * @param drifted fields that it reads and that changed since the review
   */
  record State(int waiting, int wrong, int drifted) {
    static final State UNKNOWN = new State(-1, -1, -1);
  }

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
   * All mappings, sorted by file, as the base or a customer has them; after these, as every other
   * customer has those that it uses.
   *
   * @param customer who comes first; empty = the base
   */
  List<Item> mappings(String customer);

  /** What takes time to find out of one of them. */
  State state(Item item, Progress progress);

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
