package dev.crosswalk.connectors.definition;

import org.jspecify.annotations.Nullable;

/** Reads where a document is that describes objects with their fields, and how it is read. */
final class MetadataReader {
  private MetadataReader() {}

  static @Nullable MetadataSpec read(
      DefinitionNode root, RequestReader requests, ObjectNames object) {
    DefinitionNode node = root.get("metadata");
    if (node.isNull()) {
      return null;
    }
    String parser = node.get("parser").text("");
    boolean sample = parser.equals(MetadataSpec.SAMPLE);
    if (sample == node.has("request")) {
      node.problem(
          "connector-missing-key",
          sample
              ? "The parser 'sample' reads sample records, not a request."
              : "The parser '" + parser + "' needs the 'request' that gets the document.",
          sample ? "Take 'request' out." : "Add it.");
    }
    if (sample && !root.has("records")) {
      node.problem(
          "connector-missing-key",
          "The parser 'sample' needs sample records to guess from.",
          "Add 'records'.");
    }
    RequestSpec request =
        node.has("request") ? requests.request(node.get("request"), object.and()) : null;
    boolean perObject =
        request != null
            && request.templates().flatMap(t -> t.names().stream()).anyMatch(ObjectNames::ofObject);
    if ((sample || perObject) && !root.has("objects")) {
      node.problem(
          "connector-missing-key",
          "Here the metadata describes one object at a time, and no objects are named.",
          "Add 'objects'.");
    }
    return new MetadataSpec(parser, request, perObject, node.get("max").number(100));
  }
}
