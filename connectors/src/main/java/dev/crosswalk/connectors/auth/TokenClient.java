package dev.crosswalk.connectors.auth;

import dev.crosswalk.connectors.Progress;
import dev.crosswalk.connectors.definition.AuthSpec;
import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.connectors.definition.Scope;
import dev.crosswalk.connectors.http.Answer;
import dev.crosswalk.connectors.http.ApiFailure;
import dev.crosswalk.connectors.http.Redactor;
import dev.crosswalk.connectors.http.RemoteProblems;
import dev.crosswalk.connectors.http.TokenExchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asks for tokens (RFC 6749, sections 4.1.3, 4.4 and 6). Never sends a request twice. */
final class TokenClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AuthSpec.OAuth oauth;
  private final TokenExchange exchange;
  private final RemoteProblems problems;
  private final Redactor redactor;
  private final Clock clock;

  TokenClient(
      AuthSpec.OAuth oauth,
      TokenExchange exchange,
      RemoteProblems problems,
      Redactor redactor,
      Clock clock) {
    this.oauth = oauth;
    this.exchange = exchange;
    this.problems = problems;
    this.redactor = redactor;
    this.clock = clock;
  }

  /**
   * @param refreshToken null if the answer has none
   */
  record Granted(Token token, @Nullable String refreshToken) {}

  /**
   * @param grant the parameters of the grant, {@code grant_type} first
   * @param scope values of the inputs
   * @throws ApiFailure of kind {@code SIGN_IN} where the grant is no longer good
   */
  Granted request(Map<String, String> grant, Scope scope, String why, Progress progress) {
    Map<String, String> form = new LinkedHashMap<>(grant);
    oauth.tokenParams().forEach((name, value) -> form.put(name, value.text(scope)));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    identify(form, headers, scope);
    String url = oauth.token().url(scope);
    String type = oauth.jsonBody() ? "application/json" : "application/x-www-form-urlencoded";
    String body = oauth.jsonBody() ? JSON.writeValueAsString(form) : encoded(form);
    Answer answer = exchange.post(url, headers, type, body, why, progress);
    if (!(answer.body() instanceof Map<?, ?> map) || !answer.ok() || map.get("error") != null) {
      throw refused(answer);
    }
    if (!(map.get("access_token") instanceof String access)) {
      throw problems.failure(
          FailureKind.NONSENSE,
          "The sign-in address " + url + " gave no access token.",
          "Check the host in the connection's settings.");
    }
    redactor.hide(access);
    String refresh = map.get("refresh_token") instanceof String text ? text : null;
    if (refresh != null) {
      redactor.hide(refresh);
    }
    return new Granted(token(access, map), refresh);
  }

  private Token token(String access, Map<?, ?> answer) {
    Map<String, String> captured = new HashMap<>();
    oauth
        .capture()
        .forEach((name, expression) -> {
          Object value = expression.evaluate(answer);
          if (value != null) {
            captured.put(name, value.toString());
          }
        });
    long seconds = oauth.life().toSeconds();
    Object given = answer.get("expires_in");
    if (oauth.expiresIn() && given != null && given.toString().matches("\\d{1,9}")) {
      seconds = Long.parseLong(given.toString());
    }
    // A token that is about to run out is renewed before, not by the answer to a failed request.
    long margin = Math.min(60, seconds / 10);
    Object scope = answer.get("scope");
    return new Token(
        access,
        clock.instant().plusSeconds(seconds - margin),
        captured,
        scope instanceof String text && !text.isBlank()
            ? List.of(text.strip().split("[ ,]+", -1))
            : List.of());
  }

  private void identify(Map<String, String> form, Map<String, String> headers, Scope scope) {
    String id = String.valueOf(scope.get("clientId"));
    Object secret = scope.get("clientSecret");
    switch (oauth.clientAuth()) {
      case NONE -> form.put("client_id", id);
      case POST, NONE_OR_POST -> {
        form.put("client_id", id);
        if (secret != null) {
          form.put("client_secret", secret.toString());
        }
      }
      case BASIC -> {
        String pair = encode(id) + ":" + encode(secret == null ? "" : secret.toString());
        headers.put(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private ApiFailure refused(Answer answer) {
    String error = "";
    String words = "status " + answer.status();
    if (answer.body() instanceof Map<?, ?> map) {
      error = String.valueOf(map.get("error"));
      Object description = map.get("error_description");
      if (description == null) {
        description = map.get("message");
      }
      words = (description == null ? "" : description + " ") + "(" + error + ")";
    } else if (!answer.json() && String.valueOf(answer.body()).startsWith("<")) {
      return problems.failure(
          FailureKind.NONSENSE,
          "The sign-in address answered with a web page instead of a token (status "
              + answer.status()
              + ").",
          "Check the host, and whether a proxy, VPN or hotel login page is in between.");
    }
    if (answer.status() == 429 || answer.status() >= 500) {
      return problems.failure(
          FailureKind.UNAVAILABLE,
          "The sign-in is not available now: " + words + ".",
          "Try again in a few minutes.");
    }
    if (error.equals("invalid_grant")) {
      return problems.failure(
          FailureKind.SIGN_IN,
          "The sign-in has run out or was taken back: " + words + ".",
          "Sign in again with 'crosswalk connect' or in Connections.");
    }
    return problems.failure(
        FailureKind.UNAUTHENTICATED,
        "The login was refused: " + words + ".",
        "Check client id, client secret, password and host (production or sandbox).");
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
