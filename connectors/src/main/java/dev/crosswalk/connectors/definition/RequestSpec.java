package dev.crosswalk.connectors.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a definition says it.
 *
 * @param method {@code GET}, or {@code POST} where the system reads by POST
 * @param url absolute, or a path below {@code http.base}
 * @param body JSON body; null for none
 * @param signedIn false where it goes out without credentials
 */
public record RequestSpec(
    String method,
    Template url,
    Map<String, Template> query,
    ValueTemplate.@Nullable Entries body,
    boolean signedIn) {

  public RequestSpec {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /**
   * One request for many things: the item is filled in for each of them and put into the list of
   * that name in the body.
   *
   * @param max how many at most
   * @param into key of the list in the body
   */
  public record Batch(
      RequestSpec request,
      int max,
      String into,
      ValueTemplate item,
      @Nullable Expression items,
      @Nullable Expression status,
      @Nullable Expression body) {}
}
