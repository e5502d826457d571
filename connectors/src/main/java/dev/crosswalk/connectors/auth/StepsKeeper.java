package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.AuthSpec.LoginStep;
import dev.crosswalk.connectors.definition.Expression;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.definition.Template;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.ApiRequest;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.TokenExchange;
import dev.crosswalk.engine.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs in by requests, as systems with sessions want it, and keeps what the answers gave in memory
 * only: logging in again costs nothing but time.
 */
final class StepsKeeper implements Keeper {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern COOKIE = Pattern.compile("(?:^|,\\s*)([A-Za-z0-9_.-]+)=([^;,\\s]*)");
  private static final Set<String> COOKIE_WORDS =
      Set.of("expires", "path", "domain", "max-age", "samesite");

  private final AuthSpec auth;
  private final AuthSpec.Steps steps;
  private final Scope inputs;
  private final TokenExchange exchange;
  private final Redactor redactor;
  private final RemoteProblems problems;
  private final Clock clock;
  private final ReentrantLock mine = new ReentrantLock();
  private @Nullable Access now;
  private Instant until = Instant.MIN;

  StepsKeeper(
      AuthSpec auth,
      AuthSpec.Steps steps,
      Scope inputs,
      TokenExchange exchange,
      Redactor redactor,
      RemoteProblems problems,
      Clock clock) {
    this.auth = auth;
    this.steps = steps;
    this.inputs = inputs;
    this.exchange = exchange;
    this.redactor = redactor;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  public Access access(Progress progress) {
    mine.lock();
    try {
      Access known = now;
      if (known == null || !clock.instant().isBefore(until)) {
        known = login(progress);
        now = known;
        until = clock.instant().plus(steps.life());
      }
      return known;
    } finally {
      mine.unlock();
    }
  }

  @Override
  public boolean renew(Access refused, Progress progress) {
    mine.lock();
    try {
      if (refused.equals(now)) {
        now = null;
      }
      access(progress);
      return true;
    } finally {
      mine.unlock();
    }
  }

  private Access login(Progress progress) {
    Map<String, String> values = new HashMap<>();
    auth.vars().forEach((name, value) -> values.put(name, value.text(inputs)));
    for (LoginStep step : steps.steps()) {
      Answer answer = send(step, inputs.plus(values), progress);
      if (!answer.ok()) {
        throw refused(answer);
      }
      capture(step.capture(), answer, Map.of(), values);
      Map<String, String> secret = new HashMap<>();
      capture(step.captureSecret(), answer, given(inputs.plus(values)), secret);
      secret.values().forEach(redactor::hide);
      values.putAll(secret);
    }
    return Login.access(auth, inputs, values, null, List.of());
  }

  private Answer send(LoginStep step, Scope scope, Progress progress) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    step.headers().forEach((name, value) -> headers.put(name, value.text(scope)));
    ApiRequest.Body body =
        step.json() != null
            ? new ApiRequest.Body(
                "application/json", JSON.writeValueAsString(step.json().render(scope)))
            : step.form().isEmpty() ? null : ApiRequest.Body.form(texts(step.form(), scope));
    return exchange.send(
        new ApiRequest(step.method(), step.url().url(scope), headers, body, "sign in"), progress);
  }

  private static Map<String, String> texts(Map<String, Template> templates, Scope scope) {
    Map<String, String> texts = new LinkedHashMap<>();
    templates.forEach((name, value) -> texts.put(name, value.text(scope)));
    return texts;
  }

  /**
   * What a secret may be made of: some systems want it joined with the user's name, and encoded.
   * Only what is kept secret sees it, so that no input leaves by a captured name.
   */
  private static Map<String, @Nullable Object> given(Scope scope) {
    Map<String, @Nullable Object> given = new HashMap<>();
    scope.each(given::put);
    return given;
  }

  private void capture(
      Map<String, Expression> wanted,
      Answer answer,
      Map<String, @Nullable Object> inputs,
      Map<String, String> values) {
    Map<String, Object> bindings =
        Map.of(
            "headers", answer.headers(),
            "cookies", cookies(answer),
            "status", answer.status(),
            "inputs", inputs);
    wanted.forEach((name, expression) -> {
      Object value = captured(name, expression, answer, bindings);
      // Systems that log in by JSON-RPC answer "false" instead of an error.
      if (value == null || Boolean.FALSE.equals(value) || "".equals(value)) {
        throw refused(answer);
      }
      values.put(name, value.toString());
    });
  }

  /** An expression that fails where the system said what is wrong is no news: that is told. */
  private @Nullable Object captured(
      String name, Expression expression, Answer answer, Map<String, Object> bindings) {
    try {
      return expression.evaluate(answer.body(), bindings);
    } catch (ProblemException e) {
      if (!words(answer).isEmpty()) {
        return null;
      }
      throw problems.failure(
          FailureKind.INVALID_REQUEST,
          "'"
              + name
              + "' could not be taken from the answer to the sign-in. "
              + problems.blank(e.problem().what()),
          "Correct it under 'capture' or 'captureSecret' of the connector definition.");
    }
  }

  private static Map<String, String> cookies(Answer answer) {
    Map<String, String> cookies = new LinkedHashMap<>();
    String header = answer.header("set-cookie");
    Matcher matcher = COOKIE.matcher(header == null ? "" : header);
    while (matcher.find()) {
      if (!COOKIE_WORDS.contains(matcher.group(1).toLowerCase(java.util.Locale.ROOT))) {
        cookies.put(matcher.group(1), matcher.group(2));
      }
    }
    return cookies;
  }

  private ApiFailure refused(Answer answer) {
    if (answer.status() == 429 || answer.status() >= 500) {
      return problems.signInUnavailable("status " + answer.status());
    }
    boolean page = !answer.json() && String.valueOf(answer.body()).startsWith("<");
    return page && answer.ok()
        ? problems.failure(
            FailureKind.NONSENSE,
            "The sign-in address answered with a web page (status " + answer.status() + ").",
            "Check the host, and whether a proxy, VPN or hotel login page is in between.")
        : problems.failure(
            FailureKind.UNAUTHENTICATED,
            "The login was refused (status "
                + answer.status()
                + problems.blank(words(answer))
                + ").",
            "Check user name, password or key, and host (production or sandbox).");
  }

  /** The system's message, wherever such systems put it. */
  private static String words(Answer answer) {
    Object at = answer.body();
    for (int depth = 0; depth < 4 && at instanceof Map<?, ?> map; depth++) {
      if (map.get("message") instanceof String text && !text.isBlank()) {
        Object inner = map.get("data");
        return inner instanceof Map<?, ?> data && data.get("message") instanceof String more
            ? ": " + more
            : ": " + text;
      }
      at = map.get("error");
    }
    // A web page says nothing that the status does not, in many lines.
    return at instanceof String text && !text.isBlank() && !text.stripLeading().startsWith("<")
        ? ": " + text.strip().lines().findFirst().orElse("")
        : "";
  }
}
