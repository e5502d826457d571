package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import java.util.List;
import java.util.Map;

/** Knows how a connection's requests carry their credentials. Thread-safe. */
public interface Authorizer {

  /**
   * What is needed to send requests now; gets a token first where there is none or it runs out.
   *
   * @throws ApiFailure where a person has to sign in, or the login is refused
   */
  Access access(Progress progress);

  /**
   * Gets a new token after the system refused one.
   *
   * @param refused what was refused; if another thread has renewed it already, nothing is done
   * @return false where there is nothing to renew
   */
  boolean renew(Access refused, Progress progress);

  /** Credentials that depend on the request itself. */
  @FunctionalInterface
  interface Signer {
    /** Signs nothing. */
    Signer NONE = request -> Map.of();

    /** The headers that sign this request, new ones at each call. */
    Map<String, String> headers(ApiRequest request);
  }

  /**
   * @param headers that carry the credentials
   * @param query parameters that carry credentials; they go out on the wire only
   * @param values captured at sign-in, by the name that templates use
   * @param scopes that were granted; empty where the system does not say
   */
  record Access(
      Map<String, String> headers,
      Map<String, String> query,
      Map<String, String> values,
      List<String> scopes,
      Signer signer) {
    /** Nothing at all. */
    public static final Access NONE =
        new Access(Map.of(), Map.of(), Map.of(), List.of(), Signer.NONE);

    public Access {
      headers = Map.copyOf(headers);
      query = Map.copyOf(query);
      values = Map.copyOf(values);
      scopes = List.copyOf(scopes);
    }

    /** The same with one header more. */
    public Access plus(String name, String value) {
      Map<String, String> more = new java.util.HashMap<>(headers);
      more.put(name, value);
      return new Access(more, query, values, scopes, signer);
    }

    ApiRequest sign(ApiRequest request) {
      ApiRequest with = request.with(headers, query);
      return with.with(signer.headers(with), Map.of());
    }
  }
}
