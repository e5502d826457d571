package dev.crosswalk.connectors.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as a definition says it.
 *
 * @param method {@code GET}, or {@code POST} where the system reads by POST
 * @param url absolute, or a path below {@code http.base}
 * @param headers of this request; they win over those of {@code http}
 * @param body JSON body, a map or a list; null for none
 * @param form sent as a form instead; empty for none
 * @param call what goes into the definition's {@code rpc} envelope; null for a plain request
 * @param signedIn false where it goes out without credentials
 * @param text the answer may be text that is not JSON, such as XML or YAML
 * @param emptyStatuses statuses that mean that there is nothing, such as 204 or 404
 */
public record RequestSpec(
    String method,
    Template url,
    Map<String, Template> query,
    Map<String, Template> headers,
    @Nullable ValueTemplate body,
    Map<String, Template> form,
    @Nullable Call call,
    boolean signedIn,
    boolean text,
    Set<Integer> emptyStatuses) {

  public RequestSpec {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
    emptyStatuses = Set.copyOf(emptyStatuses);
  }

  /**
   * A remote procedure call.
   *
   * @param method one of those that the envelope allows
   * @param with what the envelope's templates name as {@code call.…}
   */
  public record Call(String method, ValueTemplate.Entries with) {}

  /** Everything in it that is filled in when it is sent. */
  public Stream<Template> templates() {
    return Stream.of(
            Stream.of(url),
            query.values().stream(),
            headers.values().stream(),
            body == null ? Stream.<Template>empty() : body.templates(),
            form.values().stream(),
            call == null ? Stream.<Template>empty() : call.with().templates())
        .flatMap(s -> s);
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
