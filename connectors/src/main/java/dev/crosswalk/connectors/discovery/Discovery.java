package dev.crosswalk.connectors.discovery;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What one discovery brought.
 *
 * @param schema the objects that were read whole
 * @param problems objects or fields that could not be read, each by name with the reason
 * @param complete true where every object asked for is in the schema
 * @param unread names of the objects that are there but could not be read; the cache keeps what it
 *     knew of them
 */
public record Discovery(
    Schema schema, List<Problem> problems, boolean complete, List<String> unread) {

  public Discovery {
    problems = List.copyOf(problems);
    unread = List.copyOf(unread);
  }

  /** A discovery of which no single object failed. */
  public Discovery(Schema schema, List<Problem> problems, boolean complete) {
    this(schema, problems, complete, List.of());
  }

  /** The same, with one thing more to tell, first. */
  public Discovery and(Problem first) {
    List<Problem> all = new ArrayList<>(List.of(first));
    all.addAll(problems);
    return new Discovery(schema, all, complete, unread);
  }
}
