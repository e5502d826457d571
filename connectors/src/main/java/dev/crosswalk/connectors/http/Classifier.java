package dev.crosswalk.connectors.http;

import dev.crosswalk.connectors.definition.ErrorSpec;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.LimitSpec;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an answer is a failure, and which, by the definition's rules and then the status.
 */
final class Classifier {
  private final ErrorSpec errors;
  private final LimitSpec.Retry retry;
  private final RemoteProblems problems;
  private final Clock clock;

  Classifier(ErrorSpec errors, LimitSpec.Retry retry, RemoteProblems problems, Clock clock) {
    this.errors = errors;
    this.retry = retry;
    this.problems = problems;
    this.clock = clock;
  }

  /** The failure that an answer means, or null if it is none. */
  @Nullable ApiFailure failure(Answer answer, String why) {
    return failure(answer, false, why);
  }

  /**
   * @param text whether the answer may be text that is not JSON; a web page is none all the same
   */
  @Nullable ApiFailure failure(Answer answer, boolean text, String why) {
    Map<String, @Nullable Object> input = answer.forRules();
    for (ErrorSpec.Rule rule : errors.rules()) {
      if (rule.when().test(input, Map.of())) {
        boolean again =
            rule.retry() != null ? rule.retry() : retry.statuses().contains(answer.status());
        return failure(rule.as(), answer, why, rule.refresh(), again, detail(rule, input));
      }
    }
    if (answer.ok()) {
      if (answer.status() == 200 && answer.body() == null) {
        // A load or an enrichment would take it for a document in which nothing is said.
        return failure(FailureKind.NONSENSE, answer, why, false, false, "nothing");
      }
      return answer.json() || (text && !isWebPage(answer))
          ? null
          : failure(FailureKind.NONSENSE, answer, why, false, false, notJson(answer));
    }
    FailureKind kind =
        switch (answer.status()) {
          case 401 -> FailureKind.UNAUTHENTICATED;
          case 403 -> FailureKind.FORBIDDEN;
          case 404 -> FailureKind.NOT_FOUND;
          case 409 -> FailureKind.CONFLICT;
          case 410 -> FailureKind.API_VERSION_RETIRED;
          case 429 -> FailureKind.THROTTLED;
          case 502, 503, 504 -> FailureKind.UNAVAILABLE;
          default ->
              answer.status() >= 500
                  ? FailureKind.VENDOR_ERROR
                  : answer.status() >= 400 ? FailureKind.INVALID_REQUEST : FailureKind.NONSENSE;
        };
    return failure(kind, answer, why, false, retry.statuses().contains(answer.status()), null);
  }

  private @Nullable String detail(ErrorSpec.Rule rule, @Nullable Object input) {
    String detail = first(rule.detail(), input);
    return detail == null ? null : problems.blank(detail);
  }

  private static boolean isWebPage(Answer answer) {
    String start = String.valueOf(answer.body()).stripLeading();
    return start.regionMatches(true, 0, "<!doctype html", 0, 14)
        || start.regionMatches(true, 0, "<html", 0, 5);
  }

  private static String notJson(Answer answer) {
    String text = String.valueOf(answer.body());
    return text.startsWith("<")
        ? "a web page"
        : text.startsWith("{") || text.startsWith("[")
            ? "JSON that breaks off or is broken"
            : "text";
  }

  private ApiFailure failure(
      FailureKind kind,
      Answer answer,
      String why,
      boolean renew,
      boolean again,
      @Nullable String detail) {
    String words = words(answer);
    return new ApiFailure(
        kind,
        problems.of(kind, answer, why, words, detail),
        words,
        answer.status(),
        renew,
        again,
        Backoff.asked(
            retry,
            answer,
            Objects.requireNonNullElseGet(ServerTime.date(answer.header("date")), clock::instant)));
  }

  /** The system's message, code and trace id in one line; empty if there are none. */
  private String words(Answer answer) {
    if (!answer.json()) {
      return "";
    }
    String message = first(errors.message(), answer.forRules());
    if (message == null && answer.body() instanceof Map<?, ?> map) {
      Object usual =
          map.get("error_description") != null
              ? map.get("error_description")
              : map.get("message") != null ? map.get("message") : map.get("error");
      message = usual instanceof String text ? text : null;
    }
    String code = first(errors.code(), answer.forRules());
    String trace = first(errors.trace(), answer.forRules());
    StringBuilder words = new StringBuilder(message == null ? "" : shortened(message));
    if (code != null && !code.equals(message)) {
      words.append(words.isEmpty() ? "" : " ").append('(').append(code).append(')');
    }
    if (trace != null) {
      words.append(" [").append(trace).append(']');
    }
    return words.toString();
  }

  private static @Nullable String first(@Nullable Expression expression, @Nullable Object input) {
    if (expression == null) {
      return null;
    }
    try {
      List<?> values = Expression.asList(expression.evaluate(input));
      return values.isEmpty()
          ? null
          : String.join(", ", values.stream().map(String::valueOf).toList());
    } catch (ProblemException e) {
      return null;
    }
  }

  private static String shortened(String text) {
    // Some systems put the query first and what is wrong with it last.
    String line = text.lines().filter(l -> !l.isBlank()).reduce("", (a, b) -> b).strip();
    return line.length() <= 300 ? line : line.substring(0, 299) + "…";
  }
}
