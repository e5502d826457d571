package dev.crosswalk.engine.schema;

import dev.crosswalk.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * A document that holds JSON Schemas, such as an API description, for readers that know where in it
 * the objects are. Immutable.
 */
public final class SchemaDocument {
  private final SchemaNodes nodes;
  private final JsonSchemaFields fields;

  /**
   * @param root against which references are read
   * @param file the document as the person knows it, for messages
   */
  public SchemaDocument(Map<?, ?> root, String file) {
    this.nodes = new SchemaNodes(root, file);
    this.fields = new JsonSchemaFields(nodes);
  }

  /**
   * The node with its references and {@code allOf} taken up.
   *
   * @throws ProblemException where a reference leads nowhere or out of the document
   */
  public Map<String, Object> flat(Object node) {
    return nodes.flat(node);
  }

  /** The fields of the object that a flat node describes. */
  public List<Field> fields(Map<String, Object> flat) {
    return fields.of(flat);
  }
}
