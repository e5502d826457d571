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

  /**
   * @param headers that carry the credentials
   * @param values captured at sign-in, by the name that templates use
   * @param scopes that were granted; empty where the system does not say
   */
  record Access(Map<String, String> headers, Map<String, String> values, List<String> scopes) {
    public Access {
      headers = Map.copyOf(headers);
      values = Map.copyOf(values);
      scopes = List.copyOf(scopes);
    }
  }
}
