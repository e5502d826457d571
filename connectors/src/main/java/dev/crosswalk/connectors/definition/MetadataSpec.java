package dev.crosswalk.connectors.definition;

import org.jspecify.annotations.Nullable;

/**
 * A description of the data in a standard language, read by a shipped parser.
 *
 * @param parser its name
 * @param request null for the parser that guesses from sample records
 * @param perObject asked for each object, rather than once for all
 * @param max records to guess from
 */
public record MetadataSpec(
    String parser, @Nullable RequestSpec request, boolean perObject, int max) {

  /** Guesses from sample records; needs no request. */
  public static final String SAMPLE = "sample";

  /** Whether fields are guessed from records. */
  public boolean guesses() {
    return request == null;
  }

  /** Whether the parser names the objects too. */
  public boolean listsObjects() {
    return request != null && !perObject;
  }
}
