package dev.crosswalk.connectors.discovery;

import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.schema.Schema;
import java.util.List;

/**
 * What one discovery brought.
 *
 * @param schema the objects that were read whole
 * @param problems objects or fields that could not be read, each by name with the reason; an object
 *     named in an error is not in the schema
 * @param complete true where every object asked for is in the schema
 */
public record Discovery(Schema schema, List<Problem> problems, boolean complete) {
  public Discovery {
    problems = List.copyOf(problems);
  }
}
