package dev.crosswalk.app.studio.shell;

/**
 * Something to look at in the place of schemas.
 *
 * @param connection its name
 * @param object empty = whatever is on show
 * @param field empty = none in particular
 * @param sinceReview whether to show what changed since the customer's review, too
 */
public record SchemaRef(String connection, String object, String field, boolean sinceReview) {

  /** One field, or one object where the field is empty. */
  public static SchemaRef to(String connection, String object, String field) {
    return new SchemaRef(connection, object, field, false);
  }
}
