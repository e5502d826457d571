package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.LimitSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Sends token requests: once each, because a grant may work only once. Status 429 says that nothing
 * was done with it, so that alone is sent again. Thread-safe.
 */
public final class TokenExchange {
  private static final int MOST_TRIES = 3;

  /** Everything of the connection waits for its sign-in, so a long wait is told instead. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Transport transport;
  private final RemoteProblems problems;
  private final LimitSpec.Retry retry;
  private final ServerTime time;
  private final RandomGenerator random;
  private final Pause pause;

  public TokenExchange(
      Transport transport,
      RemoteProblems problems,
      LimitSpec.Retry retry,
      ServerTime time,
      RandomGenerator random,
      Pause pause) {
    this.transport = transport;
    this.problems = problems;
    this.retry = retry;
    this.time = time;
    this.random = random;
    this.pause = pause;
  }

  /**
   * @return the answer, whatever its status
   * @throws ApiFailure where none came
   */
  public Answer send(ApiRequest request, Progress progress) {
    try {
      for (int attempt = 1; ; attempt++) {
        Answer answer = transport.exchange(request, attempt, progress);
        if (answer.status() != 429 || attempt == MOST_TRIES) {
          return answer;
        }
        Instant now =
            Objects.requireNonNullElseGet(ServerTime.date(answer.header("date")), time::now);
        Duration wait = Backoff.wait(retry, attempt, Backoff.asked(retry, answer, now), random);
        if (wait.compareTo(LONGEST) > 0) {
          return answer;
        }
        pause.sleep(wait, progress);
      }
    } catch (IOException e) {
      throw problems.of(e, transport.wire(request.url()));
    }
  }
}
