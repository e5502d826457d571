package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import java.io.IOException;
import java.util.Map;

/** Sends token requests: once each, because a grant may work only once. Thread-safe. */
public final class TokenExchange {
  private final Transport transport;
  private final RemoteProblems problems;

  public TokenExchange(Transport transport, RemoteProblems problems) {
    this.transport = transport;
    this.problems = problems;
  }

  /**
   * @return the answer, whatever its status
   * @throws ApiFailure where none came
   */
  public Answer post(
      String url,
      Map<String, String> headers,
      String type,
      String body,
      String why,
      Progress progress) {
    return send(
        new ApiRequest("POST", url, headers, new ApiRequest.Body(type, body), why), progress);
  }

  /** See {@link #post}. */
  public Answer send(ApiRequest request, Progress progress) {
    try {
      return transport.exchange(request, 1, progress);
    } catch (IOException e) {
      throw problems.of(e, transport.wire(request.url()));
    }
  }
}
