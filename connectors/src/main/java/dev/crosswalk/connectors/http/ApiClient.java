package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.Identity;
import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.ErrorSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.LimitSpec;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one connection: as many at once and as fast as the definition and the
 * system allow, again where that may help, with one renewal of the token, within the budget. Every
 * request it sends reads, so that each may be sent again. Where one is told to slow down, all are
 * held. Thread-safe.
 */
public final class ApiClient {
  private static final int MOST_BROKEN_TRIES = 3;

  private final Transport transport;
  private final LimitSpec limits;
  private final Classifier classifier;
  private final RemoteProblems problems;
  private final RandomGenerator random;
  private final Pause pause;
  private final Gate gate;
  private final RateLimiter rates;
  private final Quota quota;

  public ApiClient(
      Transport transport,
      LimitSpec limits,
      ErrorSpec errors,
      RemoteProblems problems,
      Clock clock,
      RandomGenerator random,
      Pause pause) {
    this.transport = transport;
    this.limits = limits;
    this.classifier = new Classifier(errors, limits.retry(), problems, clock);
    this.problems = problems;
    this.random = random;
    this.pause = pause;
    this.gate = new Gate(limits.concurrency());
    this.rates = new RateLimiter(limits, clock, pause);
    this.quota = new Quota(limits.quota(), clock);
  }

  public RemoteProblems problems() {
    return problems;
  }

  public Optional<Identity.Budget> budget() {
    return quota.budget();
  }

  /** What an answer within an answer means (batches), or null where it is no failure. */
  public @Nullable ApiFailure failure(Answer part, String why) {
    return classifier.failure(part, why);
  }

  /**
   * @param authorizer null = without credentials
   * @return an answer that is no failure
   * @throws ApiFailure otherwise
   * @throws CancellationException as soon as the progress is cancelled
   */
  public Answer send(ApiRequest request, @Nullable Authorizer authorizer, Progress progress) {
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      progress.check();
      Authorizer.Access access = authorizer == null ? null : authorizer.access(progress);
      if (access != null) {
        checkBudget();
      }
      ApiRequest signed = access == null ? request : access.sign(request);
      ApiFailure failure;
      try {
        Answer answer = paced(signed, attempt, progress);
        if (answer.status() == 304 && request.conditional()) {
          return answer;
        }
        failure = classifier.failure(answer, request.text(), request.why());
        if (failure == null) {
          return answer;
        }
      } catch (IOException e) {
        failure = problems.of(e, transport.wire(request.url()));
        if (attempt >= MOST_BROKEN_TRIES) {
          throw failure;
        }
      }
      if (failure.renew()) {
        if (renewed
            || authorizer == null
            || access == null
            || !authorizer.renew(access, progress)) {
          throw failure;
        }
        renewed = true;
        continue;
      }
      if (!failure.again() || attempt > limits.retry().max()) {
        throw failure;
      }
      Duration wait = Backoff.wait(limits.retry(), attempt, failure.after(), random);
      if (wait.compareTo(Backoff.LONGEST) > 0) {
        throw failure;
      }
      if (failure.kind() == FailureKind.THROTTLED) {
        rates.hold(wait);
      } else {
        pause.sleep(wait, progress);
      }
    }
  }

  private void checkBudget() {
    if (quota.spent()) {
      Identity.Budget budget = quota.budget().orElseThrow();
      throw problems.failure(
          FailureKind.QUOTA,
          budget.used()
              + " of "
              + budget.limit()
              + " API calls are used; "
              + (100 - quota.stopAtPercent())
              + " % are left alone for the account's other tools.",
          "Wait until the quota is renewed, mostly within 24 hours; or let Crosswalk use more of it"
              + " with the setting 'budgetPercent' of the connection.");
    }
  }

  private Answer paced(ApiRequest request, int attempt, Progress progress) throws IOException {
    HttpUrl url = HttpUrl.parse(request.url());
    rates.await(url == null ? "" : url.encodedPath(), progress);
    int entered = gate.enter(progress);
    boolean pushedBack = false;
    try {
      Answer answer = transport.exchange(request, attempt, progress);
      pushedBack = answer.status() == 429 || answer.status() == 503;
      rates.learn(answer);
      quota.learn(answer);
      return answer;
    } catch (InterruptedIOException e) {
      pushedBack = true;
      throw e;
    } finally {
      gate.leave(entered, pushedBack);
    }
  }
}
